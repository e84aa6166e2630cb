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

/** What tests/bench/pipeline.ts tells of a run. */
export interface PipelineRun {
  readonly articles: number;
  /** From the first poll to the last row. */
  readonly ms: number;
  /** Processor time by stage, of all articles together, in milliseconds. */
  readonly spent: Readonly<Record<string, number>>;
  readonly poll: Costs['poll'];
  readonly counts: { readonly events: number; readonly claims: number; readonly figures: number };
  readonly bytes: {
    readonly log: number;
    readonly captures: number;
    readonly tables: number;
    readonly queues: number;
    readonly writeAheadLog: number;
    readonly network: number;
  };
}

/**
 * The costs that a larger run adds to a smaller one, so that what is paid once (starting processes, compiling, empty tables) is in neither.
 * What stages share is divided: appends and the driver's and the server's own work evenly among them.
 */
export function costsBetween(small: PipelineRun, large: PipelineRun): Costs {
  const articles = large.articles - small.articles;
  const per = (of: (run: PipelineRun) => number) => Math.max(0, of(large) - of(small)) / articles;
  const spent = (stage: string) => per((run) => run.spent[stage] ?? 0);
  const append = spent('append: this process') / 2;
  const driver = spent('driver, runtime and its collector') / 3;
  const server = spent('PostgreSQL: log, checkpoints, vacuum') / 3;
  const stored = spent('append and keep captures: PostgreSQL') / 2 + spent('dispatch and queue') / 2 + server;
  return {
    poll: large.poll,
    capture: { workerMs: spent('fetch: HTTP and feeds') + spent('extract HTML') + append + driver, databaseMs: stored },
    extract: { workerMs: spent('read claims') + append + driver, databaseMs: stored },
    fold: { workerMs: spent('project: this process') + driver, databaseMs: spent('project: PostgreSQL') + server },
    article: {
      events: per(({ counts }) => counts.events),
      claims: per(({ counts }) => counts.claims),
      figures: per(({ counts }) => counts.figures),
      logBytes: per(({ bytes }) => bytes.log),
      captureBytes: per(({ bytes }) => bytes.captures),
      tableBytes: per(({ bytes }) => bytes.tables),
      queueBytes: per(({ bytes }) => bytes.queues),
      walBytes: per(({ bytes }) => bytes.writeAheadLog),
      networkBytes: per(({ bytes }) => bytes.network),
    },
  };
}

/** Processor time of an article through all stages, its poll left out, in milliseconds. */
export function wholeMs({ capture, extract, fold }: Costs): number {
  return [capture, extract, fold].reduce((sum, { workerMs, databaseMs }) => sum + workerMs + databaseMs, 0);
}
