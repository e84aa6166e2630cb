import type pg from 'pg';

/**
 * To be called of a connection whose session holds what others wait for. When its machine vanishes without a word, the server notices within
 * half a minute, and somebody else takes over.
 * @param pid what `pg_backend_pid()` says on it.
 * @throws {SessionError} when a pooler lies between, under which a lock may be another's the next moment.
 */
export async function holdSession(client: pg.PoolClient, pid: number): Promise<void> {
  // A pooler numbers its clients' connections itself.
  if ('processID' in client && client.processID !== pid)
    throw new SessionError(
      'A pooler lies before PostgreSQL, so that no lock or notification can be relied on: set NEWSLEDGER_POSTGRES_DIRECT_URL to the address of PostgreSQL itself',
    );
  await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
}

/** This connection can't be used for what lives in a session; a retry won't help until the address is changed. */
class SessionError extends Error {
  override name = 'SessionError';
}
