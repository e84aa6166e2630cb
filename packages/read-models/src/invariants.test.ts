import { articleIdOf, judgements, type NewEvent, newEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, contentHash } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews } from './random/randomNews.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';
import { chancesOf } from './random/seededRandom.ts';

/** Laws that hold whatever was in the news before. */
let database: TestDatabase;
let client: pg.PoolClient;
let folded = 0;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
beforeEach(async () => {
  await emptyTables(client);
  folded = 0;
});
afterAll(async () => {
  client.release();
  await database.close();
});

const seeds = Array.from({ length: 12 }, (_, index) => 5000 + index);
const decided = { by: 'Ada', decidedAt: '2026-02-01T00:00:00.000Z' };

it.each(seeds)('a pin that is taken back leaves no trace in the facts (seed %i)', async (seed) => {
  await fold(randomNews(seed, 30));
  const figureId = chancesOf(seed).pick(await idsOf('SELECT figure_id AS id FROM newsledger.figures WHERE NOT pinned ORDER BY 1'));
  const before = await contentHash(client, 'facts');
  await say(newEvent('FigurePinned', { figureId, value: '39.5', unit: 'USD', by: 'Ada', reason: 'Filing.', pinnedAt: decided.decidedAt }));
  await say(newEvent('FigureUnpinned', { figureId, by: 'Ada', reason: 'Wrong.', unpinnedAt: decided.decidedAt }));
  expect(await contentHash(client, 'facts')).toBe(before);
});

it.each(seeds)('a judgement that is taken back leaves no trace in the facts (seed %i)', async (seed) => {
  await fold(randomNews(seed, 30));
  const { rows } = await client.query(
    'SELECT claim_id AS "claimId", article_id AS "articleId" FROM newsledger.claims WHERE judgement IS NULL ORDER BY 1',
  );
  const claim = chancesOf(seed).pick(rows);
  const judgement = chancesOf(seed).pick(judgements);
  const about = { ...claim, by: 'Ada', reason: 'Read it again.' };
  const before = await contentHash(client, 'facts');
  await say(
    newEvent('ClaimJudged', {
      ...about,
      judgement,
      field: judgement === 'misread' ? 'subject' : null,
      correction: null,
      judgedAt: decided.decidedAt,
    }),
  );
  expect(await contentHash(client, 'facts')).not.toBe(before);
  await say(newEvent('ClaimUnjudged', { ...about, unjudgedAt: decided.decidedAt }));
  expect(await contentHash(client, 'facts')).toBe(before);
});

it.each(seeds)('merging a name moves its claims and loses none, and splitting brings them back (seed %i)', async (seed) => {
  await fold(randomNews(seed, 30));
  // The news may have merged it already.
  await say(newEvent('EntitySplit', { name: 'Gamma', from: 'Acme', by: 'Ada', decidedAt: '2026-01-31T00:00:00.000Z' }));
  const before = await contentHash(client, 'facts');
  const claims = await claimIds();
  await say(newEvent('EntityMerged', { from: 'Gamma', into: 'Delta', ...decided }));
  expect(await claimIds()).toEqual(claims);
  expect(await idsOf(`SELECT figure_id AS id FROM newsledger.figures WHERE subject = 'Gamma'`)).toEqual([]);
  await say(newEvent('EntitySplit', { name: 'Gamma', from: 'Delta', ...decided }));
  expect(await claimIds()).toEqual(claims);
  expect(await contentHash(client, 'facts')).toBe(before);
});

it.each(seeds)('claims of a withdrawn article count no more (seed %i)', async (seed) => {
  await fold(randomNews(seed, 30));
  const counting = `SELECT DISTINCT article_id AS id FROM newsledger.claims WHERE verdict IN ('winner', 'agrees', 'loses') ORDER BY 1`;
  const articleId = chancesOf(seed).pick(await idsOf(counting));
  await say(newEvent('ArticleWithdrawn', { articleId, reason: 'Taken down for good.' }));
  expect(await idsOf(counting)).not.toContain(articleId);
});

it.each(seeds)('a correction wins whenever it comes (seed %i)', async (seed) => {
  const news = randomNews(seed, 20);
  const at = chancesOf(seed).below(news.length - 4) + 4;
  const story = correctedStory();
  // The first telling comes somewhere in the news, the correction anywhere after it.
  await fold([...news.slice(0, at), ...story.slice(0, 3), ...news.slice(at), ...story.slice(3)]);
  const { rows } = await client.query(
    `SELECT claims.value, verdict FROM newsledger.claims JOIN newsledger.figures USING (figure_id) WHERE subject = 'Omega' ORDER BY revision`,
  );
  expect(rows).toEqual([
    { value: '83', verdict: 'superseded' },
    { value: '38', verdict: 'winner' },
  ]);
});

async function fold(log: readonly Said[]): Promise<void> {
  await applyEvents(client, recorded(log, folded));
  folded += log.length;
}

function say(event: NewEvent): Promise<void> {
  return fold([{ stream: 'said', event }]);
}

async function idsOf(query: string): Promise<string[]> {
  return (await client.query<{ id: string }>(query)).rows.map(({ id }) => id);
}

function claimIds(): Promise<string[]> {
  return idsOf('SELECT claim_id AS id FROM newsledger.claims ORDER BY 1');
}

/** An article that says 83, and its correction, which says 38: three events each. */
function correctedStory(): Said[] {
  const url = 'https://tape.example/omega';
  const articleId = articleIdOf(url);
  return [83, 38].flatMap((value, index) => {
    const revision = index + 1;
    const hash = `${revision}`.repeat(64);
    const claimId = `00000000-0000-4000-8000-00000000000${revision}`;
    const about = { articleId, revision, extractor: { name: 'newsledger', version: 1 } };
    const events = [
      newEvent(revision === 1 ? 'ArticleCaptured' : 'ArticleRevised', {
        articleId,
        sourceId: 'tape',
        revision,
        captureHash: hash,
        url,
        canonicalUrl: url,
        mediaType: 'text/html',
        title: 'Omega',
        byline: [],
        publishedAt: '2025-11-03T10:00:00.000Z',
        modifiedAt: revision === 1 ? null : '2025-11-03T11:00:00.000Z',
        language: 'en',
        wireCredit: null,
        correctionNote: revision === 1 ? null : 'We swapped the digits.',
        paywalled: false,
        textHash: hash,
        fingerprint: 'f0f0f0f0f0f0f0f0',
        wordCount: 100,
        etag: null,
        lastModified: null,
      }),
      newEvent('FigureReported', {
        claimId,
        ...about,
        figure: {
          subject: 'Omega',
          counterparty: null,
          measure: 'revenue',
          definition: null,
          noun: null,
          period: null,
          status: 'actual',
          unit: 'USD',
          amount: {
            value: `${value}`,
            low: `${value - 0.5}`,
            high: `${value + 0.5}`,
            lowOpen: false,
            highOpen: false,
            hedge: '=',
            significantDigits: 2,
          },
          speaker: null,
        },
        evidence: { quote: `$${value}`, sentence: `Omega made $${value}.`, start: 0, end: 3 },
        certainty: 1,
        dealClaimId: null,
      }),
      newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
    ];
    return events.map((event) => ({ stream: `article-${articleId}`, event }));
  });
}
