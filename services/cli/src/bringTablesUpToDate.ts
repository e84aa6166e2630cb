import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { createLogger } from '@newsledger/platform';
import { startProjector } from '@newsledger/projector';
import { PROJECTOR } from '@newsledger/read-models';
import type pg from 'pg';

const LOOK_EVERY_MS = 20;

/** A projector that works takes an event in within a fraction of a second. */
const TAKEN_IN_WITHIN_MS = 5_000;

/**
 * Waits until the tables hold all that is in the log now; where no projector is at work, this process does its work. A role that may not
 * write the tables waits for some seconds only: what it decided stands in the log.
 */
export async function bringTablesUpToDate(pool: pg.Pool): Promise<void> {
  const store = createEventStore(pool);
  const target = await store.lastPosition();
  if ((await readCheckpoint(pool, PROJECTOR)) >= target) return;
  if (!(await mayWriteTables(pool))) return untilTakenIn(pool, target);
  const stop = new AbortController();
  const projector = startProjector({ pool, store, logger: createLogger('projector', { level: 'silent' }), signal: stop.signal });
  while (projector.position() < target) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  stop.abort();
  await projector.done;
}

async function mayWriteTables(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(`SELECT has_table_privilege('projection.figure', 'INSERT') AS may`);
  return rows[0]?.may === true;
}

async function untilTakenIn(pool: pg.Pool, target: bigint): Promise<void> {
  const deadline = performance.now() + TAKEN_IN_WITHIN_MS;
  while ((await readCheckpoint(pool, PROJECTOR)) < target && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}
