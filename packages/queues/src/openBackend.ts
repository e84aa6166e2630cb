import type pg from 'pg';
import type { Backend, BackendConfig, OnError } from './backend.ts';
import { openPostgresBackend } from './postgresBackend.ts';
import { openRedisBackend } from './redisBackend.ts';

/**
 * The one place that picks where jobs are kept.
 * @throws {QueueBackendError} when the backend can't be reached or must not be used as it is.
 */
export function openBackend(config: BackendConfig, pool: pg.Pool, onError: OnError): Promise<Backend> {
  return config.backend === 'redis' ? openRedisBackend(config, onError) : openPostgresBackend(config, pool, onError);
}
