import { randomBytes } from 'node:crypto';
import { chown, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgresBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embeddedPostgresError.ts';
import { chooseFreePort } from './freePort.ts';
import { makeCluster } from './makeCluster.ts';
import { type Cluster, findServer, type ServerProcess, startServer, stopServer } from './serverProcess.ts';
import { reachableFolder, serverUser } from './serverUser.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, port and log; made when missing. */
  readonly folder: string;
  /** Wanted when the cluster has no port yet; the next free one is taken when this is not. */
  readonly preferredPort?: number;
  /** Server settings, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Breaks off making or starting a server, and throws its reason once nothing of that runs any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser `newsledger`, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Where cluster, password, port and log are: the folder that was asked for, unless the server's user can't enter that one. */
  readonly folder: string;
  /** The port that it would have had, if another program had not taken it; otherwise null. */
  readonly insteadOfPort: number | null;
  /** The server's process. */
  readonly pid: number;
  /** False when a server was running on the folder already, for example after its starter was killed. */
  readonly startedHere: boolean;
  /** Ends the server and waits until it is gone, at the latest some seconds after `patienceMs` (a minute when left out). */
  readonly stop: (patienceMs?: number) => Promise<void>;
}

/** Long enough to go through the log of a server that was killed in the middle of much work. */
const START_MS = 60_000;
const STOP_MS = 60_000;
/** A start that is broken off has written nothing that would take long to close. */
const BREAK_OFF_MS = 3_000;
const LOOK_EVERY_MS = 100;

/**
 * Starts a PostgreSQL of its own on the loopback address, or joins the one that runs on the folder. The server is a daemon: it outlives a
 * killed process, and the next start finds it.
 * @throws {EmbeddedPostgresError} when the platform has none or the server doesn't start; the message ends with its log.
 */
export async function openEmbeddedPostgres({
  folder,
  preferredPort,
  settings = {},
  signal,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const home = reachableFolder(user, path.resolve(folder));
  const data = path.join(home, 'postgres');
  const { initdb, pgCtl } = await findPostgresBinaries(user);
  await mkdir(home, { recursive: true });
  if (user !== null) await chown(home, user.uid, user.gid);

  const password = await remember(path.join(home, 'password'), randomBytes(18).toString('base64url'));
  await makeCluster({ initdb, data, password, user, isThrowaway: settings.fsync === 'off', signal });
  const cluster: Cluster = { data, log: path.join(home, 'postgres.log'), pgCtl, user };

  // Saved connection strings stay valid as long as nobody takes the port; then it changes for one run.
  const portFile = path.join(home, 'port');
  const wantedPort = Number(await readFile(portFile, 'utf8').catch(() => '')) || preferredPort;
  const { pid, port, startedHere } = await joinOrStart(cluster, wantedPort, settings, signal);
  await remember(portFile, `${port}`);
  return {
    url: `postgres://newsledger:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    port,
    folder: home,
    insteadOfPort: startedHere && wantedPort !== undefined && wantedPort !== port ? wantedPort : null,
    pid,
    startedHere,
    stop: (patienceMs = STOP_MS) => stopServer(cluster, patienceMs),
  };
}

/** Another start may win the race for the port or the cluster, and a server that is found may be about to stop. */
async function joinOrStart(
  cluster: Cluster,
  wantedPort: number | undefined,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<ServerProcess & { startedHere: boolean }> {
  const deadline = performance.now() + START_MS;
  let startedHere = false;
  let firstPort = wantedPort;
  while (performance.now() < deadline) {
    const found = await findServer(cluster);
    if (found?.isReady) return { ...found, startedHere };
    signal?.throwIfAborted();
    if (found !== null) await sleep(LOOK_EVERY_MS);
    else {
      const port = await chooseFreePort(firstPort);
      const failure = await startServer(cluster, port, settings, signal);
      if (signal?.aborted) {
        if (failure?.why !== 'cluster taken') await stopServer(cluster, BREAK_OFF_MS);
        throw signal.reason;
      }
      startedHere = failure === null;
      if (failure?.why === 'port taken' && firstPort !== undefined) firstPort = port + 1;
      if (failure?.why === 'other')
        throw new EmbeddedPostgresError(
          `The embedded PostgreSQL in ${path.dirname(cluster.data)} did not start. Its log ends with:\n${failure.log}`,
        );
    }
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL in ${path.dirname(cluster.data)} has been starting or stopping for a minute. Look into ${cluster.log}.`,
  );
}

/** A short text kept in a file; of several that are to be kept, the first stays. */
async function remember(file: string, text: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known;
  const draft = `${file}.${randomBytes(4).toString('hex')}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    // A link is made whole or not at all, and never over an existing file.
    await link(draft, file);
    return text;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      // A file system without links.
      await rename(draft, file);
      return text;
    }
    return await readFile(file, 'utf8');
  } finally {
    await rm(draft, { force: true });
  }
}
