import type pg from 'pg';

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
      refusePooler(client, rows[0].pid);
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

/** A pooler numbers its clients' connections itself. */
function refusePooler(client: pg.PoolClient, pid: number): void {
  if ('processID' in client && client.processID !== pid)
    throw new SessionError(
      'A pooler lies before PostgreSQL, so that no lock or notification can be relied on: set NEWSLEDGER_POSTGRES_DIRECT_URL to the address of PostgreSQL itself',
    );
}

/** This connection can't be used for what lives in a session; a retry won't help until the address is changed. */
class SessionError extends Error {
  override name = 'SessionError';
}
