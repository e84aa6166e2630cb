import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { endWithProcess } from './endWithProcess.ts';

export interface TestPgBouncer {
  /** The same database as `url` names, through the pooler. */
  readonly urlOf: (url: string) => string;
  /** Ends its own connections to the database that `url` names, so that it can be dropped. */
  readonly forget: (url: string) => Promise<void>;
  /** How many transactions on that database went through it. */
  readonly transactions: (url: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Few, so that transactions of one client really get sessions that others had. */
const SESSIONS = 4;

/** Debian keeps it where ordinary users' shells don't look. */
const binary = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']
  .map((folder) => path.join(folder, 'pgbouncer'))
  .find(existsSync);

/** Whether this machine has one. */
export const hasPgBouncer = binary !== undefined;

/**
 * A PgBouncer in transaction mode before the server of `serverUrl`, on loopback. It ends with this process, however that ends.
 * @throws {Error} when this machine has none, or it doesn't start.
 */
export async function startTestPgBouncer(serverUrl: string): Promise<TestPgBouncer> {
  if (binary === undefined) throw new Error('no pgbouncer on this machine');
  const server = new URL(serverUrl);
  const port = await chooseSteadyPort();
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-pgbouncer-'));
  const file = path.join(folder, 'pgbouncer.ini');
  // Any client gets in, as the server's administrator.
  const login = `user=${decodeURIComponent(server.username)} password=${decodeURIComponent(server.password)}`;
  await writeFile(
    file,
    `[databases]\n* = host=${server.hostname} port=${server.port} ${login}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\n` +
      `unix_socket_dir =\nauth_type = any\nadmin_users = admin\npool_mode = transaction\ndefault_pool_size = ${SESSIONS}\nmax_client_conn = 200\n`,
  );
  await chmod(folder, 0o755);
  // It refuses to run as root.
  const asOther = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const bouncer = spawn(binary, [...asOther, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (bouncer.pid !== undefined) bouncer.once('exit', endWithProcess(bouncer.pid));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    bouncer.once('error', reject);
    bouncer.once('exit', () => reject(new Error(`pgbouncer ended before it was ready: ${said}`)));
    bouncer.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('process up')) resolve();
    });
  });
  return {
    urlOf: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).toString(),
    forget: async (url) => {
      await ask(port, `KILL ${pg.escapeIdentifier(nameOf(url))}`);
    },
    transactions: async (url) => {
      const rows = await ask(port, 'SHOW STATS_TOTALS');
      return Number(rows.find(({ database }) => database === nameOf(url))?.xact_count ?? 0);
    },
    stop: async () => {
      const gone = new Promise((resolve) => bouncer.once('exit', resolve));
      bouncer.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One command of its console (https://www.pgbouncer.org/usage.html#admin-console). */
async function ask(port: number, command: string): Promise<Record<string, string>[]> {
  const admin = new pg.Client({ connectionString: `postgres://admin@127.0.0.1:${port}/pgbouncer` });
  await admin.connect();
  try {
    return (await admin.query<Record<string, string>>(command)).rows;
  } finally {
    await admin.end();
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
