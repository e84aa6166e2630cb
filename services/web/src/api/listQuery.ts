import { z } from 'zod';
import type { ApiList, ListFilter } from './lists.ts';

/** What a list is asked for: filters of its own. */
export type Filters = Readonly<Record<string, string | undefined>>;

/** The parameters of a list's filters. */
export function filterShape({ filters }: ApiList): Record<string, z.ZodType<string | undefined>> {
  return Object.fromEntries(filters.map((filter) => [filter.name, schemaOf(filter).optional().describe(filter.meaning)]));
}

function schemaOf({ kind, oneOf }: ListFilter): z.ZodType<string> {
  if (oneOf !== undefined) return z.enum([...oneOf]);
  return kind === 'uuid' ? z.uuid() : kind === 'instant' ? z.iso.datetime({ offset: true }) : z.string().min(1).max(300);
}

/** The statement of a list; `after` are the values of its order's columns behind which to begin. */
export function listQuery(
  { view, order, descending, filters }: ApiList,
  asked: Filters,
  after: readonly string[] | null,
  limit: number | null,
): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = filters.flatMap(({ name, condition }) => {
    const value = asked[name];
    return value === undefined ? [] : [condition.replaceAll('$', place(value))];
  });
  if (after !== null) conditions.push(`(${order.join(', ')}) ${descending ? '<' : '>'} (${after.map(place).join(', ')})`);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const by = order.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  // A cursor holds instants to the microsecond, which the driver's dates don't.
  const exact = order.map((column) => `${column}::text AS "order ${column}"`).join(', ');
  return {
    text: `SELECT *, ${exact} FROM newsledger.${view}${where} ORDER BY ${by}${limit === null ? '' : ` LIMIT ${place(limit)}`}`,
    values,
  };
}

/** The row without what only the cursor needs, and the values that the cursor needs. */
export function splitRow({ order }: ApiList, row: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(row);
  return {
    row: Object.fromEntries(entries.filter(([name]) => !name.startsWith('order '))),
    place: order.map((column) => String(row[`order ${column}`])),
  };
}
