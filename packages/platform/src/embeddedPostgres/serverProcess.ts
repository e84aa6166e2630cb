import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { runTool } from './runTool.ts';
import type { ServerUser } from './serverUser.ts';

/** A cluster's files, and what runs them. */
export interface Cluster {
  readonly data: string;
  readonly log: string;
  readonly pgCtl: string;
  readonly user: ServerUser | null;
}

/** A server that runs on a cluster. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** False while it starts or stops. */
  readonly isReady: boolean;
}

/** The server that runs on the cluster, whoever started it; null when none does. */
export async function findServer({ data, pgCtl, user }: Cluster): Promise<ServerProcess | null> {
  const { code } = await runTool(pgCtl, ['-D', data, 'status'], { user });
  if (code !== 0) return null;
  // The lines of `postmaster.pid`: src/include/utils/pidfile.h.
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid = '', , , port = '', , , , status = ''] = lines;
  return { pid: Number(pid), port: Number(port), isReady: status.trim() === 'ready' };
}

/** Why a server didn't start: another program has its port, another start has its cluster, or what its log says. */
export interface StartFailure {
  readonly why: 'port taken' | 'cluster taken' | 'other';
  readonly log: string;
}

/** Starts a server on the loopback address and waits until it is ready; null when it is. */
export async function startServer(
  { data, log, pgCtl, user }: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<StartFailure | null> {
  const flags = { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '', ...settings };
  const options = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`);
  const before = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  const { code, output } = await runTool(pgCtl, ['-D', data, '-l', log, '-o', options.join(' '), '-w', '-t', '60', 'start'], {
    user,
    signal,
  });
  if (code === 0) return null;
  const said = (await readFile(log).catch(() => Buffer.of())).subarray(before).toString();
  return { why: reasonIn(said), log: `${output}${said}`.trimEnd().split('\n').slice(-8).join('\n') };
}

function reasonIn(log: string): StartFailure['why'] {
  if (/could not bind .*: Address already in use|could not create any TCP\/IP sockets/.test(log)) return 'port taken';
  return /lock file "postmaster\.pid" already exists/.test(log) ? 'cluster taken' : 'other';
}

/**
 * Ends the server and waits until it is gone: its sessions are cut off and its files left clean. When that takes longer than `patienceMs`, it
 * is ended at once, and its next start goes through the log of what was written.
 */
export async function stopServer(cluster: Cluster, patienceMs: number): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runTool(cluster.pgCtl, ['-D', cluster.data, '-m', mode, '-w', '-t', `${seconds}`, 'stop'], { user: cluster.user });
  const { code } = await stop('fast', Math.ceil(patienceMs / 1000));
  if (code !== 0 && (await findServer(cluster)) !== null) await stop('immediate', 5);
}
