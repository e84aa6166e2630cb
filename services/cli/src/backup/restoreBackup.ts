import { pipeline } from 'node:stream/promises';
import { createEventStore, inTransaction, runMigrations, saveCheckpoint } from '@newsledger/event-store';
import { PROJECTOR, rebuildIfOutdated } from '@newsledger/read-models';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateSchemas } from '../migrateLedger.ts';
import { BackupFileError } from './backupFileError.ts';
import { type BackupHeader, totalRows } from './backupFormat.ts';
import { type BackedUpTable, type BackupReader, DAMAGED } from './backupReader.ts';
import { countRows } from './countRows.ts';
import { restoreSequences } from './keptSequences.ts';
import { columnList, type KeptTable, listKeptTables } from './keptTables.ts';
import { knownMigrations, migrationSources } from './knownMigrations.ts';
import { requireEmpty, requireNotAhead } from './requireEmpty.ts';
import { requireKnown } from './requireKnown.ts';

export interface RestoreOptions {
  readonly signal: AbortSignal;
  /** From which claims shall count; null for what the backup says. */
  readonly certainty: number | null;
  /** Told of rows that were written, and of how many. */
  readonly onRows: (done: number, total: number) => void;
  /** Told, after that, of positions of the log that were folded into the tables. */
  readonly onFolded: (done: number, total: number) => void;
}

/**
 * Fills an empty database from a backup. All rows come in one transaction, so that a backup that proves cut, or a process that is ended, leaves
 * an empty ledger; then the tables are made from the log. What ends in between is completed by the next start, and looks unmade until then.
 * @returns what the backup held.
 * @throws {BackupFileError} when the backup is not whole, or of a newer release.
 * @throws {NotEmptyError} when the database is not empty, or ahead of the backup.
 * @throws {RebuildStoppedError} when the log was restored, and an event that was not parked before can't be folded.
 */
export async function restoreBackup(pool: pg.Pool, reader: BackupReader, options: RestoreOptions): Promise<BackupHeader> {
  const header = await reader.header();
  requireKnown(header.migrations, await knownMigrations());
  await withClient(pool, async (client) => {
    await requireEmpty(client);
    await requireNotAhead(client, header);
  });
  await migrateAsThen(pool, header);
  await inTransaction(pool, (client) => restoreRows(client, reader, header, options));
  await migrateSchemas(pool);
  await rebuildIfOutdated(pool, createEventStore(pool), options.certainty ?? header.certainty, {
    mayPark: 'known',
    onProgress: options.onFolded,
  });
  return header;
}

/** Makes the schemas as the backup's release had them: its rows fit those, and are migrated with them. */
async function migrateAsThen(pool: pg.Pool, { migrations }: BackupHeader): Promise<void> {
  for (const source of migrationSources) await runMigrations(pool, { ...source, upTo: migrations[source.schema]?.length ?? 0 });
}

async function restoreRows(client: pg.ClientBase, reader: BackupReader, header: BackupHeader, options: RestoreOptions): Promise<void> {
  await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
  const tables = await lockEmpty(client);
  const total = totalRows(header);
  const missing = new Map(Object.entries(header.rows));
  let done = 0;
  const onPiece = (piece: Buffer) => {
    done += countRows(piece);
    options.onRows(done, total);
  };
  for await (const backedUp of reader.tables()) {
    const table = tables.get(backedUp.table);
    if (table === undefined) throw new BackupFileError(`${DAMAGED} It holds a table ${backedUp.table}, which its release did not have.`);
    const written = await copyRows(client, table, backedUp, onPiece, options.signal);
    if (written !== missing.get(table.name))
      throw new BackupFileError(`${DAMAGED} Of table ${table.name} it holds another number of rows than it says.`);
    missing.delete(table.name);
  }
  if (missing.size > 0) throw new BackupFileError(`${DAMAGED} It lacks the tables ${[...missing.keys()].join(', ')}.`);
  await restoreSequences(client, header.sequences);
  await markUnmade(client);
  // Reading the log anew is planned by it, long before the server would look by itself.
  await client.query(`ANALYZE ${[...tables.values()].map(({ sql }) => sql).join(', ')}`);
}

/** The tables to fill. Nobody else writes to them until the transaction ends. */
async function lockEmpty(client: pg.ClientBase): Promise<ReadonlyMap<string, KeptTable>> {
  const tables = await listKeptTables(client);
  await client.query(`LOCK TABLE ${tables.map(({ sql }) => sql).join(', ')} IN EXCLUSIVE MODE`);
  await requireEmpty(client);
  await client.query('DELETE FROM ledger.checkpoints');
  return new Map(tables.map((table) => [table.name, table]));
}

async function copyRows(
  client: pg.ClientBase,
  { sql }: KeptTable,
  { columns, rows }: BackedUpTable,
  onPiece: (piece: Buffer) => void,
  signal: AbortSignal,
): Promise<number> {
  const copy = client.query(copyFrom(`COPY ${sql} (${columnList(columns)}) FROM STDIN`));
  await pipeline(rows, watched(onPiece), copy, { signal });
  return copy.rowCount;
}

function watched(onPiece: (piece: Buffer) => void) {
  return async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      onPiece(piece);
      yield piece;
    }
  };
}

/** Until the tables are made nothing says that they are: the next start makes them, if this one does not. */
async function markUnmade(client: pg.ClientBase): Promise<void> {
  await saveCheckpoint(client, PROJECTOR, 0n);
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('projection.made_by') IS NOT NULL AS there`);
  if (rows[0]?.there) await client.query('DELETE FROM projection.made_by');
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
