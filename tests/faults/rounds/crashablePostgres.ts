import { type EmbeddedPostgres, openClient, openEmbeddedPostgres } from '@newsledger/platform';
import { chooseSteadyPort, endWithProcess, waitFor } from '@newsledger/test-support';

/** A PostgreSQL that can be killed, and started again at the same port with what it had written. */
export interface CrashablePostgres {
  readonly port: number;
  urlOf(database: string): string;
  /** An immediate stop, as of a process that crashed: nothing is flushed, and the next start goes through its log. */
  crash(): Promise<void>;
  /** Starts it if it doesn't run. */
  ensureRunning(): Promise<void>;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Crashes are of processes, not of the machine, so that nothing need reach a disk; the log of writes stays small enough for a small one. */
const SETTINGS = { fsync: 'off', max_connections: '300', max_wal_size: '64MB', min_wal_size: '32MB', autovacuum_naptime: '30s' };

export async function startCrashablePostgres(folder: string): Promise<CrashablePostgres> {
  const port = await chooseSteadyPort();
  let server: EmbeddedPostgres;
  let callOff: () => void;
  const start = async () => {
    server = await openEmbeddedPostgres({ folder, preferredPort: port, settings: SETTINGS });
    callOff = endWithProcess(server.pid);
    if (server.port !== port) throw new Error(`PostgreSQL came up at port ${server.port} instead of ${port}.`);
  };
  await start();
  const urlOf = (database: string) => {
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    return url.toString();
  };
  const administer = async (statement: string) => {
    const admin = await openClient({ url: urlOf('postgres'), name: 'faults' });
    try {
      await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  return {
    port,
    urlOf,
    crash: async () => {
      callOff();
      process.kill(server.pid, 'SIGQUIT');
      await waitFor('the end of PostgreSQL', () => !isAlive(server.pid), 30_000);
    },
    ensureRunning: async () => {
      if (isAlive(server.pid) && (await answers(urlOf('postgres')))) return;
      callOff();
      await start();
    },
    createDatabase: (name, template) => administer(`CREATE DATABASE "${name}"${template === undefined ? '' : ` TEMPLATE "${template}"`}`),
    dropDatabase: (name) => administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
    stop: async () => {
      await server.stop();
      callOff();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const client = await openClient({ url, name: 'faults' });
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
