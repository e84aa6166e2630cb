import type pg from 'pg';

/** Captures in one statement: a few megabytes. */
const BATCH = 500;

/**
 * Erases the bytes of every capture that was stored before `before`, and notes that they were there. Events, claims and their sentences stay.
 * Several processes may do it at once.
 * @returns how many were erased.
 */
export async function eraseOldCaptures(pool: pg.Pool, before: Date): Promise<number> {
  let erased = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `WITH old AS (
         SELECT hash FROM ledger.captures WHERE stored_at < $1 ORDER BY stored_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ), gone AS (
         DELETE FROM ledger.captures c USING old WHERE c.hash = old.hash RETURNING c.hash
       )
       INSERT INTO ledger.erased_captures (hash)
       SELECT hash FROM gone
       ON CONFLICT (hash) DO UPDATE SET erased_at = now()`,
      [before, BATCH],
    );
    erased += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return erased;
  }
}
