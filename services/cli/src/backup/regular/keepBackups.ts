import { setTimeout as sleep } from 'node:timers/promises';
import type { Look } from '@newsledger/platform';
import { backupFile, forgetOldBackups, forgetUnfinished, listBackups } from './backupFolder.ts';

/** What was wrong may pass: a database that restarts, a full disk. */
const AGAIN_AFTER_MS = 60_000;

export interface KeepBackupsOptions {
  readonly folder: string;
  /** Between two backups, in milliseconds. */
  readonly everyMs: number;
  /** How many stay. */
  readonly keep: number;
  /** Writes one backup to a file that isn't there yet; tells each time that it got on. */
  readonly take: (file: string, onProgress: () => void) => Promise<void>;
  readonly onTaken: (file: string, forgotten: readonly string[]) => void;
  readonly onFailed: (error: unknown) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly againAfterMs?: number;
}

export interface KeptBackups {
  /** Resolves when the signal has aborted. */
  readonly done: Promise<void>;
  /** Whether the newest backup is young enough, or one is on its way, for `watchWork`. */
  readonly look: () => Promise<Look>;
}

/**
 * Takes a backup whenever the newest of the folder is older than the interval, so that restarts take none too many, and keeps the newest
 * `keep`. One that fails is tried again, and costs none of those that are there.
 */
export function keepBackups(options: KeepBackupsOptions): KeptBackups {
  const { folder, everyMs } = options;
  let steps = 0;
  let stepsBefore = 0;
  return {
    done: run(options, () => {
      steps += 1;
    }),
    look: async () => {
      const [newest] = await listBackups(folder);
      const getsOn = steps > stepsBefore;
      stepsBefore = steps;
      const isYoung = newest !== undefined && Date.now() - newest.takenAt.getTime() <= everyMs;
      return { goesOn: isYoung || getsOn, says: newest === undefined ? 'there is no backup yet' : `the newest backup is ${newest.file}` };
    },
  };
}

async function run(options: KeepBackupsOptions, onProgress: () => void): Promise<void> {
  const { folder, everyMs, keep, take, onTaken, onFailed, signal, againAfterMs = AGAIN_AFTER_MS } = options;
  while (!signal.aborted) {
    let pauseMs = againAfterMs;
    try {
      const [newest] = await listBackups(folder);
      const dueMs = newest === undefined ? 0 : newest.takenAt.getTime() + everyMs - Date.now();
      if (dueMs <= 0) {
        await forgetUnfinished(folder);
        const file = backupFile(folder, new Date());
        await take(file, onProgress);
        onTaken(file, await forgetOldBackups(folder, keep));
        continue;
      }
      // Somebody may take away the newest meanwhile, and clocks may be set.
      pauseMs = Math.min(dueMs, againAfterMs);
    } catch (error) {
      if (!signal.aborted) onFailed(error);
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}
