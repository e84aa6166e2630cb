import type pg from 'pg';

/**
 * A connection that holds the subscription's lock until it is closed; null while another connection holds it. Close it with
 * `release(true)`.
 */
export async function tryBecomeRunner(pool: pg.Pool, name: string): Promise<pg.PoolClient | null> {
  const client = await pool.connect();
  // A broken connection shows in the next query; without a listener it would end the process.
  const ignore = () => {};
  client.on('error', ignore);
  try {
    const { rows } = await client.query<{ pid: number; locked: boolean }>(
      'SELECT pg_backend_pid() AS pid, NOT pg_is_in_recovery() AND pg_try_advisory_lock(ledger.subscription_lock($1)) AS locked',
      [name],
    );
    if (rows[0]?.locked) {
      // When the runner's machine vanishes without a word, the server notices within half a minute, and a stand-by takes over.
      await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
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
