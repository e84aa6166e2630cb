import { createEventStore } from '@newsledger/event-store';
import { decideName as decide, type NameDecision } from '@newsledger/read-models';
import type pg from 'pg';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';

interface NameOrder {
  readonly decision: NameDecision;
  readonly name: string;
  readonly entity: string;
  readonly by: string;
  readonly reason: string | undefined;
}

/** Decides what a name means; every claim that bears it moves to the figures and deals that it is about now. */
export async function decideName(pool: pg.Pool, printer: Printer, { decision, name, entity, by, reason }: NameOrder): Promise<void> {
  const before = await countEntities(pool, name, entity);
  await decide(createEventStore(pool), decision, { name, entity, by, reason }, new Date().toISOString());
  await bringTablesUpToDate(pool);
  const after = await countEntities(pool, name, entity);
  const words = (counts: Record<string, number>) => [name, entity].map((of) => `${of}: ${counts[of] ?? 0} figures`).join(', ');
  if (printer.json) printer.line(JSON.stringify({ decision, name, entity, before, after }));
  else printer.line(`Before  ${words(before)}\nNow     ${words(after)}`);
}

async function countEntities(pool: pg.Pool, ...names: string[]): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ entity: string; figure_count: number }>(
    'SELECT entity, figure_count FROM newsledger.entities WHERE entity = ANY ($1::text[])',
    [names],
  );
  return Object.fromEntries(rows.map(({ entity, figure_count }) => [entity, figure_count]));
}
