import type pg from 'pg';

/** What was recorded within one minute. */
export interface Minute {
  readonly minute: Date;
  readonly events: number;
  readonly articles: number;
  readonly claims: number;
}

/** What is still to do in one queue. */
export interface QueueRow {
  readonly queue: string;
  readonly pending: number;
  readonly failing: number;
  readonly parked: number;
  /** Since when the oldest job that is not parked is to be done. */
  readonly waiting_since: Date | null;
}

/** How far the tables are. */
interface ProgressRow {
  readonly last_event: string;
  readonly events_behind: number;
  readonly projected_at: Date | null;
}

export interface PipelineState {
  /** The clock of the database, by which all times here are. */
  readonly at: Date;
  /** The last minutes in their order, the present one last. */
  readonly minutes: readonly Minute[];
  readonly queues: readonly QueueRow[];
  readonly progress: ProgressRow;
}

/** Reads how fast news comes in, what waits, and how far the tables are. The view of queues is the queues' own, and only in a whole ledger. */
export async function readPipeline(pool: pg.Pool): Promise<PipelineState> {
  const [minutes, queues, progress] = await Promise.all([
    pool.query<Minute>('SELECT * FROM newsledger.pace ORDER BY minute'),
    pool.query<QueueRow>('SELECT * FROM newsledger.queues'),
    pool.query<ProgressRow & { at: Date }>('SELECT now() AS at, last_event, events_behind, projected_at FROM newsledger.progress'),
  ]);
  const [now] = progress.rows;
  if (now === undefined) throw new Error('the view newsledger.progress has no row');
  return { at: now.at, minutes: minutes.rows, queues: queues.rows, progress: now };
}
