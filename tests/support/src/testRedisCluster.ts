import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { killServer, runRedisServer } from './runRedisServer.ts';
import { waitFor } from './waitFor.ts';

const run = promisify(execFile);

const MASTERS = 3;

/** Silence after which the others elect a replica; real ones wait longer. */
const NODE_TIMEOUT_MS = 2_000;

/** Nodes forget whoever they were told to meet and have not met for so long, and then never join; a busy machine takes its time. */
const JOINING_TIMEOUT_MS = 30_000;

/** Whoever creates a cluster waits for ever for nodes that don't join. */
const CREATE_WITHIN_MS = 90_000;

export interface TestRedisCluster {
  /** `redis+cluster://` with all of its nodes. */
  readonly url: string;
  /** Kills the master that holds the key, as a lost machine would; its replica takes over some seconds later. */
  readonly killMasterOf: (key: string) => Promise<void>;
  /** Kills all. */
  readonly stop: () => Promise<void>;
}

/** A Redis Cluster on loopback that keeps nothing on disk: three masters, each with a replica. */
export async function startTestRedisCluster(maxmemoryPolicy = 'noeviction'): Promise<TestRedisCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-redis-'));
  const ports: number[] = [];
  const servers = new Map<number, Awaited<ReturnType<typeof runRedisServer>>>();
  for (let node = 0; node < 2 * MASTERS; node++) {
    const port = await chooseSteadyPort();
    const busPort = await chooseSteadyPort();
    const cluster = ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`, '--cluster-node-timeout', `${JOINING_TIMEOUT_MS}`];
    const own = ['--cluster-config-file', path.join(folder, `${port}.conf`), '--dir', folder, '--repl-diskless-sync-delay', '0'];
    const listen = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', maxmemoryPolicy];
    servers.set(port, await runRedisServer([...listen, ...cluster, ...own]));
    ports.push(port);
  }
  const nodes = ports.map((port) => `127.0.0.1:${port}`);
  await run('redis-cli', ['--cluster', 'create', ...nodes, '--cluster-replicas', '1', '--cluster-yes'], { timeout: CREATE_WITHIN_MS });
  const ask = async (...command: string[]) => {
    const living = [...servers].find(([, { exitCode, signalCode }]) => exitCode === null && signalCode === null);
    return (await run('redis-cli', ['-p', `${living?.[0]}`, ...command])).stdout.trim();
  };
  await waitFor('the replicas of a Redis Cluster', async () => {
    const lines = (await ask('CLUSTER', 'NODES')).split('\n');
    return lines.filter((line) => / (?:myself,)?slave .* connected$/.test(line)).length === MASTERS && (await hasAllReplicas(ports));
  });
  for (const port of ports) await run('redis-cli', ['-p', `${port}`, 'CONFIG', 'SET', 'cluster-node-timeout', `${NODE_TIMEOUT_MS}`]);
  return {
    url: `redis+cluster://${nodes.join(',')}`,
    killMasterOf: async (key) => {
      const slot = Number(await ask('CLUSTER', 'KEYSLOT', key));
      const lines = (await ask('CLUSTER', 'NODES')).split('\n');
      const line = lines.find((each) => holds(each, slot));
      const port = Number(/:(\d+)@/.exec(line ?? '')?.[1]);
      const server = servers.get(port);
      if (server === undefined) throw new Error(`no living node of the Redis Cluster holds ${key}`);
      await killServer(server);
    },
    stop: async () => {
      await Promise.all([...servers.values()].map(killServer));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a line of CLUSTER NODES (https://redis.io/docs/latest/commands/cluster-nodes/) is of the master that holds a slot. */
function holds(line: string, slot: number): boolean {
  const [, , flags = '', , , , , , ...ranges] = line.split(' ');
  return (
    flags.includes('master') &&
    !flags.includes('fail') &&
    ranges.some((range) => {
      const [from, to = from] = range.split('-').map(Number);
      return from !== undefined && to !== undefined && from <= slot && slot <= to;
    })
  );
}

/** A replica that is still loading can't take over. */
async function hasAllReplicas(ports: readonly number[]): Promise<boolean> {
  const roles = await Promise.all(ports.map(async (port) => (await run('redis-cli', ['-p', `${port}`, 'ROLE'])).stdout));
  return roles.filter((role) => /^slave\n.*\n\d+\nconnected\n/.test(role)).length === MASTERS;
}
