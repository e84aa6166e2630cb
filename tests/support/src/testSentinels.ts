import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { killServer, runRedisServer } from './runRedisServer.ts';
import { waitFor } from './waitFor.ts';

const run = promisify(execFile);

/** Silence after which the sentinels take the master for dead; real ones wait longer, and a busy machine is silent for a second now and then. */
const DOWN_AFTER_MS = 2_000;

/** Twice that passes before sentinels that came to no agreement try again. */
const FAILOVER_TIMEOUT_MS = 3_000;

export interface TestSentinels {
  /** `redis+sentinel://` with all three sentinels and the master's name. */
  readonly url: string;
  /** Kills the first master, as a lost machine would; the replica takes over some seconds later. */
  readonly killMaster: () => Promise<void>;
  /** Kills all. */
  readonly stop: () => Promise<void>;
}

/** A Redis that keeps nothing on disk, a replica of it, and three sentinels, all on loopback. */
export async function startTestSentinels(): Promise<TestSentinels> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-sentinel-'));
  const data = [
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--repl-diskless-sync-delay',
    '0',
  ];
  const [masterPort, replicaPort] = [await chooseSteadyPort(), await chooseSteadyPort()];
  const master = await runRedisServer(['--port', `${masterPort}`, ...data]);
  const replica = await runRedisServer(['--port', `${replicaPort}`, '--replicaof', '127.0.0.1', `${masterPort}`, ...data]);
  const ports: number[] = [];
  const sentinels: (typeof master)[] = [];
  for (let each = 0; each < 3; each++) {
    const port = await chooseSteadyPort();
    const file = path.join(folder, `sentinel-${port}.conf`);
    await writeFile(
      file,
      `port ${port}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor ledger 127.0.0.1 ${masterPort} 2\n` +
        `sentinel down-after-milliseconds ledger ${DOWN_AFTER_MS}\nsentinel failover-timeout ledger ${FAILOVER_TIMEOUT_MS}\n`,
    );
    sentinels.push(await runRedisServer([file, '--sentinel'], '+monitor'));
    ports.push(port);
  }
  await waitFor('sentinels that know each other and the replica', async () => {
    const known = await Promise.all(
      ports.map(async (port) => (await run('redis-cli', ['-p', `${port}`, 'SENTINEL', 'MASTER', 'ledger'])).stdout),
    );
    return known.every((each) => /num-slaves\n1\nnum-other-sentinels\n2\n/.test(each));
  });
  return {
    url: `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/ledger`,
    killMaster: () => killServer(master),
    stop: async () => {
      await Promise.all([...sentinels, replica, master].map(killServer));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
