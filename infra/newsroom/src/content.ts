/** One state of an article's text. The second one replaces the first for clients that have seen the first. */
export interface Edition {
  readonly title: string;
  readonly byline: string;
  /** What the outlet's feed says of it. */
  readonly summary: string;
  /** ISO instants. */
  readonly publishedAt: string;
  readonly updatedAt: string | null;
  /** A correction or update note, printed under the text. */
  readonly note: string | null;
  /** The text in the Markdown subset of `renderBody.ts`. */
  readonly body: string;
}

/** One article of the sample newsroom with everything that is odd about it. */
export interface Article {
  readonly slug: string;
  readonly section: string;
  readonly dateline: string | null;
  /** Number in the outlet's own system, for outlets whose addresses have one. */
  readonly number: string | null;
  /** A folder of its own instead of the outlet's usual one, such as a path that robots.txt forbids. */
  readonly folder: string | null;
  readonly editions: readonly [Edition, ...Edition[]];
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  /** The status that a reader without a subscription gets. */
  readonly status: 200 | 402 | 403;
  /** The path that the feed still lists, and that answers with a permanent redirect. */
  readonly movedFrom: string | null;
  /** Path of the article that this one copies, named as its canonical address. */
  readonly copyOf: string | null;
  /** The agency named in the credit line; null when none is. */
  readonly credit: string | null;
  /** Whether the first request of a client is answered with 429. */
  readonly throttled: boolean;
}
