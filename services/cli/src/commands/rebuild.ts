import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { contentHash, listParkedEvents, PROJECTOR, rebuild, rebuildIfOutdated, rebuildParking } from '@newsledger/read-models';
import type pg from 'pg';
import { migrateSchemas } from '../migrateLedger.ts';
import type { Printer } from '../output/printer.ts';
import { showProgress } from '../output/progress.ts';

/** The tables before, with the position of the log that they stood at. */
interface Standing {
  readonly position: bigint;
  readonly hash: string;
}

/** Folds the whole log anew. @returns false when `verify` finds the tables to differ from what they were. */
export async function rebuildTables(pool: pg.Pool, printer: Printer, verify: boolean): Promise<boolean> {
  const before = verify ? await look(pool) : null;
  const progress = showProgress('Folding the log', 'events');
  const folded = await rebuild(pool, createEventStore(pool), { onProgress: progress.update }).finally(progress.stop);
  if (!printer.json) printer.line(`Rebuilt the tables up to event ${folded}.`);
  if (before === null) return true;
  if (before.position !== folded) {
    if (printer.json) printer.line(JSON.stringify({ folded: `${folded}`, before: before.hash, after: null, same: null }));
    printer.note(`There was nothing to compare: the tables stood at event ${before.position}. Run it again while no new events come.`);
    return true;
  }
  const after = await look(pool);
  const same = before.hash === after.hash;
  if (printer.json) printer.line(JSON.stringify({ folded: `${folded}`, before: before.hash, after: after.hash, same }));
  else printer.line(same ? `They are the same, byte for byte: ${after.hash}` : `They DIFFER: ${before.hash} before, ${after.hash} after.`);
  return same;
}

/**
 * Folds the log anew by this release's rules, without what can't be folded, which is parked.
 * @param certainty from which claims shall count; null for that of the rules. What was last asked for stands when it is left out.
 */
export async function rebuildWithoutPoison(pool: pg.Pool, printer: Printer, certainty?: number | null): Promise<void> {
  await migrateSchemas(pool);
  const store = createEventStore(pool);
  const progress = showProgress('Folding the log');
  const options = { mayPark: 'any', onProgress: progress.update } as const;
  try {
    if (!(await rebuildIfOutdated(pool, store, certainty, options))) await rebuildParking(pool, store, options);
  } finally {
    progress.stop();
  }
  const parked = await listParkedEvents(pool, 100);
  if (printer.json) {
    printer.line(JSON.stringify({ folded: `${await readCheckpoint(pool, PROJECTOR)}`, parked }));
    return;
  }
  printer.line(`Rebuilt the tables up to event ${await readCheckpoint(pool, PROJECTOR)}.`);
  for (const { position, event_type: type, stream, error, waiting } of parked)
    printer.line(`Without event ${position} (${type} in stream ${stream}) and ${waiting} behind it: ${error}`);
}

async function look(pool: pg.Pool): Promise<Standing> {
  return { position: await readCheckpoint(pool, PROJECTOR), hash: await contentHash(pool) };
}
