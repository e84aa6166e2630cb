import type pg from 'pg';
import { holdSession } from './holdSession.ts';

/**
 * A connection that holds the subscription's lock until it is closed; null while another connection holds it, or while the server is a
 * standby, where nothing can follow the log: the subscription begins when it is promoted. Close it with `release(true)`.
 * @throws {SessionError} when a pooler lies between, under which a lock may be another's the next moment.
 */
export async function tryBecomeRunner(pool: pg.Pool, name: string): Promise<pg.PoolClient | null> {
  const client = await pool.connect();
  // A broken connection shows in the next query; without a listener it would end the process.
  const ignore = () => {};
  client.on('error', ignore);
  try {
    const { rows } = await client.query<{ pid: number; locked: boolean }>(
      `SELECT pg_backend_pid() AS pid,
              CASE WHEN pg_is_in_recovery() THEN false
                   ELSE pg_try_advisory_lock(ledger.subscription_lock($1))
               END AS locked`,
      [name],
    );
    if (rows[0]?.locked) {
      await holdSession(client, rows[0].pid);
      return client;
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.off('error', ignore);
  client.release();
  return null;
}
