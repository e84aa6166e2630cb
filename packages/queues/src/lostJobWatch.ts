import type pg from 'pg';

interface Held {
  /** As its worker wrote it, by whatever clock. */
  readonly until: string;
  /** When it was first seen so, on the clock of `performance.now()`. */
  readonly sinceMs: number;
}

/**
 * BullMQ writes into PostgreSQL until when a job is locked and when lost jobs were last looked for, by the clock of the process that does it, and
 * the next one compares them with its own: after a process whose clock was an hour ahead, or for one whose clock is an hour behind, a dead
 * worker's jobs are not lost before that hour is over. A worker that lives renews its locks all the time, so a lock that nobody renews tells of
 * a lost job, whatever any clock says.
 * @param schema BullMQ's.
 * @returns what looks at the locks; a job whose lock stayed as it was for `patienceMs` of such looks is given free.
 */
export function createLostJobWatch(pool: pg.Pool, schema: string, patienceMs: number): () => Promise<void> {
  let held = new Map<string, Held>();
  return async () => {
    const { rows } = await pool.query<{ queue: string; id: string; until: string }>(
      `SELECT queue, id, locked_until_ms AS until FROM ${schema}.job WHERE state = 'active' AND locked_until_ms IS NOT NULL`,
    );
    const nowMs = performance.now();
    const before = held;
    held = new Map();
    const lost: typeof rows = [];
    for (const row of rows) {
      const key = `${row.queue} ${row.id}`;
      const known = before.get(key);
      const sinceMs = known?.until === row.until ? known.sinceMs : nowMs;
      if (nowMs - sinceMs < patienceMs) held.set(key, { until: row.until, sinceMs });
      else lost.push(row);
    }
    if (lost.length > 0) await giveFree(pool, schema, lost);
  };
}

/** Makes the next look for lost jobs, whoever takes it, find these. */
async function giveFree(
  pool: pg.Pool,
  schema: string,
  jobs: readonly { readonly queue: string; readonly id: string; readonly until: string }[],
): Promise<void> {
  await pool.query(
    `WITH lost AS (SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[]) AS lost (queue, id, until)),
          freed AS (
            UPDATE ${schema}.job
               SET locked_until_ms = 0, stalled_marked = true
              FROM lost
             WHERE job.queue = lost.queue AND job.id = lost.id AND state = 'active' AND locked_until_ms = lost.until
         RETURNING job.queue
          )
     UPDATE ${schema}.meta SET value = '0' WHERE field = 'stalled-check' AND queue IN (SELECT queue FROM freed)`,
    [jobs.map(({ queue }) => queue), jobs.map(({ id }) => id), jobs.map(({ until }) => until)],
  );
}
