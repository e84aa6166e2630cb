import type { Config } from '@newsledger/platform';
import { totalRows } from '../backup/backupFormat.ts';
import { checkBackup, openBackup, STANDARD_STREAM } from '../backup/openBackup.ts';
import { restoreBackup } from '../backup/restoreBackup.ts';
import type { OpenDatabase } from '../database.ts';
import type { Printer } from '../output/printer.ts';
import { showLongProgress } from '../output/progress.ts';
import { setRolePasswords } from '../roles/setRolePasswords.ts';
import { claimLedger } from '../up/claimLedger.ts';

/**
 * Restores a backup into an empty database. A file is read to its end before anything is changed; standard input, for `-`, can be read only
 * once, so that what is wrong with it shows while it is restored, and is undone.
 */
export async function restore(
  { pool, url }: OpenDatabase,
  config: Config,
  printer: Printer,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const startedMs = performance.now();
  // No "up" may fill the database meanwhile.
  const claim = await claimLedger(url, signal, 'restore');
  const copying = showLongProgress('Restoring', 'rows');
  const folding = showLongProgress('Folding the log', 'events');
  try {
    if (file !== STANDARD_STREAM) await checkFile(file, signal);
    const header = await restoreBackup(pool, openBackup(file), {
      signal,
      certainty: config.certainty,
      onRows: copying.update,
      onFolded: (done, total) => {
        copying.stop();
        folding.update(done, total);
      },
    });
    await setRolePasswords(pool, config);

    const seconds = (performance.now() - startedMs) / 1000;
    const events = header.rows['ledger.events'] ?? 0;
    if (printer.json) printer.line(JSON.stringify({ takenAt: header.takenAt, events, rows: header.rows, seconds }));
    else
      printer.line(
        `Restored ${totalRows(header)} rows of ${Object.keys(header.rows).length} tables, ${events} of them events, as they were on ${header.takenAt}, and made the tables from them, in ${seconds.toFixed(1)} s.`,
      );
  } finally {
    copying.stop();
    folding.stop();
    await claim.giveBack();
  }
}

async function checkFile(file: string, signal: AbortSignal): Promise<void> {
  const progress = showLongProgress('Checking the backup', 'rows');
  await checkBackup(openBackup(file), (done, total) => {
    signal.throwIfAborted();
    progress.update(done, total);
  }).finally(progress.stop);
}
