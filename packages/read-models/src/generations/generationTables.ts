import type pg from 'pg';

/** A table that has generations, with what a new one is made of. */
export interface GenerationTable {
  readonly name: string;
  /** Columns that are written, in the order of the table. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of which no statistics are kept. */
  readonly unstudied: readonly string[];
  readonly primaryKey: string;
  /** `fillfactor=70` and the like; null for the defaults. */
  readonly storage: string | null;
  /** Definitions of all other indexes, as `CREATE INDEX name ON schema.table …`. */
  readonly indexes: readonly string[];
}

/** The generation that readers see. */
export async function currentGeneration(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ current: number }>('SELECT current FROM projection.generation');
  const [row] = rows;
  if (row === undefined) throw new Error('projection.generation has no row: the read models were not migrated');
  return row.current;
}

/** The schema that holds the tables of a generation. */
export function schemaOf(generation: number): string {
  return `generation_${generation}`;
}

/** Every table that is derived from the log, as the catalog knows the current generation: what migrations add needs no list here. */
export async function generationTables(client: pg.ClientBase, current: number): Promise<GenerationTable[]> {
  const { rows } = await client.query<GenerationTable>(
    `SELECT class.relname AS name,
            (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, NULL)) ORDER BY attnum)
               FROM pg_attribute
              WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'generation') AS columns,
            ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = class.oid AND attnum > 0 AND attstattarget = 0) AS unstudied,
            (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = class.oid AND contype = 'p') AS "primaryKey",
            array_to_string(class.reloptions, ', ') AS storage,
            ARRAY(SELECT pg_get_indexdef(indexrelid)
                    FROM pg_index
                   WHERE indrelid = class.oid AND NOT indisprimary
                   ORDER BY indexrelid) AS indexes
       FROM pg_class AS class
      WHERE class.relnamespace = to_regnamespace($1) AND class.relkind = 'r'
      ORDER BY class.relname`,
    [schemaOf(current)],
  );
  return rows;
}

/** Looks at what is in the tables of a generation, so that questions are planned by it. */
export async function analyzeGeneration(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  await client.query(`ANALYZE ${tables.map(({ name }) => `${schemaOf(generation)}.${name}`).join(', ')}`);
}

/** Looks at a tenth of what `analyzeGeneration` looks at: enough for plans of questions that ask by key, while the tables grow. */
export async function skimGeneration(client: pg.ClientBase, generation: number, tables: readonly GenerationTable[]): Promise<void> {
  await client.query('SET default_statistics_target = 10');
  await analyzeGeneration(client, generation, tables);
  await client.query('RESET default_statistics_target');
}
