import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseFreePort, openEmbeddedPostgres } from '@newsledger/platform';
import type { TestProject } from 'vitest/node';
import { endWithProcess } from './endWithProcess.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's connection string of a cluster that lives as long as the run. */
    postgresUrl: string;
    /** Null on a machine without `redis-server`. */
    redisUrl: string | null;
  }
}

/** Starts one real PostgreSQL and, where it is installed, one real Redis for the whole run. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-test-'));
  // The server may run as another user, who must get in.
  await chmod(folder, 0o755);
  const postgres = await startPostgres(folder);
  const redis = await startRedis(folder);
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redis?.url ?? null);
  return async () => {
    await redis?.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function startPostgres(folder: string) {
  const server = await openEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    // What is tested are crashes of our processes, not of the machine: fsync would only cost time.
    settings: { fsync: 'off', max_connections: '200' },
  });
  endWithProcess(server.pid);
  return { url: server.url, stop: server.stop };
}

async function startRedis(folder: string): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const port = await chooseFreePort();
  const server = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const up = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.once('exit', () => resolve(false));
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve(true));
  });
  if (!up || server.pid === undefined) return null;
  endWithProcess(server.pid);
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      server.kill('SIGTERM');
      await gone;
    },
  };
}
