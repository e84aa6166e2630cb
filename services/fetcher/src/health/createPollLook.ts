import type { Look } from '@newsledger/platform';

/** Clocks differ, and a poll takes its time. */
const GRACE_MS = 60_000;

/** A source as far as its polls are concerned. */
interface PolledSource {
  readonly sourceId: string;
  /** How often the scheduler looks whether it is due, in milliseconds. */
  readonly everyMs: number;
}

interface PollLookOptions {
  /** When the poll of any source ended last, in whatever fetcher. */
  readonly lastPoll: () => Promise<Date | null>;
  /** The sources that are polled now. */
  readonly sources: () => Promise<readonly PolledSource[]>;
  /** When each is to be polled next, of those that ever were. */
  readonly nextPolls: () => Promise<ReadonlyMap<string, Date | null>>;
}

/**
 * Looks whether polls go on: one has ended since the last look, or no source is overdue. A source is overdue when the scheduler has passed it
 * by: a whole interval, and a minute, after it was due.
 */
export function createPollLook({ lastPoll, sources, nextPolls }: PollLookOptions): () => Promise<Look> {
  const firstSeenAt = new Map<string, number>();
  let before: Date | null | undefined;
  return async () => {
    const last = await lastPoll();
    const hasPolled = last !== null && before !== undefined && last.getTime() > (before?.getTime() ?? 0);
    before = last;
    const lastly = last === null ? 'nothing was polled yet' : `the last poll ended at ${last.toISOString()}`;
    // Where polls go on, which is nearly always, the many sources needn't be read.
    if (hasPolled) return { goesOn: true, says: lastly };
    const next = await nextPolls();
    const nowMs = Date.now();
    const overdue = (await sources()).filter(({ sourceId, everyMs }) => {
      if (!firstSeenAt.has(sourceId)) firstSeenAt.set(sourceId, nowMs);
      // What fell due while no fetcher ran, or was never polled, is due since we came.
      const dueAt = Math.max(next.get(sourceId)?.getTime() ?? 0, firstSeenAt.get(sourceId) ?? nowMs);
      return nowMs > dueAt + everyMs + GRACE_MS;
    });
    return { goesOn: overdue.length === 0, says: `${overdue.length} sources are overdue; ${lastly}` };
  };
}
