import type pg from 'pg';
import { type Config, requireSetting } from '../config.ts';
import { openPool, type PoolOptions } from './openPool.ts';

/** A service's ways to the database. */
export interface Pools {
  /** For whatever lives in one statement or one transaction. */
  readonly pool: pg.Pool;
  /**
   * For what lives in a session: LISTEN, locks that outlive a transaction, SET, COPY, migrations. The same as `pool`, unless a pooler lies
   * before the database.
   */
  readonly sessions: pg.Pool;
  /** The address of `sessions`. */
  readonly directUrl: string;
  /** That of the pooler, where there is one. */
  readonly pooledUrl: string | undefined;
  readonly end: () => Promise<void>;
}

/** A fetcher's dispatcher, its relay and its sweeper hold one each, and one more while one is replaced. */
const MAX_SESSIONS = 4;

/**
 * Opens what NEWSLEDGER_POSTGRES_URL and NEWSLEDGER_POSTGRES_DIRECT_URL name.
 * @param options `max` connections of `pool`.
 * @throws {ConfigError} when the former is not set.
 */
export function openPools(config: Config, options: Omit<PoolOptions, 'url' | 'isPooled'>): Pools {
  const url = requireSetting(config, 'postgresUrl');
  const { postgresDirectUrl } = config;
  if (postgresDirectUrl === null) {
    const pool = openPool({ ...options, url });
    return { pool, sessions: pool, directUrl: url, pooledUrl: undefined, end: () => pool.end() };
  }
  const pool = openPool({ ...options, url, isPooled: true });
  const sessions = openPool({ ...options, url: postgresDirectUrl, max: MAX_SESSIONS });
  return {
    pool,
    sessions,
    directUrl: postgresDirectUrl,
    pooledUrl: url,
    end: async () => {
      await Promise.all([pool.end(), sessions.end()]);
    },
  };
}
