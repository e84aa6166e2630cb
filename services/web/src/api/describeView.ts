import type pg from 'pg';

/** A column of a view in the schema `newsledger`. */
export interface ViewColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `numeric`, `timestamp with time zone`, `text[]`. */
  readonly type: string;
  /** What the view's own comment says of it. */
  readonly meaning: string;
}

/** The columns of a view in their order; the schema's comments are the one place where they are explained. */
export async function describeView(pool: pg.Pool, view: string): Promise<ViewColumn[]> {
  const { rows } = await pool.query<ViewColumn>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, coalesce(col_description(attrelid, attnum), '') AS meaning
       FROM pg_attribute
      WHERE attrelid = ('newsledger.' || quote_ident($1))::regclass AND attnum > 0 AND NOT attisdropped
      ORDER BY attnum`,
    [view],
  );
  return rows;
}
