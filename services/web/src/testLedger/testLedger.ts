import { createEventStore, type EventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, type Figure, newEvent, streamOf } from '@newsledger/events';
import { createLogger } from '@newsledger/platform';
import { migrateReadModels, rebuild } from '@newsledger/read-models';
import { capturedPage, createTestDatabase, figureInBillions, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { startWeb, type Web } from '../startWeb.ts';

/** What an article says of one figure; the rest is made up. */
interface Told {
  readonly source: string;
  /** In billions. */
  readonly value: number;
  readonly figure?: Partial<Figure>;
  readonly title?: string;
  /** Hours after the first article. */
  readonly hour?: number;
  readonly certainty?: number;
}

export interface TestLedger {
  readonly database: TestDatabase;
  readonly store: EventStore;
  readonly web: Web;
  /** Lets an article say something. @returns the id of its claim. */
  readonly publish: (told: Told) => Promise<string>;
  /** Brings the tables up to the end of the log. */
  readonly project: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface TestLedgerOptions {
  readonly adminToken?: string | null;
  readonly corsOrigins?: readonly string[];
}

/** A ledger of its own with its pages, for one test. */
export async function openTestLedger({ adminToken = null, corsOrigins = [] }: TestLedgerOptions = {}): Promise<TestLedger> {
  const database = await createTestDatabase('web', migrate);
  const { pool } = database;
  const store = createEventStore(pool);
  const admin = adminToken === null ? null : { token: adminToken, pool };
  const web = await startWeb({ pool, admin, corsOrigins, logger: createLogger('web', { level: 'silent' }), port: 0 });
  return {
    database,
    store,
    web,
    publish: (told) => publish(store, told),
    project: async () => void (await rebuild(database.pool, store)),
    close: async () => {
      await web.close();
      await database.close();
    },
  };
}

async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  await pool.end();
}

async function publish(store: EventStore, { source, value, figure, title = 'A title', hour = 0, certainty = 1 }: Told): Promise<string> {
  const url = `https://${source}.example/${hour}`;
  const articleId = articleIdOf(url);
  const claimId = deterministicId('claim', articleId);
  const publishedAt = new Date(Date.UTC(2025, 10, 3, hour)).toISOString();
  const about = { articleId, revision: 1, extractor: { name: 'newsledger', version: 1 } };
  const quote = `$${value} billion`;
  const sentence = `The contract is worth ${quote}, it said.`;
  const evidence = { quote, sentence, start: sentence.indexOf(quote), end: sentence.indexOf(quote) + quote.length };
  await store.append(streamOf.article(articleId), 'any', [
    newEvent('ArticleCaptured', capturedPage({ articleId, sourceId: source, url, title, publishedAt })),
    newEvent('FigureReported', {
      claimId,
      ...about,
      figure: { ...figureInBillions({ subject: 'Acme', counterparty: 'Beta', measure: 'deal_value' }, value), ...figure },
      evidence,
      certainty,
      dealClaimId: null,
    }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ]);
  return claimId;
}
