import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createZstdCompress, zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveBackupFile } from './saveBackupFile.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-save-'));
  file = path.join(folder, 'ledger.backup');
  await writeFile(file, 'the former one');
});
afterEach(() => rm(folder, { recursive: true }));

it('replaces the former backup once the new one is whole, for its owner alone', async () => {
  const size = await saveBackupFile(file, Readable.from([Buffer.from('the new one')]), createZstdCompress(), new AbortController().signal);

  expect(zstdDecompressSync(await readFile(file)).toString()).toBe('the new one');
  expect(await stat(file)).toMatchObject({ size, mode: 0o100600 });
  expect(await readdir(folder)).toEqual(['ledger.backup']);
});

it('leaves the former backup in place, and nothing beside it, when it is told to end in the middle', async () => {
  const stop = new AbortController();
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(100_000, 'a'));
      setImmediate(() => stop.abort());
    },
  });

  await expect(saveBackupFile(file, endless, createZstdCompress(), stop.signal)).rejects.toThrow('aborted');

  expect(await readFile(file, 'utf8')).toBe('the former one');
  expect(await readdir(folder)).toEqual(['ledger.backup']);
});

it('does so when the ledger can not be read to its end', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('some rows');
      throw new Error('the server went away');
    })(),
  );

  await expect(saveBackupFile(file, broken, createZstdCompress(), new AbortController().signal)).rejects.toThrow('the server went away');

  expect(await readFile(file, 'utf8')).toBe('the former one');
  expect(await readdir(folder)).toEqual(['ledger.backup']);
});

it('says where it can not write', async () => {
  const nowhere = path.join(folder, 'missing', 'ledger.backup');

  await expect(
    saveBackupFile(nowhere, Readable.from([Buffer.from('rows')]), createZstdCompress(), new AbortController().signal),
  ).rejects.toThrow(`The backup can't be written to ${nowhere}: ENOENT`);
});
