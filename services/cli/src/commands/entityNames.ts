import { createEventStore } from '@newsledger/event-store';
import { type NewEvent, newEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';

/** Decides what a name means; every claim that bears it moves to the figures and deals that it is about now. */
export async function decideName(
  pool: pg.Pool,
  printer: Printer,
  decision: 'merge' | 'split' | 'alias',
  name: string,
  entity: string,
  by: string,
): Promise<void> {
  if (name === entity) throw new UsageError('The two names are the same.');
  const before = await countEntities(pool, name, entity);
  await createEventStore(pool).append(streamOf.entity(name), 'any', [eventOf(decision, name, entity, by)]);
  await bringTablesUpToDate(pool);
  const after = await countEntities(pool, name, entity);
  const words = (counts: Record<string, number>) => [name, entity].map((of) => `${of}: ${counts[of] ?? 0} figures`).join(', ');
  if (printer.json) printer.line(JSON.stringify({ decision, name, entity, before, after }));
  else printer.line(`Before  ${words(before)}\nNow     ${words(after)}`);
}

function eventOf(decision: 'merge' | 'split' | 'alias', name: string, entity: string, by: string): NewEvent {
  const decided = { by, decidedAt: new Date().toISOString() };
  if (decision === 'merge') return newEvent('EntityMerged', { from: name, into: entity, ...decided });
  if (decision === 'split') return newEvent('EntitySplit', { name, from: entity, ...decided });
  return newEvent('AliasAdded', { entity, alias: name, ...decided });
}

async function countEntities(pool: pg.Pool, ...names: string[]): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ entity: string; figure_count: number }>(
    'SELECT entity, figure_count FROM newsledger.entities WHERE entity = ANY ($1::text[])',
    [names],
  );
  return Object.fromEntries(rows.map(({ entity, figure_count }) => [entity, figure_count]));
}
