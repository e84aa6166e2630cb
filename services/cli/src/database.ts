import path from 'node:path';
import { EmbeddedPostgresError, openClient, openEmbeddedPostgres, openPool, within } from '@newsledger/platform';
import type pg from 'pg';
import { isClaimed } from './up/claimLedger.ts';

/** Where the ledger is: a PostgreSQL of the user's, or the embedded one in the data folder. */
export interface DatabaseChoice {
  readonly postgresUrl: string | null;
  /** Past a pooler; commands use sessions. */
  readonly postgresDirectUrl?: string | null;
  readonly dataDir: string;
}

export interface OpenDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Null when the PostgreSQL is the user's own. */
  readonly server: EmbeddedServer | null;
  /** Closes the connections, and ends the embedded server as `CloseOptions` say. */
  readonly close: (options?: CloseOptions) => Promise<void>;
}

interface EmbeddedServer {
  readonly pid: number;
  readonly port: number;
  /** The port that it would have had, if another program had not taken it; otherwise null. */
  readonly insteadOfPort: number | null;
}

interface CloseOptions {
  /** End the server even if it was found running: its owner closes it. A command ends only what it started, and not under a running `up`. */
  readonly isOwner?: boolean;
  /** The process was told to end, so that nothing may take long. */
  readonly isHurried?: boolean;
}

export interface OpenOptions {
  /** Connections at most. */
  readonly max?: number;
  /** Breaks off making or starting the embedded server; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** Tried first for the embedded server: near 5432, and rarely taken. */
const EMBEDDED_PORT = 54329;
const DATABASE = 'newsledger';

/** Connections close in no time unless a question is being answered, which the server's end breaks off. */
const HURRIED_POOL_MS = 1_000;
const HURRIED_STOP_MS = 4_000;

/**
 * Opens the ledger's database, and makes it when it is missing.
 * @throws {EmbeddedPostgresError | Error} naming what can't be reached.
 */
export async function openDatabase(choice: DatabaseChoice, { max = 10, signal }: OpenOptions = {}): Promise<OpenDatabase> {
  const theirs = choice.postgresDirectUrl ?? choice.postgresUrl;
  if (theirs !== null) {
    const pool = await connect(theirs, max);
    return { url: theirs, pool, server: null, close: (options) => endPool(pool, options) };
  }
  const server = await openEmbeddedPostgres({ folder: path.join(choice.dataDir, 'embedded'), preferredPort: EMBEDDED_PORT, signal });
  try {
    const url = new URL(server.url);
    await createDatabase(server.url);
    url.pathname = `/${DATABASE}`;
    const pool = await connect(url.toString(), max);
    return {
      url: url.toString(),
      pool,
      server,
      close: async ({ isOwner = false, isHurried = false } = {}) => {
        const ends = isOwner || (server.startedHere && !(await isClaimed(pool).catch(() => false)));
        await endPool(pool, { isHurried });
        if (ends) await server.stop(isHurried ? HURRIED_STOP_MS : undefined);
      },
    };
  } catch (error) {
    if (server.startedHere) await server.stop(HURRIED_STOP_MS);
    throw error;
  }
}

async function endPool(pool: pg.Pool, { isHurried = false }: CloseOptions = {}): Promise<void> {
  const ending = pool.end();
  if (isHurried) await within(HURRIED_POOL_MS, ending).catch(() => {});
  else await ending;
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
