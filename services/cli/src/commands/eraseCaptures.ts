import { eraseOldCaptures } from '@newsledger/event-store';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';

const DAY_MS = 24 * 3_600_000;

/** Erases what was captured more than `days` days ago. */
export async function eraseCaptures(pool: pg.Pool, printer: Printer, days: number): Promise<void> {
  const erased = await eraseOldCaptures(pool, new Date(Date.now() - days * DAY_MS));
  if (printer.json) printer.line(JSON.stringify({ erased }));
  else printer.line(`Erased ${erased} captures.`);
}
