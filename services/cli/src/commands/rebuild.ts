import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { contentHash, PROJECTOR, rebuild } from '@newsledger/read-models';
import type pg from 'pg';
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
    printer.note(`There was nothing to compare: the tables stood at event ${before.position}. Run it again while no new events come.`);
    return true;
  }
  const after = await look(pool);
  const same = before.hash === after.hash;
  if (printer.json) printer.line(JSON.stringify({ folded: `${folded}`, before: before.hash, after: after.hash, same }));
  else printer.line(same ? `They are the same, byte for byte: ${after.hash}` : `They DIFFER: ${before.hash} before, ${after.hash} after.`);
  return same;
}

async function look(pool: pg.Pool): Promise<Standing> {
  return { position: await readCheckpoint(pool, PROJECTOR), hash: await contentHash(pool) };
}
