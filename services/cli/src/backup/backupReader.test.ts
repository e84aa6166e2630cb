import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { BackupReader } from './backupReader.ts';

const header = {
  format: 'newsledger backup',
  version: 1,
  takenAt: '2025-11-03T09:00:00.000Z',
  certainty: null,
  migrations: { ledger: [{ name: '0001-event-log.sql', checksum: 'abc' }] },
  sequences: { 'ledger.event_position': { last: '7', isCalled: true } },
  rows: { 'ledger.events': 3, 'ledger.captures': 0, 'work.pending_work': 1 },
};
// A row that begins like the mark of the end, and one that holds it.
const events = '1\tone\n\\.x\ttwo\n3\tsays \\\\.\\n\n';
const pending = 'poll-a\t\\N\n';
const body = [
  `${JSON.stringify(header)}\n`,
  `{"table":"ledger.events","columns":["position","data"]}\n${events}\\.\n`,
  '{"table":"ledger.captures","columns":["hash"]}\n\\.\n',
  `{"table":"work.pending_work","columns":["job_id","article_id"]}\n${pending}\\.\n`,
].join('');
const whole = Buffer.from(`${body}{"end":"${createHash('sha256').update(body).digest('hex')}"}\n`);

/** Bytes in pieces of a size, as a stream may give them. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Buffer, size = 64) {
  const reader = new BackupReader(inPieces(bytes, size));
  const found = await reader.header();
  const tables: Record<string, string> = {};
  for await (const { table, rows } of reader.tables()) {
    const pieces = await Array.fromAsync(rows);
    tables[table] = Buffer.concat(pieces).toString();
  }
  return { header: found, tables };
}

/** Why it is refused, by the error's name; null when it is not. */
async function refusal(bytes: Buffer): Promise<string | null> {
  return readAll(bytes).then(
    () => null,
    (error: Error) => error.name,
  );
}

it.each([1, 2, 3, 4, 5, 7, 64, 100_000])('reads the same from pieces of %i bytes', async (size) => {
  expect(await readAll(whole, size)).toEqual({
    header,
    tables: { 'ledger.events': events, 'ledger.captures': '', 'work.pending_work': pending },
  });
});

it('refuses a backup that is cut, wherever it is', async () => {
  const refusals = await Promise.all(Array.from(whole, (_, length) => refusal(whole.subarray(0, length))));

  expect(refusals).toEqual(refusals.map(() => 'BackupFileError'));
});

it('refuses a backup of which one byte was changed, whichever it is', async () => {
  const refusals = await Promise.all(Array.from(whole, (byte, at) => refusal(Buffer.from(whole.with(at, byte ^ 1)))));

  expect(refusals).toEqual(refusals.map(() => 'BackupFileError'));
});

it('refuses what follows the end', async () => {
  await expect(readAll(Buffer.concat([whole, Buffer.from('more')]))).rejects.toThrow('The backup is damaged.');
});

it('names the form of a newer release, and what to do', async () => {
  const newer = Buffer.from(`${JSON.stringify({ format: 'newsledger backup', version: 2, anything: 'else' })}\n`);

  await expect(readAll(newer)).rejects.toThrow('A newer release made the backup: its form is 2, and this release knows 1. Run that one.');
});

it('says of another file that it is no backup', async () => {
  await expect(readAll(Buffer.from('{"type":"FeatureCollection"}\n'))).rejects.toThrow('It is no backup of a ledger.');
});
