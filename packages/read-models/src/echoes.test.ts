import { type AnyRecordedEvent, articleIdOf, deterministicId, newEvent } from '@newsledger/events';
import { laterBetween } from '@newsledger/reconcile';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, contentHash, createFolder } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';
import { chancesOf } from './random/seededRandom.ts';

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

const SEEDS = Array.from({ length: inject('form') === 'long' ? 60 : 4 }, (_, seed) => 7000 + seed);

it.each(SEEDS)('gives the same tables for a log of copies (%i), however it is cut into batches', async (seed) => {
  const log = recorded(copies(seed, 40 + (seed % 40)));
  await emptyTables(client);
  const fold = seed % 2 === 0 ? applyEvents : createFolder();
  for (const batch of inBatches(log, 3 + (seed % 20))) await fold(client, batch);
  const echoes = await client.query('SELECT count(*)::int AS count FROM projection.claim WHERE echo_of IS NOT NULL');
  const live = await contentHash(client);
  await emptyTables(client);
  await applyEvents(client, log);

  expect(await contentHash(client)).toBe(live);
  expect(echoes.rows[0].count).toBeGreaterThan(0);
});

it.each([0, 29, 30, 89, 2969, 2970, 5399, 5400, 84_599, 84_600, 129_599, 129_600, 5_140_799, 5_140_800])(
  'says of an echo in SQL how much later it was replaced as reconciling says it of a claim: %i seconds',
  async (seconds) => {
    const [from, to] = [new Date(Date.UTC(2025, 0, 1)), new Date(Date.UTC(2025, 0, 1) + seconds * 1000)];
    const { rows } = await client.query('SELECT projection.later_by($1, $2) AS words', [from, to]);
    expect(rows).toEqual([{ words: laterBetween(from.toISOString(), to.toISOString()) }]);
  },
);

function inBatches(log: readonly AnyRecordedEvent[], size: number): AnyRecordedEvent[][] {
  return Array.from({ length: Math.ceil(log.length / size) }, (_, index) => log.slice(index * size, (index + 1) * size));
}

/** One figure and one deal that a few sources tell again and again; some articles are revised, corrected or withdrawn. */
function copies(seed: number, count: number): Said[] {
  const { below, oneIn, pick } = chancesOf(seed);
  const log: Said[] = [];
  const say = (stream: string, event: Said['event']) => log.push({ stream, event });
  const register = (sourceId: string, primaryFor: string[], name = sourceId) => {
    const url = `https://${sourceId}.example/`;
    const settings = { sourceId, name, url, kind: null, primaryFor, everySeconds: 900, select: null, declaredBy: 'file' as const };
    say(`source-${sourceId}`, newEvent(name === sourceId ? 'SourceRegistered' : 'SourceChanged', settings));
  };
  for (const sourceId of SOURCES) register(sourceId, sourceId === 'press' ? ['Acme'] : []);
  const articles: { articleId: string; sourceId: string; url: string; revision: number }[] = [];
  const capture = (article: (typeof articles)[number]) => {
    const { articleId, sourceId, url } = article;
    article.revision++;
    const text = deterministicId('text', articleId, `${article.revision}`).replaceAll('-', '').padEnd(64, '0');
    say(
      `article-${articleId}`,
      newEvent(article.revision === 1 ? 'ArticleCaptured' : 'ArticleRevised', {
        articleId,
        sourceId,
        revision: article.revision,
        captureHash: text,
        url,
        canonicalUrl: url,
        mediaType: 'text/html',
        title: 'Acme buys Beta',
        byline: [],
        publishedAt: new Date(Date.UTC(2025, 0, 1 + below(5), below(24))).toISOString(),
        modifiedAt: null,
        language: 'en',
        section: null,
        wireCredit: oneIn(3) ? 'wire' : null,
        correctionNote: article.revision > 1 && oneIn(2) ? 'An earlier version was wrong.' : null,
        paywalled: false,
        textHash: text,
        fingerprint: oneIn(2) ? pick(EDITED_COPIES) : text.slice(0, 16),
        wordCount: 300,
        etag: null,
        lastModified: null,
      }),
    );
    const about = { articleId, revision: article.revision, extractor: { name: 'newsledger', version: 1 } };
    const evidence = { quote: 'a number', sentence: 'It is a number.', start: 0, end: 8 };
    const claimIds = ['figure', 'deal'].map((kind) => deterministicId(kind, articleId, `${article.revision}`));
    const [figureClaimId = '', dealClaimId = ''] = claimIds;
    const amount = amountOf(pick([38, 38, 38, 40, 83]));
    const certainty = pick([null, 1, 0.9, 0.5]);
    const figure = {
      subject: 'Acme',
      counterparty: null,
      measure: 'revenue' as const,
      definition: null,
      noun: null,
      period: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
      status: 'actual' as const,
      unit: 'USD',
      amount,
      speaker: null,
    };
    say(`article-${articleId}`, newEvent('FigureReported', { claimId: figureClaimId, ...about, figure, evidence, certainty, dealClaimId }));
    const parties = [
      { role: 'acquirer' as const, entity: 'Acme' },
      { role: 'target' as const, entity: 'Beta' },
    ];
    const value = { unit: 'USD', definition: null, amount };
    const deal = {
      type: 'acquisition' as const,
      status: 'agreed' as const,
      parties,
      value,
      termYears: null,
      announcedOn: null,
      speaker: null,
    };
    say(`article-${articleId}`, newEvent('DealReported', { claimId: dealClaimId, ...about, deal, evidence, certainty }));
    say(`article-${articleId}`, newEvent('ExtractionCompleted', { ...about, claimIds, part: 1, parts: 1 }));
  };
  for (let number = 0; number < count; number++) {
    const sourceId = pick(SOURCES);
    const url = `https://${sourceId}.example/${number}`;
    const article = { articleId: articleIdOf(url), sourceId, url, revision: 0 };
    const listed = { title: 'Acme buys Beta', summary: '', author: null, publishedAt: null, updatedAt: null };
    say(`article-${article.articleId}`, newEvent('ArticleDiscovered', { articleId: article.articleId, sourceId, url, ...listed }));
    articles.push(article);
    capture(article);
    if (oneIn(12)) capture(pick(articles));
    if (oneIn(15)) {
      const { articleId } = pick(articles);
      say(`article-${articleId}`, newEvent('ArticleWithdrawn', { articleId, reason: `Taken down (${number}).` }));
    }
    if (oneIn(30)) register(pick(SOURCES), pick([[], ['Acme']]), `Renamed ${number}`);
  }
  return log;
}

/** Each near the next one, the ends not near each other. */
const EDITED_COPIES = ['000000000000000f', '00000000000001ff', '0000000000003fff', '000000000007ffff'] as const;

const SOURCES = ['press', 'wire', 'post'] as const;

function amountOf(value: number) {
  const ends = { low: `${value - 0.5}`, high: `${value + 0.5}`, lowOpen: false, highOpen: false };
  return { value: `${value}`, ...ends, hedge: '=' as const, significantDigits: 2 };
}
