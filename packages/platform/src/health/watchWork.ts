/** What one look at a service's work found. */
export interface Look {
  /** Whether work got done since the last look, or there is none to do. */
  readonly goesOn: boolean;
  /** What was seen, for people: "3 events behind, the oldest for 2 s". */
  readonly says: string;
}

export interface WorkVerdict {
  readonly isHealthy: boolean;
  /** Why, for people. */
  readonly says: string;
}

export interface WorkWatch {
  readonly verdict: () => WorkVerdict;
}

interface WatchWorkOptions {
  /** Throws while nothing can be seen, as when the database is away. */
  readonly look: () => Promise<Look>;
  /** How long work may stand still, or be out of sight, before the service counts as stalled, in milliseconds. */
  readonly stalledAfterMs: number;
  /** Between two looks, in milliseconds. */
  readonly everyMs?: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Often enough that a verdict is no older than the pause between two health checks. */
const LOOK_EVERY_MS = 5_000;

/**
 * Looks at a service's work again and again, by itself, so that being asked for the verdict costs nothing. A service that has just started is
 * healthy; one whose looks fail, find no progress, or don't return, is stalled after `stalledAfterMs`.
 */
export function watchWork({ look, stalledAfterMs, everyMs = LOOK_EVERY_MS, signal }: WatchWorkOptions): WorkWatch {
  let wentOnAt = performance.now();
  let says = 'just started';
  const lookOnce = async () => {
    try {
      const seen = await look();
      if (seen.goesOn) wentOnAt = performance.now();
      says = seen.says;
    } catch (error) {
      says = `the work is out of sight: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  const goOn = async () => {
    await lookOnce();
    if (!signal.aborted) timer = setTimeout(goOn, everyMs).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  void goOn();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    verdict: () => {
      const stillMs = performance.now() - wentOnAt;
      if (stillMs <= stalledAfterMs) return { isHealthy: true, says };
      return { isHealthy: false, says: `no progress for ${Math.round(stillMs / 1000)} s: ${says}` };
    },
  };
}
