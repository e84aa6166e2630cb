import { type ChildProcess, spawn } from 'node:child_process';
import { endWithProcess } from './endWithProcess.ts';

/**
 * Starts a `redis-server` that ends with this process, however that ends.
 * @param ready what it says when it can be used.
 * @throws {Error} when this machine has none, or it doesn't start.
 */
export function runRedisServer(options: readonly string[], ready = 'Ready to accept connections'): Promise<ChildProcess> {
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  if (server.pid !== undefined) server.once('exit', endWithProcess(server.pid));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('redis-server ended before it was ready')));
    server.stdout.on('data', (chunk: Buffer) => chunk.includes(ready) && resolve(server));
  });
}

/** Kills it at once, as a lost machine would. */
export async function killServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}
