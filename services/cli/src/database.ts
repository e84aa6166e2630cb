import path from 'node:path';
import { EmbeddedPostgresError, openClient, openEmbeddedPostgres, openPool } from '@newsledger/platform';
import type pg from 'pg';

/** Where the ledger is: a PostgreSQL of the user's, or the embedded one in the data folder. */
export interface DatabaseChoice {
  readonly postgresUrl: string | null;
  readonly dataDir: string;
}

export interface OpenDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** The embedded server's process; null when the PostgreSQL is the user's own. */
  readonly serverPid: number | null;
  readonly close: () => Promise<void>;
}

/** Tried first for the embedded server: near 5432, and rarely taken. */
const EMBEDDED_PORT = 54329;
const DATABASE = 'newsledger';

/**
 * Opens the ledger's database, and makes it when it is missing.
 * @param keepServer leave a server that was found running alone when closing; `up` owns its server and passes false.
 * @throws {EmbeddedPostgresError | Error} naming what can't be reached.
 */
export async function openDatabase(choice: DatabaseChoice, { keepServer = true, max = 10 } = {}): Promise<OpenDatabase> {
  if (choice.postgresUrl !== null) {
    const pool = await connect(choice.postgresUrl, max);
    return { url: choice.postgresUrl, pool, serverPid: null, close: () => pool.end() };
  }
  const server = await openEmbeddedPostgres({ folder: path.join(choice.dataDir, 'embedded'), preferredPort: EMBEDDED_PORT });
  const url = new URL(server.url);
  await createDatabase(server.url);
  url.pathname = `/${DATABASE}`;
  const pool = await connect(url.toString(), max);
  return {
    url: url.toString(),
    pool,
    serverPid: server.pid,
    close: async () => {
      await pool.end();
      if (server.startedHere || !keepServer) await server.stop();
    },
  };
}

async function connect(url: string, max: number): Promise<pg.Pool> {
  const pool = openPool({ url, max, name: 'newsledger' });
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    const { host, pathname } = new URL(url);
    throw new EmbeddedPostgresError(
      `PostgreSQL at ${host}${pathname} does not let this process in: ${error instanceof Error ? error.message : String(error)}. Check NEWSLEDGER_POSTGRES_URL.`,
    );
  }
  return pool;
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = await openClient({ url: adminUrl });
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
