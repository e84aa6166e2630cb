import { openPool, requireSetting, runService, watchWork } from '@newsledger/platform';
import { keepBackups } from '../backup/regular/keepBackups.ts';
import { saveBackupFile } from '../backup/saveBackupFile.ts';
import { takeBackup } from '../backup/takeBackup.ts';

/** A backup that is due and doesn't come, or stands still, is a fault by then. */
const STALLED_AFTER_MS = 15 * 60_000;

/** A backup reads by one connection; its checkpoint of progress is another's. */
const CONNECTIONS = 2;

/**
 * Backs the ledger up into a folder again and again, as a service until it is told to end.
 * @param options.everySeconds between two backups.
 * @param options.keep how many stay.
 */
export function backUpRegularly(folder: string, { everySeconds, keep }: { everySeconds: number; keep: number }): Promise<void> {
  return runService('backup', async ({ config, logger, signal, opened }) => {
    const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
    const pool = openPool({ url: requireSetting(config, 'postgresUrl'), max: CONNECTIONS, onLost });
    opened.push('database', () => pool.end());
    const kept = keepBackups({
      folder,
      everyMs: everySeconds * 1000,
      keep,
      take: async (file, onProgress) => {
        await takeBackup(pool, { signal, save: (pieces, compress) => saveBackupFile(file, pieces, compress, signal), onProgress });
      },
      onTaken: (file, forgotten) => logger.info({ file, forgotten }, 'the ledger is backed up'),
      onFailed: (error) => logger.error({ err: error }, 'the ledger could not be backed up; it will be tried again'),
      signal,
    });
    opened.push('backup', () => kept.done);
    return {
      ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
      work: watchWork({ look: kept.look, stalledAfterMs: STALLED_AFTER_MS, signal }),
    };
  });
}
