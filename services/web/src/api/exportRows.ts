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
): Promise<Readable> {
  const { text, values } = listQuery(list, asked, null, null);
  const client = await pool.connect();
  const rows = client.query(new QueryStream(text, values, { batchSize: BATCH_SIZE }));
  const lines = form === 'csv' ? csvLines(columns) : jsonLines();
  const plain = new Transform({
    objectMode: true,
    transform: (row, _encoding, done) => done(null, inJson(splitRow(list, row).row)),
  });
  return pipeline(rows, plain, lines, (error) => client.release(error ?? undefined));
}

function csvLines(columns: readonly string[]): Transform {
  return stringify({ header: true, columns: [...columns], cast: csvCasts });
}

function jsonLines(): Transform {
  return new Transform({ writableObjectMode: true, transform: (row, _encoding, done) => done(null, `${JSON.stringify(row)}\n`) });
}
