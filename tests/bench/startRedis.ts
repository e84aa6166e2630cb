import { spawn } from 'node:child_process';
import { chooseFreePort } from '@newsledger/platform';

/** A throw-away Redis without persistence, for as long as a bench needs it. */
export async function startRedis(): Promise<{ url: string; pid: number | undefined; stop: () => Promise<void> }> {
  const redisPort = await chooseFreePort();
  const options = ['--port', `${redisPort}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve());
  });
  const end = async () => {
    server.kill('SIGTERM');
    await gone;
  };
  return { url: `redis://127.0.0.1:${redisPort}`, pid: server.pid, stop: end };
}
