/** Numbers that tests shorten and operators leave alone. */
export interface QueueTuning {
  /** Attempts of one job before its work is paused. A poll comes again with its schedule, so it has fewer. */
  readonly attempts: { readonly poll: number; readonly capture: number; readonly extract: number };
  /** Pause before the second attempt, in milliseconds; it doubles with each further one. */
  readonly retryBaseMs: number;
  /** Longest pause between two attempts, in milliseconds. */
  readonly retryCapMs: number;
  /** How long a worker may be silent before its job counts as lost, in milliseconds; renewed at half time. */
  readonly lockDurationMs: number;
  /** How often lost jobs are looked for, in milliseconds. */
  readonly stalledIntervalMs: number;
  /**
   * How often all attempts of some work may be used up, with a pause after each such round, before it is parked: it then waits for a person, or
   * for a new event about the article. Polls are never parked for that: their source shows that it is in trouble.
   */
  readonly rounds: { readonly capture: number; readonly extract: number };
  /** Processes that may end while they do a piece of work alone; after one more it is parked. */
  readonly maxCrashes: number;
  /** Pause after all attempts of some work failed, in milliseconds; it doubles each time that happens. */
  readonly pauseBaseMs: number;
  /** Longest such pause, in milliseconds. */
  readonly pauseCapMs: number;
}

export const defaultTuning: QueueTuning = {
  attempts: { poll: 3, capture: 5, extract: 5 },
  retryBaseMs: 2_000,
  retryCapMs: 10 * 60_000,
  lockDurationMs: 20_000,
  stalledIntervalMs: 5_000,
  // With their pauses, about three days for a page, and eight hours for a text.
  rounds: { capture: 20, extract: 10 },
  maxCrashes: 5,
  pauseBaseMs: 60_000,
  pauseCapMs: 6 * 3_600_000,
};
