import { type ChildProcess, spawn } from 'node:child_process';
import { chooseFreePort } from '@newsledger/platform';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  restart(): Promise<void>;
}

/** A Redis of a test's own, for what would disturb others. */
export async function startRedis(maxmemoryPolicy: string): Promise<TestRedis> {
  const port = await chooseFreePort();
  let server = await run(port, maxmemoryPolicy);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => end(server),
    restart: async () => {
      server = await run(port, maxmemoryPolicy);
    },
  };
}

function run(port: number, maxmemoryPolicy: string): Promise<ChildProcess> {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', maxmemoryPolicy];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('redis-server ended')));
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve(server));
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}
