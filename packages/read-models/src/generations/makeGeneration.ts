import pg from 'pg';
import { type GenerationTable, schemaOf } from './generationTables.ts';

/**
 * Makes the tables of a generation, empty and without keys and indexes, beside those that readers see. The server does not clean them up or look
 * at them by itself until they are attached: while they grow that would be in vain.
 */
export async function makeGeneration(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  const schema = schemaOf(generation);
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const { name, storage, unstudied } of tables) {
    await client.query(
      `CREATE TABLE ${schema}.${name} (
         LIKE generations.${name} INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED,
         -- Says what the partition will hold, so that nothing is read again when it becomes one.
         CONSTRAINT of_generation CHECK (generation = ${generation})
       ) WITH (autovacuum_enabled = off${storage === null ? '' : `, ${storage}`})`,
    );
    const changes = [`generation SET DEFAULT ${generation}`, ...unstudied.map((column) => `${column} SET STATISTICS 0`)];
    await client.query(`ALTER TABLE ${schema}.${name} ${changes.map((change) => `ALTER COLUMN ${change}`).join(', ')}`);
  }
  await giveToOwner(client, schema, tables);
}

/** A generation belongs to whom all of them belong to, whoever makes it: who attaches one, and drops it, must own it. */
async function giveToOwner(client: pg.ClientBase, schema: string, tables: readonly GenerationTable[]): Promise<void> {
  const { rows } = await client.query<{ owner: string; own: boolean }>(
    `SELECT nspowner::regrole::text AS owner, nspowner = current_user::regrole AS own FROM pg_namespace WHERE nspname = 'generations'`,
  );
  const [{ owner, own } = { owner: '', own: true }] = rows;
  if (own) return;
  // The schema first: who owns a table must be let into it.
  await client.query(`ALTER SCHEMA ${schema} OWNER TO ${owner}`);
  for (const { name } of tables) await client.query(`ALTER TABLE ${schema}.${name} OWNER TO ${owner}`);
}

/** Adds keys, by which rows are found and written again. */
export async function addKeys(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  for (const { name, primaryKey } of tables) await client.query(`ALTER TABLE ${schemaOf(generation)}.${name} ADD ${primaryKey}`);
}

/** Builds those of some indexes that the generation does not have yet, each as the current generation has it. */
export async function addIndexes(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  for (const { name, indexes } of tables)
    for (const definition of indexes)
      await client.query(
        definition.replace(
          /^CREATE (UNIQUE )?INDEX (\S+) ON \S+/,
          (_, unique = '', index) => `CREATE ${unique}INDEX IF NOT EXISTS ${index} ON ${schemaOf(generation)}.${pg.escapeIdentifier(name)}`,
        ),
      );
}
