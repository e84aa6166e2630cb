import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInput } from './readInput.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-read-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

async function* piped(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('readInput', () => {
  it('takes plain text as it is, with a first line on its own as its title', async () => {
    const text = 'A title\n\nIt cost $5 < $6.\n';
    expect(await readInput(await fileOf('a.txt', text))).toEqual({ text, title: 'A title', publishedAt: null, isPage: false });
  });

  it('takes the article out of a page, by its looks, whatever the file is called', async () => {
    const page =
      '<!doctype html><html><head><title>Fennmark raises $5m</title><meta property="article:published_time" content="2025-11-03T10:00:00Z"></head><body><nav>7 more stories</nav><article><h1>Fennmark raises $5m</h1><p>Fennmark said that it had raised $5 million from two investors on Monday.</p></article></body></html>';
    expect(await readInput(await fileOf('page', page))).toEqual({
      text: 'Fennmark raises $5m\n\nFennmark said that it had raised $5 million from two investors on Monday.',
      title: 'Fennmark raises $5m',
      publishedAt: '2025-11-03T10:00:00.000Z',
      isPage: true,
    });
  });

  it('reads standard input in whatever pieces it comes', async () => {
    expect((await readInput('-', piped('It cost $4', ' billion.'))).text).toBe('It cost $4 billion.');
  });

  it('decodes UTF-16 and Latin-1', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('£5', 'utf16le')]);
    expect((await readInput(await fileOf('wide.txt', utf16))).text).toBe('£5');
    expect((await readInput(await fileOf('latin.txt', Buffer.from('Die Prämie beträgt £5 für alle Käufer.', 'latin1')))).text).toContain(
      '£5',
    );
  });

  it.each([
    ['what is missing', async () => path.join(folder, 'nowhere.txt'), /There is no file .*nowhere\.txt/],
    ['a folder', async () => folder, /is a folder\. Name a file in it/],
    ['a binary file', () => fileOf('image.png', new Uint8Array([0x89, 0x50, 0, 0, 1])), /is a binary file/],
    ['an empty file', () => fileOf('empty.txt', ' \n'), /holds no text/],
    ['a page without an article', () => fileOf('empty.html', '<html><body></body></html>'), /holds no text/],
    ['a file of more than 20 MiB', () => fileOf('big.txt', Buffer.alloc(21 * 1024 * 1024, '7 ')), /bigger than 20 MiB/],
  ])('refuses %s with a sentence', async (_name, make, sentence) => {
    await expect(readInput(await make())).rejects.toThrow(sentence);
  });
});
