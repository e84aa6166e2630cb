import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unzipped } from './unzipped.ts';

const url = 'https://news.example/sitemap.xml.gz';

test('a compressed file is unpacked, and any other stays as it is', () => {
  expect(Buffer.from(unzipped(gzipSync('<urlset/>'), url)).toString()).toBe('<urlset/>');
  expect(Buffer.from(unzipped(Buffer.from('<urlset/>'), url)).toString()).toBe('<urlset/>');
});

test('a bomb and a broken file are refused', () => {
  const refused = (reason: string) => expect.objectContaining({ reason, retryable: false });

  expect(() => unzipped(gzipSync(Buffer.alloc(2_000_000)), url, 1_000_000)).toThrow(refused('too_large'));
  expect(() => unzipped(Buffer.from([0x1f, 0x8b, 1, 2, 3]), url)).toThrow(refused('unreadable'));
});
