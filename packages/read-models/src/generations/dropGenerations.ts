import type pg from 'pg';
import { currentGeneration, schemaOf } from './generationTables.ts';
import { outliveTransactions } from './outliveTransactions.ts';

/** Advisory lock of whoever makes or drops generations, as SQL. */
export const NEXT_GENERATION = "hashtextextended('newsledger: next generation', 0)";

/** How long to wait for readers of an old generation, before it is left to the next start. */
const PATIENCE_MS = 2000;

/**
 * Drops every generation but the current one: what a rebuild that ended in the middle left behind, and what readers saw before the last one.
 * Readers wait for nothing. A generation that somebody still reads stays until this is called again. Outside a transaction.
 * @returns how many are left besides the current one.
 */
export async function dropGenerations(client: pg.ClientBase): Promise<number> {
  const current = await currentGeneration(client);
  const { rows } = await client.query<{ generation: number }>(
    `SELECT substr(nspname, 12)::int AS generation
       FROM pg_namespace
      WHERE nspname ~ '^generation_[0-9]+$'`,
  );
  const old = rows.map(({ generation }) => generation).filter((generation) => generation !== current);
  // One that began while another generation was current may still ask for that.
  if (old.length === 0 || !(await outliveTransactions(client, PATIENCE_MS))) return old.length;
  let left = 0;
  for (const generation of old) if (!(await dropOne(client, generation))) left++;
  return left;
}

async function dropOne(client: pg.ClientBase, generation: number): Promise<boolean> {
  const { rows } = await client.query<{ name: string; pending: boolean }>(
    `SELECT relname AS name, inhdetachpending AS pending
       FROM pg_inherits JOIN pg_class ON oid = inhrelid
      WHERE relnamespace = to_regnamespace($1) AND relkind = 'r'`,
    [schemaOf(generation)],
  );
  await client.query(`SET lock_timeout = '${PATIENCE_MS}ms'`);
  try {
    for (const { name, pending } of rows)
      await client.query(
        `ALTER TABLE generations.${name} DETACH PARTITION ${schemaOf(generation)}.${name} ${pending ? 'FINALIZE' : 'CONCURRENTLY'}`,
      );
    await client.query(`DROP SCHEMA ${schemaOf(generation)} CASCADE`);
    return true;
  } catch (error) {
    if (isLockTimeout(error)) return false;
    throw error;
  } finally {
    await client.query('RESET lock_timeout');
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
