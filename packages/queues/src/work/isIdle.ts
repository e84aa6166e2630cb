import { type EventStore, readCheckpoint } from '@newsledger/event-store';
import type pg from 'pg';
import { DISPATCHER } from '../dispatcher/startDispatcher.ts';

/**
 * Whether nothing is left to do now: every event has become work, and no work is left but such as failed with all its attempts at least
 * `toleratedFailures` times, or can't ever be done.
 */
export async function isIdle(options: { pool: pg.Pool; store: EventStore; toleratedFailures?: number }): Promise<boolean> {
  const { pool, store, toleratedFailures = 1 } = options;
  const before = await store.lastPosition();
  if ((await readCheckpoint(pool, DISPATCHER)) < before) return false;
  const { rows } = await pool.query<{ busy: boolean }>(
    'SELECT EXISTS (SELECT FROM work.pending_work WHERE NOT permanent AND failures < $1) AS busy',
    [toleratedFailures],
  );
  // Work that ended just now may have appended what means new work.
  return rows[0]?.busy === false && (await store.lastPosition()) === before;
}
