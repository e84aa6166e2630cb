import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { totalRows } from '../backup/backupFormat.ts';
import { STANDARD_STREAM } from '../backup/openBackup.ts';
import { saveBackupFile } from '../backup/saveBackupFile.ts';
import { takeBackup } from '../backup/takeBackup.ts';
import { formatSize } from '../output/formatSize.ts';
import type { Printer } from '../output/printer.ts';
import { showLongProgress } from '../output/progress.ts';
import { UsageError } from '../usageError.ts';

/** Backs the ledger up to a file, or to standard output for `-`. @throws {UsageError} when that is a terminal. */
export async function backUp(pool: pg.Pool, printer: Printer, file: string, signal: AbortSignal): Promise<void> {
  const toOutput = file === STANDARD_STREAM;
  if (toOutput && process.stdout.isTTY)
    throw new UsageError('A backup is no text for a terminal: name a file, or lead the output into one.');
  const startedMs = performance.now();
  const progress = showLongProgress('Backing up', 'rows');
  const { header, saved: bytes } = await takeBackup(pool, {
    signal,
    save: (pieces, compress) => (toOutput ? writeToOutput(pieces, compress, signal) : saveBackupFile(file, pieces, compress, signal)),
    onProgress: progress.update,
  }).finally(progress.stop);

  const seconds = (performance.now() - startedMs) / 1000;
  const events = header.rows['ledger.events'] ?? 0;
  const what = `Backed up ${totalRows(header)} rows of ${Object.keys(header.rows).length} tables, ${events} of them events`;
  // What was asked for is on standard output then.
  if (bytes === null) printer.note(`${what}, in ${seconds.toFixed(1)} s.`);
  else if (printer.json) printer.line(JSON.stringify({ file, bytes, takenAt: header.takenAt, events, rows: header.rows, seconds }));
  else printer.line(`${what}, to ${file} (${formatSize(bytes)}), in ${seconds.toFixed(1)} s.`);
}

async function writeToOutput(pieces: Readable, compress: Transform, signal: AbortSignal): Promise<null> {
  await pipeline(pieces, compress, process.stdout, { signal, end: false });
  return null;
}
