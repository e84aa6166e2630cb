import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupFile, listBackups } from './backupFolder.ts';
import { type KeepBackupsOptions, type KeptBackups, keepBackups } from './keepBackups.ts';

const HOUR_MS = 3_600_000;

type Take = KeepBackupsOptions['take'];

let folder: string;
let stop: AbortController;
let kept: KeptBackups | undefined;
let failures: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-regular-'));
  stop = new AbortController();
  failures = [];
});

afterEach(async () => {
  stop.abort();
  await kept?.done;
  await rm(folder, { recursive: true });
});

function start(take: Take = (file) => writeFile(file, 'new'), keep = 3) {
  kept = keepBackups({
    folder,
    everyMs: HOUR_MS,
    keep,
    take,
    onTaken: () => {},
    onFailed: (error) => failures.push(error),
    signal: stop.signal,
    againAfterMs: 20,
  });
  return kept;
}

/** Puts a backup into the folder as one that was taken so long ago. */
async function taken(agoMs: number): Promise<string> {
  const file = backupFile(folder, new Date(Date.now() - agoMs));
  await writeFile(file, 'old');
  return file;
}

it('takes the first backup at once, and no second one before its time', async () => {
  const { look } = start();
  const [backup] = await waitFor('a backup', async () => (await listBackups(folder)).length === 1 && listBackups(folder));
  expect(await readFile(backup?.file ?? '', 'utf8')).toBe('new');
  expect(await look()).toEqual({ goesOn: true, says: `the newest backup is ${backup?.file}` });
});

it('takes none when the newest is young enough, as after a restart', async () => {
  const file = await taken(HOUR_MS / 2);
  const { look } = start();
  expect((await look()).goesOn).toBe(true);
  stop.abort();
  await kept?.done;
  expect((await listBackups(folder)).map((backup) => backup.file)).toEqual([file]);
});

it('keeps as many as it shall, the newest, and touches nothing else', async () => {
  await taken(5 * HOUR_MS);
  await taken(4 * HOUR_MS);
  const newestOld = await taken(3 * HOUR_MS);
  await writeFile(path.join(folder, 'mine.backup'), 'of a person');
  await writeFile(path.join(folder, 'newsledger-20260101T000000Z.backup.7.unfinished'), 'of a process that was killed');
  start(undefined, 2);
  await waitFor('the oldest to go', async () => (await readdir(folder)).length === 3);
  const left = await listBackups(folder);
  expect(left[1]?.file).toBe(newestOld);
  expect(await readdir(folder)).toContain('mine.backup');
});

it('tries again when one fails, loses none of the old ones meanwhile, and does not call that work', async () => {
  const old = await taken(2 * HOUR_MS);
  const { look } = start(() => Promise.reject(new Error('the disk is full')), 1);
  await waitFor('two attempts', () => failures.length >= 2);
  expect(await look()).toEqual({ goesOn: false, says: `the newest backup is ${old}` });
  expect(failures[0]).toEqual(new Error('the disk is full'));
});

it('calls a backup that takes long work as long as it gets on', async () => {
  const begun = Promise.withResolvers<() => void>();
  const whole = Promise.withResolvers<void>();
  const { look } = start((_file, onProgress) => {
    begun.resolve(onProgress);
    return whole.promise;
  });
  const getOn = await begun.promise;
  const standing = await look();
  getOn();
  const gettingOn = await look();
  stop.abort();
  whole.resolve();
  expect([standing.goesOn, gettingOn.goesOn]).toEqual([false, true]);
});
