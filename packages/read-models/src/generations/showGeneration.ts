import type pg from 'pg';
import { type GenerationTable, schemaOf } from './generationTables.ts';
import { outliveTransactions } from './outliveTransactions.ts';

/** A statement that is still at work after so long has its snapshot: it was planned long ago. */
const PLANNED_BY_THEN_MS = 1000;

/**
 * Makes the tables of a complete generation partitions of those that readers ask, and waits for statements that were planned without them: one
 * of those would find nothing, did it take its snapshot after the generation was shown. No lock that this takes is in the way of reading or
 * writing the rows of another generation.
 */
export async function attachGeneration(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  await client.query('BEGIN');
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${schemaOf(generation)}.${name} RESET (autovacuum_enabled)`);
    await client.query(`ALTER TABLE generations.${name} ATTACH PARTITION ${schemaOf(generation)}.${name} FOR VALUES IN (${generation})`);
  }
  await client.query('COMMIT');
  await outliveTransactions(client, PLANNED_BY_THEN_MS);
}

/**
 * Lets readers see an attached generation, from the caller's commit on: whoever reads goes on with the generation that his snapshot knows, and
 * waits for nothing.
 */
export async function showGeneration(client: pg.ClientBase, generation: number): Promise<void> {
  await client.query('UPDATE projection.generation SET current = $1', [generation]);
}
