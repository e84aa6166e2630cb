import { createEventStore, type EventStore, migrateEventStore } from '@newsledger/event-store';
import { streamOf } from '@newsledger/events';
import { createHttpClient, createLogger, createMetrics } from '@newsledger/platform';
import { createQueues, migrateQueues } from '@newsledger/queues';
import { migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { createPageReaders } from '../capturing/pageReaders.ts';
import type { FetcherContext } from '../fetcherContext.ts';
import { createHostGate } from '../politeness/hostGate.ts';
import { createPostgresTurns } from '../politeness/postgresTurns.ts';
import { createReservations } from '../politeness/reservations.ts';
import { createRobots } from '../politeness/robots.ts';
import { createPostgresSiteFiles } from '../politeness/siteFileStores.ts';
import { createSiteFiles } from '../politeness/siteFiles.ts';

export interface TestFetcher {
  readonly database: TestDatabase;
  readonly store: EventStore;
  readonly context: FetcherContext;
  /** Types of an article's events in order. */
  typesOf(articleId: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Shared by the tests of one file; they end with its process. */
const pageReaders = createPageReaders({ size: 1 });

/** All that a fetcher needs, on a database of its own, allowed to reach this machine. */
export async function createTestFetcher(): Promise<TestFetcher> {
  const database = await createTestDatabase('fetcher', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateQueues(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  const store = createEventStore(database.pool);
  const queues = await createQueues({
    backend: 'postgres',
    postgresUrl: database.url,
    tuning: { retryBaseMs: 50, attempts: { poll: 1, capture: 3, extract: 3 } },
  });
  // Every name is this machine's, so that a test can have sites with names.
  const resolver = async () => ['127.0.0.1'];
  const http = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'], resolver });
  const gate = createHostGate({ isOwnNetwork: http.isOwnNetwork, turns: createPostgresTurns(database.pool) });
  const siteFiles = createSiteFiles({ http, gate, store: createPostgresSiteFiles(database.pool) });
  const context: FetcherContext = {
    pool: database.pool,
    store,
    queues,
    http,
    gate,
    publicUrl: null,
    robots: createRobots(siteFiles),
    reservations: createReservations(siteFiles),
    pageReaders,
    logger: createLogger('test', { level: 'silent' }),
    metrics: createMetrics(),
  };
  return {
    database,
    store,
    context,
    typesOf: async (articleId) => (await store.readStream(streamOf.article(articleId))).map(({ type }) => type),
    close: async () => {
      await queues.close();
      await http.close();
      await database.close();
    },
  };
}
