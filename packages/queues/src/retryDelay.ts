import { RetryableError } from './errors.ts';
import type { QueueTuning } from './tuning.ts';

/** Beyond a day, a Retry-After is a mistake or a refusal; the work is asked for again by then anyway. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next attempt: doubling from `retryBaseMs`, somewhere in the upper half of each step so that jobs which failed
 * together don't come back together. A Retry-After is a lower bound, with at most a tenth on top.
 * @param failedAttempts how many attempts have failed, at least 1.
 * @param random in [0, 1).
 */
export function retryDelayMs(
  failedAttempts: number,
  error: unknown,
  tuning: Pick<QueueTuning, 'retryBaseMs' | 'retryCapMs'>,
  random: number = Math.random(),
): number {
  const step = Math.min(tuning.retryCapMs, tuning.retryBaseMs * 2 ** (failedAttempts - 1));
  const backoff = Math.ceil(step * (0.5 + random / 2));
  const asked = error instanceof RetryableError ? error.retryAfterMs : undefined;
  if (asked === undefined || !(asked > 0)) return backoff;
  const bounded = Math.min(asked, MAX_RETRY_AFTER_MS);
  return Math.max(backoff, Math.ceil(bounded * (1 + random / 10)));
}
