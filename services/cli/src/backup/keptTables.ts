import pg from 'pg';
import { classOfTable } from './tableClass.ts';

/** A table whose rows a backup holds. */
export interface KeptTable {
  /** `ledger.events`. */
  readonly name: string;
  /** The same, as SQL. */
  readonly sql: string;
  /** Those that hold values of their own, in the table's order. */
  readonly columns: readonly string[];
}

/** The tables that a backup holds, as the catalog knows them; none where there is no ledger. */
export async function listKeptTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<{ schema: string; table: string; columns: string[] }>(
    `SELECT nspname AS schema, relname AS table,
            ARRAY(SELECT attname::text
                    FROM pg_attribute
                   WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                   ORDER BY attnum) AS columns
       FROM pg_class AS class
       JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE relkind IN ('r', 'p') AND NOT relispartition AND relpersistence = 'p'
      ORDER BY nspname, relname`,
  );
  return rows
    .filter(({ schema, table }) => classOfTable(schema, table) === 'kept')
    .map(({ schema, table, columns }) => ({
      name: `${schema}.${table}`,
      sql: `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`,
      columns,
    }));
}

/** Names as SQL, with commas between them. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}
