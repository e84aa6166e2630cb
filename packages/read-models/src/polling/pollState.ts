/** When a source was polled last and what it answered: an ordinary row, not an event. */
export interface PollState {
  readonly sourceId: string;
  /** Validators for a conditional GET. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastPolledAt: Date | null;
  readonly nextPollAt: Date | null;
  /** Failed polls in a row. */
  readonly failures: number;
  /** Since when SourceDegraded stands in the log without a SourceRecovered after it. */
  readonly degradedSince: Date | null;
  readonly lastError: string | null;
  /** HTTP status of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** SHA-256 of the last body, for servers that know no validators. */
  readonly bodyHash: string | null;
}

/** A source that was never polled. */
export function newPollState(sourceId: string): PollState {
  return {
    sourceId,
    etag: null,
    lastModified: null,
    lastPolledAt: null,
    nextPollAt: null,
    failures: 0,
    degradedSince: null,
    lastError: null,
    lastStatus: null,
    bodyHash: null,
  };
}
