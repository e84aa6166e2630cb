import type pg from 'pg';

/** What a run has written, in bytes on the disk, indexes included. */
export interface WrittenBytes {
  readonly log: number;
  readonly captures: number;
  readonly tables: number;
  readonly queues: number;
  /** All that the server wrote into its write-ahead log since the database was made. */
  readonly writeAheadLog: number;
}

/** Sizes by what the tables are for; a fresh cluster's empty tables count for nearly nothing. */
export async function bytesOf(pool: pg.Pool): Promise<WrittenBytes> {
  const { rows } = await pool.query<WrittenBytes>(
    `SELECT coalesce(sum(bytes) FILTER (WHERE schema = 'ledger' AND name <> 'captures'), 0)::float8 AS log,
            coalesce(sum(bytes) FILTER (WHERE schema = 'ledger' AND name = 'captures'), 0)::float8 AS captures,
            coalesce(sum(bytes) FILTER (WHERE schema IN ('projection', 'generations') OR schema LIKE 'generation%'), 0)::float8 AS tables,
            coalesce(sum(bytes) FILTER (WHERE schema IN ('work', 'bullmq', 'polling')), 0)::float8 AS queues,
            pg_wal_lsn_diff(pg_current_wal_lsn(), '0/1000000')::float8 AS "writeAheadLog"
       FROM (SELECT nspname AS schema, relname AS name, pg_total_relation_size(c.oid) AS bytes
               FROM pg_class AS c
               JOIN pg_namespace AS n ON n.oid = relnamespace
              WHERE relkind = 'r') AS sized`,
  );
  const [bytes] = rows;
  if (bytes === undefined) throw new Error('the sizes of the tables are unknown');
  return bytes;
}
