import { Readable, type Transform } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { UsageError } from '../usageError.ts';
import { type BackupHeader, totalRows } from './backupFormat.ts';
import { describeLedger } from './describeLedger.ts';
import { listKeptTables } from './keptTables.ts';
import { writeBackup } from './writeBackup.ts';

export interface BackupOptions<Saved> {
  /** Breaks the backup off; what `save` was given then fails. */
  readonly signal: AbortSignal;
  /** Takes the compressed bytes; the backup is done when it is. */
  readonly save: (bytes: Readable, compress: Transform) => Promise<Saved>;
  /** Told of rows that were read, and of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * How dates, numbers and bytes are written, whatever the server's own settings say; and as long as it takes. A lock that nobody waits for but
 * who changes tables.
 */
const SETTINGS = `
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL timezone = 'UTC';
  SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

/**
 * Takes a backup of everything that can't be had again, from one moment, while everything runs.
 * @returns what it holds, and what `save` gave.
 * @throws {UsageError} where there is no ledger.
 */
export async function takeBackup<Saved>(
  pool: pg.Pool,
  { signal, save, onProgress }: BackupOptions<Saved>,
): Promise<{ readonly header: BackupHeader; readonly saved: Saved }> {
  const client = await pool.connect();
  try {
    const found = await listKeptTables(client);
    if (found.length === 0) throw new UsageError('There is no ledger in this database yet, and nothing to back up.');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(SETTINGS);
    // Before the snapshot is taken: no migration changes a table between its description and its rows.
    await client.query(`LOCK TABLE ${found.map(({ sql }) => sql).join(', ')} IN ACCESS SHARE MODE`);
    const tables = await listKeptTables(client);
    const header = await describeLedger(client, tables);
    const total = totalRows(header);
    let done = 0;
    const onRows = (count: number) => {
      done += count;
      onProgress(done, total);
    };
    const saved = await save(
      Readable.from(writeBackup(client, header, tables, signal, onRows), { objectMode: false }),
      createZstdCompress(),
    );
    await client.query('COMMIT');
    client.release();
    return { header, saved };
  } catch (error) {
    // It may be in the middle of a table.
    client.release(true);
    throw error;
  }
}
