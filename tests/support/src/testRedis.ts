import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { killServer, runRedisServer } from './runRedisServer.ts';

export interface TestRedis {
  readonly url: string;
  /** Kills it at once, as a lost machine would. */
  readonly stop: () => Promise<void>;
  /** Starts it again, empty, at the same address. */
  readonly restart: () => Promise<void>;
  /** FLUSHALL: everything in it is gone, and its connections stay. */
  readonly flush: () => Promise<void>;
}

/**
 * Starts an empty Redis that keeps nothing on disk and ends with this process, however that ends.
 * @throws {Error} when this machine has no `redis-server`, or it doesn't start.
 */
export async function startTestRedis(maxmemoryPolicy = 'noeviction'): Promise<TestRedis> {
  const port = await chooseSteadyPort();
  let server = await run(port, maxmemoryPolicy);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => killServer(server),
    restart: async () => {
      server = await run(port, maxmemoryPolicy);
    },
    flush: () => send(port, 'FLUSHALL'),
  };
}

function run(port: number, maxmemoryPolicy: string): Promise<ChildProcess> {
  return runRedisServer([
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    tmpdir(),
    '--save',
    '',
    '--maxmemory-policy',
    maxmemoryPolicy,
  ]);
}

/** One inline command (https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands). */
function send(port: number, command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer: Buffer) => {
      socket.destroy();
      if (answer.toString().startsWith('+OK')) resolve();
      else reject(new Error(`Redis answered ${command} with ${answer}`));
    });
  });
}
