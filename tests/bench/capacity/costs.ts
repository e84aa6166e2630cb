/** What the parts cost, as `node tests/bench/capacity.ts measure` finds them. Times are of one processor, in milliseconds. */
export interface Costs {
  /** A poll that finds nothing new: fetcher, dispatcher and queue, without the articles that others bring. */
  readonly poll: { readonly workerMs: number; readonly databaseMs: number };
  /** A page: fetched, kept and put into the log. */
  readonly capture: { readonly workerMs: number; readonly databaseMs: number };
  /** A text: read, and its claims put into the log. */
  readonly extract: { readonly workerMs: number; readonly databaseMs: number };
  /** An article's events: folded by the one projector at work. */
  readonly fold: { readonly workerMs: number; readonly databaseMs: number };
  /** What an article leaves. */
  readonly article: {
    readonly events: number;
    readonly claims: number;
    readonly figures: number;
    readonly logBytes: number;
    readonly captureBytes: number;
    readonly tableBytes: number;
    readonly queueBytes: number;
    readonly walBytes: number;
    readonly networkBytes: number;
  };
}
