import { z } from 'zod';
import type { ViewColumn } from './describeView.ts';

/** What a value of each SQL type is in JSON; numbers that must stay exact are decimals in text. */
const values: Readonly<Record<string, () => z.ZodType>> = {
  integer: () => z.int(),
  real: () => z.number(),
  boolean: () => z.boolean(),
  numeric: () => z.string(),
  bigint: () => z.string(),
  uuid: () => z.uuid(),
  date: () => z.iso.date(),
  'timestamp with time zone': () => z.iso.datetime(),
  'text[]': () => z.array(z.string()),
  jsonb: () => z.unknown(),
};

/** The schema of the rows of a view or function: answers are checked by it, and the description of the API is made from it. */
export function rowSchema(name: string, columns: readonly ViewColumn[]): z.ZodObject {
  const shape = columns.map(({ name: column, type, comment }): [string, z.ZodType] => [
    column,
    (values[type] ?? (() => z.string()))()
      .nullable()
      .describe(comment ?? ''),
  ]);
  return z.object(Object.fromEntries(shape)).describe(name);
}

/** A row as the driver gives it, with instants in ISO 8601. */
export function inJson(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));
}
