import pg from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** Connections at most; the driver's ten when left out. */
  readonly max?: number;
  /** What `pg_stat_activity` calls these connections. */
  readonly name?: string;
  /**
   * Whether a pooler in transaction mode, such as PgBouncer, answers there: each transaction may have another session, so that statements
   * are not prepared under a name. What needs a session goes another way (`openPools`).
   */
  readonly isPooled?: boolean;
  /** Whether connections stay when nobody asks for ten seconds: each remembers how to answer what it was asked, which takes longer to find out. */
  readonly staysOpen?: boolean;
  /** Hears of an idle connection that the server ended. It is replaced at the next query, so there is nothing to do. */
  readonly onLost?: (error: Error) => void;
}

/**
 * A day is a day, not an instant: the driver's own parser makes local midnight of it, which is another day east of Greenwich. So a `date`
 * stays the text that PostgreSQL gives, `2025-11-01`; a `timestamptz` is an instant and stays a `Date`.
 */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * What no setting of server, role or machine may change: days written as ISO 8601 says, and instants turned into days or JSON by SQL
 * as they are in UTC. PgBouncer keeps these two for each of its clients, whatever session it gives them.
 */
const SESSION = `SET datestyle = 'ISO, YMD'; SET timezone = 'UTC'`;

/**
 * A server whose machine vanished without a word, in the middle of an answer, is noticed: after ten seconds of silence the system asks whether
 * it is still there, and gives up ten seconds later. Without this a query could wait for ever.
 */
const WATCHED = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** The pool hears of idle connections only. One that is lost while somebody has it shows in their next query; unheard, it would end the process. */
const ignore = () => {};

/** The one place where connections of the house are made, so that all of them read the same row as the same values. */
export function openPool({ url, max, name, isPooled = false, staysOpen = false, onLost = () => {} }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    ...(isPooled && { Client: NamelessClient }),
    types,
    ...(max !== undefined && { max }),
    ...(name !== undefined && { application_name: name }),
    ...(staysOpen && { idleTimeoutMillis: 0 }),
    ...WATCHED,
    onConnect: (client) => {
      client.on('error', ignore);
      return client.query(SESSION).then(() => {});
    },
  });
  pool.on('error', onLost);
  return pool;
}

/** One connection, for what ends with it: a lock, or an administrator's statement. It is the caller's to end. */
export async function openClient({
  url,
  name,
  onLost = () => {},
}: Omit<PoolOptions, 'max' | 'isPooled' | 'staysOpen'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types, ...WATCHED, ...(name !== undefined && { application_name: name }) });
  client.on('error', onLost);
  await client.connect();
  await client.query(SESSION);
  return client;
}

/** Prepares statements without a name: PgBouncer before 1.21 can't, and later ones not by default, have them in another session. */
class NamelessClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this);
    this.query = (first: unknown, ...rest: unknown[]) => Reflect.apply(query, this, [withoutName(first), ...rest]);
  }
}

/** What has a protocol of its own, such as COPY, stays as it is. */
function withoutName(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('name' in query) || 'submit' in query) return query;
  const { name: _, ...nameless } = query;
  return nameless;
}
