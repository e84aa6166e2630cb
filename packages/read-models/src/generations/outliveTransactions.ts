import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

const LOOK_EVERY_MS = 20;

/**
 * Waits until every transaction that runs in this database now has ended, whoever's it is.
 * @returns false when some go on after `patienceMs`.
 */
export async function outliveTransactions(client: pg.ClientBase, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  // Each transaction holds a lock of its own name, and everybody may see that it does.
  const { rows } = await client.query<{ name: string }>(
    `SELECT virtualtransaction AS name
       FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'virtualxid' AND granted AND datname = current_database() AND pid <> pg_backend_pid()
        AND (backend_type IS NULL OR backend_type = 'client backend')`,
  );
  let names = rows.map(({ name }) => name);
  while (names.length > 0) {
    if (performance.now() > deadline) return false;
    await sleep(LOOK_EVERY_MS);
    const left = await client.query<{ name: string }>(
      `SELECT virtualtransaction AS name FROM pg_locks WHERE locktype = 'virtualxid' AND granted AND virtualtransaction = ANY ($1::text[])`,
      [names],
    );
    names = left.rows.map(({ name }) => name);
  }
  return true;
}
