import { createHash } from 'node:crypto';
import { addAbortSignal } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupHeader, END_OF_ROWS } from './backupFormat.ts';
import { countRows } from './countRows.ts';
import { columnList, type KeptTable } from './keptTables.ts';

/**
 * The bytes of a backup, before compression, one piece of a table at a time. Inside a transaction that shows all tables from one moment.
 * @param signal breaks off waiting for the server.
 * @param onRows told of rows as they are read.
 */
export async function* writeBackup(
  client: pg.ClientBase,
  header: BackupHeader,
  tables: readonly KeptTable[],
  signal: AbortSignal,
  onRows: (count: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  yield hashed(lineOf(header));
  for (const { name, sql, columns } of tables) {
    yield hashed(lineOf({ table: name, columns }));
    // A query, since a partitioned table can't be copied by its name.
    const copy = client.query(copyTo(`COPY (SELECT ${columnList(columns)} FROM ${sql}) TO STDOUT`));
    const rows: AsyncIterable<Buffer> = addAbortSignal(signal, copy);
    for await (const piece of rows) {
      onRows(countRows(piece));
      yield hashed(piece);
    }
    yield hashed(Buffer.from(END_OF_ROWS));
  }
  yield lineOf({ end: hash.digest('hex') });
}

function lineOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
