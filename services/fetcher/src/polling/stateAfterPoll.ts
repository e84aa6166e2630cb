import type { PollState } from '@newsledger/read-models';
import { type NextPoll, nextAfterFailure, nextAfterSuccess } from './nextPoll.ts';
import type { SourceReading } from './readSourceDocument.ts';
import { rhythmOf } from './rhythm.ts';

/** A passing fault becomes the source's state of health after so many polls; a lasting one at once. */
const FAILURES_UNTIL_DEGRADED = 3;

/** What a poll leaves behind: how the source fares, and when to come again. */
export function stateAfterPoll(options: {
  before: PollState;
  reading: SourceReading;
  now: Date;
  wishMs: number;
  isOwnNetwork: boolean;
  isPushed: boolean;
}): PollState {
  const { before, reading, now, wishMs } = options;
  const polled = { ...before, lastPolledAt: now, lastStatus: reading.status };
  if (reading.outcome === 'failed') {
    const { message, retryable, retryAfterMs, isBusy } = reading;
    // The host was busy with our own requests: the poll is only late.
    if (isBusy) return { ...before, ...due(now, { intervalMs: retryAfterMs ?? wishMs, why: message }) };
    const failures = before.failures + 1;
    const isDegraded = !retryable || failures >= FAILURES_UNTIL_DEGRADED;
    return {
      ...polled,
      ...due(now, nextAfterFailure(wishMs, { failures, retryAfterMs })),
      failures,
      lastError: message,
      degradedSince: before.degradedSince ?? (isDegraded ? now : null),
    };
  }
  const healthy: PollState = { ...polled, failures: 0, degradedSince: null, lastError: null, ...moving(before, reading.movedTo) };
  const after = reading.outcome === 'unchanged' ? healthy : { ...healthy, ...documentFacts(reading, now) };
  return { ...after, ...due(now, nextAfter(after, reading.freshMs, options)) };
}

function nextAfter(
  after: PollState,
  freshMs: number | null,
  { now, wishMs, isOwnNetwork, isPushed }: { now: Date; wishMs: number; isOwnNetwork: boolean; isPushed: boolean },
): NextPoll {
  // Whoever watches a site of their own gets what they asked for.
  if (isOwnNetwork) return { intervalMs: wishMs, why: 'as set' };
  const { gapSeconds, ttlSeconds } = after;
  return nextAfterSuccess(wishMs, { gapSeconds, quietSince: after.newestAt ?? after.changedAt, ttlSeconds, freshMs, isPushed }, now);
}

function documentFacts(reading: Extract<SourceReading, { outcome: 'read' }>, now: Date): Partial<PollState> {
  const { etag, lastModified, bodyHash, document, entries } = reading;
  return {
    etag,
    lastModified,
    bodyHash,
    problems: document.problems,
    ttlSeconds: document.ttlSeconds,
    changedAt: now,
    ...rhythmOf(
      entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt),
      now,
    ),
  };
}

/** Counts polls in a row that permanent redirects led to one and the same address. */
function moving(before: PollState, movedTo: string | null): Pick<PollState, 'movingTo' | 'movingTimes'> {
  if (movedTo === null) return { movingTo: null, movingTimes: 0 };
  return { movingTo: movedTo, movingTimes: before.movingTo === movedTo ? before.movingTimes + 1 : 1 };
}

function due(now: Date, { intervalMs, why }: NextPoll): Pick<PollState, 'nextPollAt' | 'nextPollWhy'> {
  return { nextPollAt: new Date(now.getTime() + intervalMs), nextPollWhy: why };
}
