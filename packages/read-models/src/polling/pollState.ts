/** When a source was polled last and what it answered: an ordinary row, not an event. */
export interface PollState {
  readonly sourceId: string;
  /** The address that was polled. */
  readonly url: string | null;
  /** Validators for a conditional GET. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastPolledAt: Date | null;
  readonly nextPollAt: Date | null;
  /** Why the next poll is due then, for people. */
  readonly nextPollWhy: string | null;
  /** Failed polls in a row. */
  readonly failures: number;
  /** Since when SourceDegraded stands in the log without a SourceRecovered after it. */
  readonly degradedSince: Date | null;
  readonly lastError: string | null;
  /** HTTP status of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** SHA-256 of the last body, for servers that know no validators. */
  readonly bodyHash: string | null;
  /** What was wrong with the last document and was read all the same. */
  readonly problems: readonly string[];
  /** Median time between the entries of the last document. */
  readonly gapSeconds: number | null;
  /** Publication of its newest entry. */
  readonly newestAt: Date | null;
  /** When a poll last found a changed document. */
  readonly changedAt: Date | null;
  /** How long the document itself says that nothing changes. */
  readonly ttlSeconds: number | null;
  /** Where permanent redirects lead, and how many polls in a row they did. */
  readonly movingTo: string | null;
  readonly movingTimes: number;
}

/** A source that was never polled. */
export function newPollState(sourceId: string): PollState {
  return {
    sourceId,
    url: null,
    etag: null,
    lastModified: null,
    lastPolledAt: null,
    nextPollAt: null,
    nextPollWhy: null,
    failures: 0,
    degradedSince: null,
    lastError: null,
    lastStatus: null,
    bodyHash: null,
    problems: [],
    gapSeconds: null,
    newestAt: null,
    changedAt: null,
    ttlSeconds: null,
    movingTo: null,
    movingTimes: 0,
  };
}
