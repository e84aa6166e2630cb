import type { EventStore } from '@newsledger/event-store';
import { contentHash, rebuild } from '@newsledger/read-models';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
import { showProgress } from '../output/progress.ts';

/** Folds the whole log anew. @returns false when `verify` finds the tables to differ from what they were. */
export async function rebuildTables(pool: pg.Pool, store: EventStore, printer: Printer, verify: boolean): Promise<boolean> {
  const before = verify ? await contentHash(pool) : null;
  const progress = showProgress('Folding the log');
  const folded = await rebuild(pool, store, { onProgress: progress.update }).finally(progress.stop);
  const after = verify ? await contentHash(pool) : null;
  const same = before === after;
  if (printer.json) printer.line(JSON.stringify({ folded: `${folded}`, before, after, same }));
  else {
    printer.line(`Rebuilt the tables up to event ${folded}.`);
    if (verify) printer.line(same ? `They are the same, byte for byte: ${after}` : `They DIFFER: ${before} before, ${after} after.`);
  }
  return same;
}
