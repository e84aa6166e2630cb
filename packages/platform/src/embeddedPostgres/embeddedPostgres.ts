import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findPostgresBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embeddedPostgresError.ts';
import { chooseFreePort } from './freePort.ts';
import { reachableFolder, type ServerUser, serverUser } from './serverUser.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, port and log; made when missing. */
  readonly folder: string;
  /** Tried first when the cluster has no port yet. */
  readonly preferredPort?: number;
  /** Server settings, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser `newsledger`, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Where cluster, password, port and log are: the folder that was asked for, unless the server's user can't enter that one. */
  readonly folder: string;
  /** The server's process. */
  readonly pid: number;
  /** False when a server was running on the folder already, for example after its starter was killed. */
  readonly startedHere: boolean;
  /** Ends the server and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL of its own on the loopback address, or joins the one that runs on the folder. The server is a daemon: it outlives a
 * killed process, and the next start finds it.
 * @throws {EmbeddedPostgresError} when the platform has none or the server doesn't start; the message ends with its log.
 */
export async function openEmbeddedPostgres({ folder, preferredPort, settings = {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const home = reachableFolder(user, path.resolve(folder));
  const data = path.join(home, 'postgres');
  const { initdb, pgCtl } = await findPostgresBinaries(user);
  await mkdir(home, { recursive: true });
  if (user !== null) await chown(home, user.uid, user.gid);

  const password = await remembered(path.join(home, 'password'), () => randomBytes(18).toString('base64url'));
  const clusterExists = await readFile(path.join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!clusterExists) await initialise(initdb, data, password, user, settings.fsync === 'off');

  const stop = async () => void (await run(pgCtl, ['-D', data, '-m', 'fast', '-w', 'stop'], user));
  const running = (await run(pgCtl, ['-D', data, 'status'], user)).code === 0;
  const port = Number(await remembered(path.join(home, 'port'), async () => `${await chooseFreePort(preferredPort)}`));
  const url = `postgres://newsledger:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  if (running) return { url, port, folder: home, pid: await pidOf(data), startedHere: false, stop };

  const flags = { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '', ...settings };
  const options = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`);
  const log = path.join(home, 'postgres.log');
  const { code } = await run(pgCtl, ['-D', data, '-l', log, '-o', options.join(' '), '-w', '-t', '60', 'start'], user);
  if (code !== 0) {
    // A port that is taken by now is chosen anew at the next start.
    await rm(path.join(home, 'port'), { force: true });
    const tail = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-8).join('\n');
    throw new EmbeddedPostgresError(`The embedded PostgreSQL in ${home} did not start. Its log ends with:\n${tail}`);
  }
  return { url, port, folder: home, pid: await pidOf(data), startedHere: true, stop };
}

/** @param isThrowaway a cluster that need not outlive the machine is not flushed to the disk. */
async function initialise(initdb: string, data: string, password: string, user: ServerUser | null, isThrowaway: boolean): Promise<void> {
  const passwordFile = `${data}.initial-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  // A half-made cluster of an interrupted first start has no PG_VERSION and is of no use to anyone.
  await rm(data, { recursive: true, force: true });
  const args = [
    '-D',
    data,
    '-U',
    'newsledger',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(isThrowaway ? ['--no-sync'] : []),
  ];
  const { code, output } = await run(initdb, args, user);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new EmbeddedPostgresError(`The embedded PostgreSQL could not make its data folder ${data}: ${output.trim()}`);
}

/** The first line of the server's lock file is its process. */
async function pidOf(data: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(data, 'postmaster.pid'), 'utf8'), 10);
}

/** A short text kept in a file, made on first use. */
async function remembered(file: string, make: () => string | Promise<string>): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known;
  const made = await make();
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

function run(file: string, args: readonly string[], user: ServerUser | null): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // The server inherits no pipe of ours (pg_ctl sends its output to the log), so waiting for `exit` is enough.
    const child = spawn(file, args, { ...(user ?? {}), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    const chunks: string[] = [];
    child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
    child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
    child.once('error', reject);
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output: chunks.join('') });
    });
  });
}
