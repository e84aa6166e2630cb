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
  let bytes: number | null = null;
  const header = await takeBackup(pool, {
    save: async (pieces, compress) => {
      if (toOutput) await pipeline(pieces, compress, process.stdout, { signal, end: false });
      else bytes = await saveBackupFile(file, pieces, compress, signal);
    },
    onProgress: progress.update,
  }).finally(progress.stop);

  const seconds = (performance.now() - startedMs) / 1000;
  const rows = totalRows(header);
  const tables = Object.keys(header.rows).length;
  const events = header.rows['ledger.events'] ?? 0;
  if (printer.json && !toOutput) printer.line(JSON.stringify({ file, bytes, takenAt: header.takenAt, events, rows: header.rows, seconds }));
  else
    printer.note(
      `Backed up ${rows} rows of ${tables} tables, ${events} of them events${bytes === null ? '' : `, to ${file}, ${formatSize(bytes)}`}, in ${seconds.toFixed(1)} s.`,
    );
}
