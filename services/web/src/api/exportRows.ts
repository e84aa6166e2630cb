import { pipeline, type Readable, Transform } from 'node:stream';
import { csvCasts } from '@newsledger/platform';
import { stringify } from 'csv-stringify';
import type pg from 'pg';
import QueryStream from 'pg-query-stream';
import { type Filters, listQuery, splitRow } from './listQuery.ts';
import type { ApiList } from './lists.ts';
import { inJson } from './rowSchema.ts';

/** Rows that are held at a time: the memory of an export, however long it is. */
const BATCH_SIZE = 500;

/** All rows of a list that fit, as lines of CSV (RFC 4180, with a head) or JSON. The connection goes back when the stream ends or breaks. */
export async function exportRows(
  pool: pg.Pool,
  list: ApiList,
  asked: Filters,
  form: 'csv' | 'jsonl',
  columns: readonly string[],
  onRow?: () => void,
): Promise<Readable> {
  const lines = form === 'csv' ? csvLines(columns) : jsonLines();
  const plain = new Transform({ objectMode: true, transform: (row, _encoding, done) => done(null, inJson(row)) });
  return pipeline(await openRows(pool, list, asked, { onRow }), plain, lines, ignore);
}

export interface OpenOptions {
  /** How values are read from what PostgreSQL writes; as the pool reads them when left out. */
  readonly types?: pg.CustomTypesConfig;
  /** Called at each row that is taken. */
  readonly onRow?: (() => void) | undefined;
}

/** All rows of a list that fit, one object each, read as they are taken. The connection goes back when the stream ends or breaks. */
export async function openRows(pool: pg.Pool, list: ApiList, asked: Filters, { types, onRow }: OpenOptions = {}): Promise<Readable> {
  const { text, values } = listQuery(list, asked, null, null);
  const client = await pool.connect();
  const config = { batchSize: BATCH_SIZE, ...(types !== undefined && { types }) };
  const rows = client.query(new QueryStream(text, values, config));
  const plain = new Transform({
    objectMode: true,
    transform: (row, _encoding, done) => {
      onRow?.();
      done(null, splitRow(list, row).row);
    },
  });
  return pipeline(rows, plain, (error) => client.release(error ?? undefined));
}

/** How many rows of a list fit. */
export async function countRows(pool: pg.Pool, list: ApiList, asked: Filters): Promise<number> {
  const { text, values } = listQuery(list, asked, null, null);
  const { rows } = await pool.query<{ count: string }>(`SELECT count(*) AS count FROM (${text}) AS listed`, values);
  return Number(rows[0]?.count ?? 0);
}

/**
 * How many digits stand behind the point at most, in each of a list's decimal columns, over all rows that fit; 0 where none do.
 * @param columns names of columns of the type numeric, at least one.
 */
export async function decimalScales(
  pool: pg.Pool,
  list: ApiList,
  asked: Filters,
  columns: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { text, values } = listQuery(list, asked, null, null);
  const scales = columns.map((column) => `coalesce(max(scale(trim_scale(${column}))), 0) AS ${column}`);
  const { rows } = await pool.query<Record<string, number>>(`SELECT ${scales.join(', ')} FROM (${text}) AS listed`, values);
  return new Map(Object.entries(rows[0] ?? {}));
}

/** What breaks a stream is told by the stream itself to whoever reads it. */
const ignore = () => {};

function csvLines(columns: readonly string[]): Transform {
  return stringify({ header: true, columns: [...columns], cast: csvCasts });
}

function jsonLines(): Transform {
  return new Transform({ writableObjectMode: true, transform: (row, _encoding, done) => done(null, `${JSON.stringify(row)}\n`) });
}
