import type { EventStore } from '@newsledger/event-store';
import { isIdle } from '@newsledger/queues';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
import { type Progress, showProgress } from '../output/progress.ts';

/** A source that changes at every poll must not keep a run from ending. */
const MAX_ROUNDS = 5;
const LOOK_EVERY_MS = 150;

export interface CatchUpOptions {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  /** Asks for a poll of every source that is followed. */
  readonly pollNow: () => Promise<void>;
  /** Up to where the read models are. */
  readonly projected: () => bigint;
  readonly signal: AbortSignal;
  readonly printer: Printer;
}

/**
 * Finishes what an earlier run left to do, then polls every source until none has anything new, and waits until all that follows from it
 * is done.
 */
export async function catchUp(options: CatchUpOptions): Promise<void> {
  const { store, pollNow, signal } = options;
  const progress = showProgress('Reading articles');
  try {
    await untilSettled(options, progress);
    for (let round = 0; round < MAX_ROUNDS && !signal.aborted; round++) {
      const before = await store.lastPosition();
      await pollNow();
      await untilSettled(options, progress);
      if ((await store.lastPosition()) === before) return;
    }
  } finally {
    progress.stop();
  }
}

async function untilSettled(options: CatchUpOptions, progress: Progress): Promise<void> {
  for (;;) {
    const settled = options.signal.aborted || (await isSettled(options));
    const { done, total } = await countArticles(options.pool);
    if (total > 0) progress.update(done, total);
    if (settled) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function isSettled({ pool, store, projected }: CatchUpOptions): Promise<boolean> {
  return (await isIdle({ pool, store })) && projected() >= (await store.lastPosition());
}

async function countArticles(pool: pg.Pool): Promise<{ done: number; total: number }> {
  const { rows } = await pool.query<{ done: number; total: number }>(
    `SELECT count(*)::integer AS total,
            count(*) FILTER (WHERE withdrawn OR extracted_version IS NOT NULL)::integer AS done
       FROM work.article_state`,
  );
  return rows[0] ?? { done: 0, total: 0 };
}
