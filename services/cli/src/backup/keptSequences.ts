import pg from 'pg';
import type { SequenceState } from './backupFormat.ts';
import { classOfTable } from './tableClass.ts';

interface Sequence {
  /** `ledger.event_position`. */
  readonly name: string;
  /** The same, as SQL. */
  readonly sql: string;
}

/**
 * How far the sequences of the schemas that a backup holds are, by their names. Sequences know no snapshots: read after one was taken, they
 * are ahead of every row that it shows.
 */
export async function readSequences(client: pg.ClientBase): Promise<Record<string, SequenceState>> {
  const sequences: Record<string, SequenceState> = {};
  for (const { name, sql } of await listSequences(client)) {
    const { rows } = await client.query<SequenceState>(`SELECT last_value AS last, is_called AS "isCalled" FROM ${sql}`);
    if (rows[0] !== undefined) sequences[name] = rows[0];
  }
  return sequences;
}

/** Puts sequences where they were. Not undone by a rollback, which only leaves a gap. */
export async function restoreSequences(client: pg.ClientBase, sequences: Readonly<Record<string, SequenceState>>): Promise<void> {
  for (const { name, sql } of await listSequences(client)) {
    const state = sequences[name];
    if (state !== undefined) await client.query('SELECT setval($1, $2, $3)', [sql, state.last, state.isCalled]);
  }
}

async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT nspname AS schema, relname AS name
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE relkind = 'S'
      ORDER BY nspname, relname`,
  );
  return rows
    .filter(({ schema, name }) => classOfTable(schema, name) === 'kept')
    .map(({ schema, name }) => ({ name: `${schema}.${name}`, sql: `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}` }));
}
