import { articleIdOf, deterministicId, type Figure, newEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyEvents } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';

let database: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
});

it('puts a figure without a period where it was first reported in UTC, in whatever zone the reader sits', async () => {
  const february = { label: '2025-02', from: '2025-02-01', to: '2025-02-28' };
  await applyEvents(
    client,
    recorded([
      // Still February in New York, and before the other was reported.
      ...published('wire', '2025-03-01T02:00:00.000Z', { ...revenue(40), period: null }),
      ...published('post', '2025-03-05T12:00:00.000Z', { ...revenue(38), period: february }),
    ]),
  );

  expect(await timelineIn('UTC')).toEqual(['38', '40']);
  expect(await timelineIn('America/New_York')).toEqual(['38', '40']);
});

async function timelineIn(zone: string): Promise<string[]> {
  await client.query(`SET TIME ZONE '${zone}'`);
  const { rows } = await client.query<{ value: string }>("SELECT value FROM newsledger.timeline('Acme', 'revenue')");
  await client.query('RESET TIME ZONE');
  return rows.map(({ value }) => value);
}

/** A source's only article, read from its entry. */
function published(sourceId: string, publishedAt: string, figure: Figure): Said[] {
  const url = `https://${sourceId}.example/article`;
  const articleId = articleIdOf(url);
  const claimId = deterministicId('claim', articleId);
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version: 1 } };
  const listed = { title: 'A title', summary: 'A number.', author: null, publishedAt, updatedAt: null };
  const evidence = { quote: 'a number', sentence: 'A number.', start: 0, end: 8 };
  return [
    newEvent('ArticleDiscovered', { articleId, sourceId, url, ...listed }),
    newEvent('FigureReported', { claimId, ...about, figure, evidence, certainty: null, dealClaimId: null }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ].map((event) => ({ stream: `article-${articleId}`, event }));
}

function revenue(value: number): Omit<Figure, 'period'> {
  const ends = { low: `${value - 0.5}`, high: `${value + 0.5}`, lowOpen: false, highOpen: false };
  return {
    subject: 'Acme',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    status: 'actual',
    unit: 'USD',
    amount: { value: `${value}`, ...ends, hedge: '=', significantDigits: 2 },
    speaker: null,
  };
}
