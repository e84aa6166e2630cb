import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { createLogger } from '@newsledger/platform';
import { startProjector } from '@newsledger/projector';
import { PROJECTOR } from '@newsledger/read-models';
import type pg from 'pg';

const LOOK_EVERY_MS = 20;

/** Waits until the tables hold all that is in the log now; where no projector is at work, this process does its work. */
export async function bringTablesUpToDate(pool: pg.Pool): Promise<void> {
  const store = createEventStore(pool);
  const target = await store.lastPosition();
  if ((await readCheckpoint(pool, PROJECTOR)) >= target) return;
  const stop = new AbortController();
  const projector = startProjector({ pool, store, logger: createLogger('projector', { level: 'silent' }), signal: stop.signal });
  while (projector.position() < target) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  stop.abort();
  await projector.done;
}
