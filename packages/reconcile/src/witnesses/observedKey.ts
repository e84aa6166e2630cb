/** What one source says by itself of one key: no quotes, no wire copies, no party's own release. */
export interface ObservedVote {
  readonly sourceId: string;
  /** Any text that is equal exactly when the amounts are. */
  readonly amount: string;
  /** Ends of what the source allows, to see which of two is greater; both null where amounts have no order. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the decision went against it; left out, the amount that most witnesses give is taken to have won. */
  readonly loses?: boolean;
}

/** All that was said of one key, to learn from which sources are witnesses of their own. */
export interface ObservedKey {
  readonly key: string;
  /** Habits are learnt for each measure by itself. */
  readonly measure: string;
  readonly votes: readonly ObservedVote[];
}
