import type { TestProject } from 'vitest/node';
import { startTestCluster } from './testCluster.ts';
import { startTestRedis } from './testRedis.ts';

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
  const [postgres, redis] = await Promise.all([startTestCluster(), startTestRedis().catch(() => null)]);
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redis?.url ?? null);
  return async () => {
    await redis?.stop();
    await postgres.stop();
  };
}
