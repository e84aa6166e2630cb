import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkBackup, openBackup } from './openBackup.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ['no Zstandard frame', Buffer.from('%PDF-1.7 and so on'), 'It is no backup of a ledger.'],
  ['compressed, but something else', zstdCompressSync('a letter\n'), 'It is no backup of a ledger.'],
  ['empty', Buffer.alloc(0), 'The backup is cut off: its end is missing.'],
])('a file that is %s is refused', async (_, bytes, message) => {
  const file = path.join(folder, 'some.backup');
  await writeFile(file, bytes);

  await expect(checkBackup(openBackup(file), () => {})).rejects.toThrow(message);
});

it('says which file is not there', async () => {
  await expect(checkBackup(openBackup(path.join(folder, 'missing')), () => {})).rejects.toThrow(
    /^The backup can't be read: ENOENT.*missing/,
  );
});
