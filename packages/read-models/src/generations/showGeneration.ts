import type pg from 'pg';
import { type GenerationTable, schemaOf } from './generationTables.ts';

/** A statement that is still at work after so long has its snapshot: it was planned long ago. */
const PLANNED_BY_THEN_MS = 1000;
const LOOK_EVERY_MS = 10;

/**
 * Makes the tables of a complete generation partitions of those that readers ask, and waits for statements that were planned without them: one
 * of those would find nothing, did it take its snapshot after the generation was shown. No lock that this takes is in the way of reading or
 * writing the rows of another generation.
 */
export async function attachGeneration(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  await client.query('BEGIN');
  for (const { name } of tables)
    await client.query(`ALTER TABLE generations.${name} ATTACH PARTITION ${schemaOf(generation)}.${name} FOR VALUES IN (${generation})`);
  await client.query('COMMIT');
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const deadline = performance.now() + PLANNED_BY_THEN_MS;
  while (performance.now() < deadline) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active' AND query_start <= $1
        LIMIT 1`,
      [rows[0]?.now],
    );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/**
 * Lets readers see an attached generation, from the caller's commit on: whoever reads goes on with the generation that his snapshot knows, and
 * waits for nothing.
 */
export async function showGeneration(client: pg.ClientBase, generation: number): Promise<void> {
  await client.query('UPDATE projection.generation SET current = $1', [generation]);
}
