import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { GenerationTable } from '../generations/generationTables.ts';

/** Characters of a chunk on its way to the server: a few chunks at most are in memory. */
const CHUNK_LENGTH = 256 * 1024;

/** Columns whose value is not the field of their own name in camel case. */
export type ColumnValues<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/**
 * Adds rows to a table by COPY, a tenth of the work of inserting them. Columns come from the table itself: `first_recorded` is the row's field
 * `firstRecorded`, a field that a row lacks is null.
 */
export async function copyRows<Row extends object>(
  client: pg.ClientBase,
  schema: string,
  { name, columns }: GenerationTable,
  rows: Iterable<Row>,
  values: ColumnValues<Row> = {},
): Promise<void> {
  const writers = columns.map((column) => {
    const field = column.name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const fieldOf = values[column.name] ?? ((row: Row) => Reflect.get(row, field));
    const write = writerOf(column.type);
    return (row: Row) => {
      const value = fieldOf(row);
      return value === null || value === undefined ? '\\N' : write(value);
    };
  });
  const names = columns.map((column) => column.name).join(', ');
  await pipeline(Readable.from(chunksOf(rows, writers)), client.query(copyFrom(`COPY ${schema}.${name} (${names}) FROM STDIN`)));
}

function* chunksOf<Row>(rows: Iterable<Row>, writers: readonly ((row: Row) => string)[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    for (const [index, write] of writers.entries()) chunk += index === 0 ? write(row) : `\t${write(row)}`;
    chunk += '\n';
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Writes a value of a type in COPY's text form. */
function writerOf(type: string): (value: unknown) => string {
  if (type === 'jsonb') return (value) => escaped(JSON.stringify(value));
  if (type.endsWith('[]')) return (value) => escaped(arrayOf(value));
  return (value) => escaped(String(value));
}

function arrayOf(value: unknown): string {
  if (!Array.isArray(value)) throw new TypeError(`an array was expected for an array column, not ${typeof value}`);
  return `{${value.map((member) => `"${String(member).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPED[character] ?? character) : text;
}
