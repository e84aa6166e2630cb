import type { Config } from '@newsledger/platform';
import { defaultTuning, type QueueTuning } from './tuning.ts';

/** Lost jobs are looked for so many times while a lock lasts. */
const LOOKS_A_LOCK = 4;

/** Work whose attempts are used up rests so many times as long as before a second attempt. */
const RETRIES_A_PAUSE = 30;

/**
 * What the settings NEWSLEDGER_JOB_LOCK_MS and NEWSLEDGER_RETRY_MS say of the queues.
 * @param usualLockMs how long a lock lasts when the setting is left out, in milliseconds.
 */
export function configuredTuning(
  { jobLockMs, retryMs }: Pick<Config, 'jobLockMs' | 'retryMs'>,
  usualLockMs = defaultTuning.lockDurationMs,
): Partial<QueueTuning> {
  const lockDurationMs = jobLockMs ?? usualLockMs;
  return {
    lockDurationMs,
    stalledIntervalMs: Math.min(defaultTuning.stalledIntervalMs, Math.ceil(lockDurationMs / LOOKS_A_LOCK)),
    retryBaseMs: retryMs,
    pauseBaseMs: retryMs * RETRIES_A_PAUSE,
  };
}
