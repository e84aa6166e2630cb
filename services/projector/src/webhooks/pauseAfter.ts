const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** How long to wait after so many attempts that failed: 5 seconds, twice as long each time, an hour at most. A receiver is never given up. */
export function pauseAfter(attempts: number, firstPauseMs: number = FIRST_PAUSE_MS): number {
  return Math.min(firstPauseMs * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
}
