import { createEventStore, type EventStore } from '@newsledger/event-store';
import { articleIdOf, type Deal, deterministicId, type EventData, type Figure, newEvent } from '@newsledger/events';
import { figureIdOf, figureKeyOf } from '@newsledger/reconcile';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentHash, rebuild } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
  await register('press', 'Cloudline Press Room', ['Amazon Web Services']);
  await register('wire', 'Meridian Wire');
  await register('post', 'The Harbour Post');
  await register('tape', 'Morning Tape');
  await register('byteside', 'Byteside');
});
afterEach(() => database.close());

it('shows the story of a deal value: copies once, a correction, the party’s own release', async () => {
  await publish('press', { figures: [value(38)] });
  await publish('wire', { figures: [value(38)] });
  await publish('post', { figures: [value(38)], wireCredit: 'Meridian Wire' });
  await publish('byteside', { figures: [value(38)] });
  await publish('tape', { figures: [value(83)] });
  await publish('tape', {
    figures: [value(38)],
    revision: 2,
    modifiedAt: '2025-11-03T15:00:00.000Z',
    correctionNote: 'We swapped the digits.',
  });
  await rebuild(database.pool, store);
  const { rows } = await database.pool.query(
    'SELECT value, agreement, claim_count, independent_sources, explanation FROM newsledger.figures',
  );
  expect(rows).toEqual([
    {
      value: '38000000000',
      agreement: 'agreed',
      claim_count: 5,
      independent_sources: 4,
      explanation:
        "38 billion USD: 4 independent sources agree (Cloudline Press Room is a party's own release; 1 copy adds no vote); Morning Tape corrected its 83 billion USD an hour later.",
    },
  ]);
  const verdicts = await database.pool.query(
    "SELECT verdict, reason FROM newsledger.claims WHERE source = 'Morning Tape' ORDER BY revision",
  );
  expect(verdicts.rows[0]).toEqual({ verdict: 'superseded', reason: 'Morning Tape corrected it to 38 billion USD an hour later.' });
});

it('names a claim’s article by its address when neither the page nor its entry has words for it', async () => {
  await publish('wire', { figures: [value(38)], title: '' });
  await rebuild(database.pool, store);
  const { rows } = await database.pool.query('SELECT article_title FROM newsledger.claims');
  expect(rows).toEqual([{ article_title: 'https://wire.example/article' }]);
});

it('takes the claims of a withdrawn article out, and keeps them on record', async () => {
  const articleId = await publish('wire', { figures: [value(38)] });
  await store.append(`article-${articleId}`, 'any', [newEvent('ArticleWithdrawn', { articleId, reason: 'Taken down.' })]);
  await rebuild(database.pool, store);
  expect((await database.pool.query('SELECT * FROM newsledger.figures')).rows).toEqual([]);
  expect((await database.pool.query('SELECT verdict FROM newsledger.claims')).rows).toEqual([{ verdict: 'withdrawn' }]);
  expect((await database.pool.query('SELECT live FROM newsledger.figure_history ORDER BY position')).rows).toEqual([
    { live: true },
    { live: false },
  ]);
});

it('matches the reports of a bidding history to one deal, and tells its stages in order', async () => {
  const bid = (status: Deal['status'], low: number, high: number, definition: string | null): Deal => ({
    type: 'acquisition',
    status,
    parties: [
      { role: 'target', entity: 'Beta' },
      { role: 'acquirer', entity: 'Acme' },
    ],
    value: {
      unit: 'USD',
      definition,
      amount: { ...amount(0), value: low === high ? `${low}` : null, low: `${low}`, high: `${high}`, hedge: low === high ? '=' : 'range' },
    },
    termYears: null,
    announcedOn: null,
    speaker: null,
  });
  await publish('wire', { deals: [bid('completed', 246, 246, 'final_price')], publishedAt: '2025-11-20T00:00:00.000Z' });
  await publish('tape', { deals: [bid('rumoured', 210, 230, null)], publishedAt: '2025-02-01T00:00:00.000Z' });
  await publish('post', { deals: [bid('agreed', 245, 245, 'equity')], publishedAt: '2025-04-01T00:00:00.000Z' });
  await rebuild(database.pool, store);
  const { rows } = await database.pool.query(
    'SELECT title, status, value, value_definition, announced_on::text, claim_count FROM newsledger.deals',
  );
  expect(rows).toEqual([
    {
      title: 'Acme – Beta: acquisition',
      status: 'completed',
      value: '246',
      value_definition: 'final_price',
      announced_on: '2025-04-01',
      claim_count: 3,
    },
  ]);
  const stages = await database.pool.query('SELECT status, reported_on::text, value FROM newsledger.deal_stages ORDER BY reported_on');
  expect(stages.rows).toEqual([
    { status: 'rumoured', reported_on: '2025-02-01', value: '220' },
    { status: 'agreed', reported_on: '2025-04-01', value: '245' },
    { status: 'completed', reported_on: '2025-11-20', value: '246' },
  ]);
});

it('keeps the id of a deal when an earlier rumour, an older deal and a withdrawal come', async () => {
  const contract = (status: Deal['status'], supplier = 'Amazon Web Services'): Deal => ({
    type: 'supply_contract',
    status,
    parties: [
      { role: 'customer', entity: 'OpenAI' },
      { role: 'supplier', entity: supplier },
    ],
    value: null,
    termYears: null,
    announcedOn: null,
    speaker: null,
  });
  const ids = async () => {
    await rebuild(database.pool, store);
    return (await database.pool.query<{ deal_id: string }>('SELECT deal_id FROM newsledger.deals')).rows.map(({ deal_id }) => deal_id);
  };
  const first = await publish('wire', { deals: [contract('agreed')] });
  const [dealId] = await ids();
  await publish('post', { deals: [contract('rumoured', 'Amazon')], publishedAt: '2025-10-20T00:00:00.000Z' });
  expect(await ids()).toEqual([dealId]);
  await publish('tape', { deals: [contract('completed')], publishedAt: '2022-01-03T00:00:00.000Z' });
  expect(await ids()).toHaveLength(2);
  await store.append(`article-${first}`, 'any', [newEvent('ArticleWithdrawn', { articleId: first, reason: 'Taken down.' })]);
  expect(await ids()).toContain(dealId);
  const parties = await database.pool.query('SELECT entity, parent FROM newsledger.deal_parties WHERE deal_id <> $1 ORDER BY entity', [
    dealId,
  ]);
  expect(parties.rows).toEqual([
    { entity: 'Amazon Web Services', parent: 'Amazon' },
    { entity: 'OpenAI', parent: null },
  ]);
});

it('re-decides at the close of an epoch, so that a later copy changes nothing', async () => {
  await publish('wire', { figures: [value(38)] });
  await publish('tape', { figures: [value(83)], publishedAt: '2025-11-02T09:00:00.000Z' });
  const disputed = 'SELECT value, agreement FROM newsledger.figures';
  await rebuild(database.pool, store);
  expect((await database.pool.query(disputed)).rows).toEqual([{ value: '83000000000', agreement: 'disputed' }]);
  await store.append('figure-reliability', 'any', [
    newEvent('ReliabilityEpochClosed', {
      epoch: 1,
      sources: [
        { sourceId: 'wire', measureClass: 'money', right: 20, wrong: 0 },
        { sourceId: 'tape', measureClass: 'money', right: 0, wrong: 20 },
      ],
      part: 1,
      parts: 1,
      closedAt: '2025-11-05T00:00:00.000Z',
    }),
  ]);
  await rebuild(database.pool, store);
  const after = (await database.pool.query(disputed)).rows;
  expect(after).toEqual([{ value: '38000000000', agreement: 'agreed_with_outlier' }]);
  const history = await database.pool.query("SELECT cause FROM newsledger.figure_history WHERE event_type = 'ReliabilityEpochClosed'");
  expect(history.rows).toEqual([{ cause: 'Reliability epoch 1 was closed: audited outcomes changed what votes count' }]);
  await publish('byteside', { figures: [value(83)], wireCredit: 'Morning Tape' });
  await rebuild(database.pool, store);
  expect((await database.pool.query(disputed)).rows).toEqual(after);
});

it('compares amounts in two currencies at the rate of their day, and at none without a rate', async () => {
  await publish('wire', { figures: [value(38)] });
  await publish('post', { figures: [{ ...value(33), unit: 'EUR' }] });
  const matches = 'SELECT unit, other_unit, agrees, explanation FROM newsledger.currency_matches';
  await rebuild(database.pool, store);
  expect((await database.pool.query(matches)).rows).toMatchObject([{ agrees: null, explanation: expect.stringMatching(/^No rate of/) }]);
  await store.append('rates-EUR', 'any', [
    newEvent('ExchangeRatesRecorded', {
      base: 'EUR',
      source: 'ECB',
      rates: [{ date: '2025-10-31', quote: 'USD', rate: '1.1554' }],
      recordedAt: '2025-11-03T00:00:00.000Z',
    }),
  ]);
  await rebuild(database.pool, store);
  expect((await database.pool.query(matches)).rows).toMatchObject([
    { agrees: true, explanation: expect.stringContaining('on 2025-10-31 (ECB)') },
  ]);
  const converted = await database.pool.query(
    "SELECT unit, value, converted_unit, converted_value, rate_date::text FROM newsledger.figures_in('usd') ORDER BY unit",
  );
  expect(converted.rows).toEqual([
    { unit: 'EUR', value: '33000000000', converted_unit: 'USD', converted_value: '38128200000.00', rate_date: '2025-10-31' },
    { unit: 'USD', value: '38000000000', converted_unit: 'USD', converted_value: '38000000000.00', rate_date: '2025-11-03' },
  ]);
});

it('moves claims to the merged entity, and back when it is split again', async () => {
  await publish('wire', { figures: [value(38)] });
  await publish('byteside', { figures: [{ ...value(38), counterparty: 'AWS' }] });
  await rebuild(database.pool, store);
  const apart = await facts();
  const decided = { by: 'Ada', decidedAt: '2025-11-05T00:00:00.000Z' };
  await store.append('entity-AWS', 'any', [newEvent('EntityMerged', { from: 'AWS', into: 'Amazon Web Services', ...decided })]);
  await rebuild(database.pool, store);
  expect((await database.pool.query('SELECT counterparty, claim_count FROM newsledger.figures')).rows).toEqual([
    { counterparty: 'Amazon Web Services', claim_count: 2 },
  ]);
  await store.append('entity-AWS', 'any', [newEvent('EntitySplit', { name: 'AWS', from: 'Amazon Web Services', ...decided })]);
  await rebuild(database.pool, store);
  expect(await facts()).toBe(apart);
});

it('lets a pin decide until it is taken back', async () => {
  await publish('wire', { figures: [value(38)] });
  await rebuild(database.pool, store);
  const before = await facts();
  const figureId = figureIdOf(figureKeyOf(value(38)));
  await store.append(`figure-${figureId}`, 'any', [
    newEvent('FigurePinned', {
      figureId,
      value: '39000000000',
      unit: 'USD',
      by: 'Ada',
      reason: 'Filing',
      pinnedAt: '2025-11-05T00:00:00.000Z',
    }),
  ]);
  await rebuild(database.pool, store);
  expect((await database.pool.query('SELECT value, pinned FROM newsledger.figures')).rows).toEqual([
    { value: '39000000000', pinned: true },
  ]);
  await store.append(`figure-${figureId}`, 'any', [
    newEvent('FigureUnpinned', { figureId, by: 'Ada', reason: 'Wrong filing', unpinnedAt: '2025-11-06T00:00:00.000Z' }),
  ]);
  await rebuild(database.pool, store);
  expect(await facts()).toBe(before);
});

it('counts nothing before the last part of an extraction has come', async () => {
  const articleId = await publish('wire', { figures: [value(38)], parts: 2 });
  await rebuild(database.pool, store);
  expect((await database.pool.query('SELECT * FROM newsledger.claims')).rows).toEqual([]);
  const extractor = { name: 'newsledger', version: 1 };
  await store.append(`article-${articleId}`, 'any', [
    newEvent('ExtractionCompleted', { articleId, revision: 1, extractor, claimIds: [], part: 2, parts: 2 }),
  ]);
  await rebuild(database.pool, store);
  expect((await database.pool.query('SELECT verdict FROM newsledger.claims')).rows).toEqual([{ verdict: 'winner' }]);
});

function facts(): Promise<string> {
  return contentHash(database.pool, 'facts');
}

async function register(sourceId: string, name: string, primaryFor: string[] = []): Promise<void> {
  const url = `https://${sourceId}.example/`;
  await store.append(`source-${sourceId}`, 'any', [
    newEvent('SourceRegistered', { sourceId, name, url, kind: null, primaryFor, everySeconds: 900, select: null, declaredBy: 'file' }),
  ]);
}

interface Published {
  readonly title?: string;
  readonly figures?: readonly Figure[];
  readonly deals?: readonly Deal[];
  readonly revision?: number;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly wireCredit?: string;
  readonly correctionNote?: string;
  readonly parts?: number;
}

/** One revision of a source's article, captured and read: the whole of it as events. */
async function publish(sourceId: string, published: Published): Promise<string> {
  const { figures = [], deals = [], revision = 1, publishedAt = '2025-11-03T14:00:00.000Z', parts = 1 } = published;
  const url = `https://${sourceId}.example/article`;
  const articleId = articleIdOf(url);
  const hash = `${revision}`.repeat(64);
  const extractor = { name: 'newsledger', version: 1 };
  const about = { articleId, revision, extractor };
  const claimId = (index: number) => deterministicId('claim', articleId, `${revision}`, `${index}`);
  const evidence = { quote: '$38 billion', sentence: `${sourceId} says so.`, start: 0, end: 11 };
  const captured: EventData<'ArticleCaptured'> = {
    articleId,
    sourceId,
    revision,
    captureHash: hash,
    url,
    canonicalUrl: url,
    mediaType: 'text/html',
    title: published.title ?? 'A title',
    byline: [],
    publishedAt,
    modifiedAt: published.modifiedAt ?? null,
    language: 'en',
    wireCredit: published.wireCredit ?? null,
    correctionNote: published.correctionNote ?? null,
    paywalled: false,
    textHash: hash,
    fingerprint: deterministicId(sourceId, `${revision}`).replaceAll('-', '').slice(0, 16),
    wordCount: 300,
    etag: null,
    lastModified: null,
  };
  const claimIds = [...figures, ...deals].map((_, index) => claimId(index));
  await store.append(`article-${articleId}`, 'any', [
    newEvent(revision === 1 ? 'ArticleCaptured' : 'ArticleRevised', captured),
    ...figures.map((figure, index) =>
      newEvent('FigureReported', { claimId: claimId(index), ...about, figure, evidence, certainty: 1, dealClaimId: null }),
    ),
    ...deals.map((deal, index) =>
      newEvent('DealReported', { claimId: claimId(figures.length + index), ...about, deal, evidence, certainty: 1 }),
    ),
    newEvent('ExtractionCompleted', { ...about, claimIds, part: 1, parts }),
  ]);
  return articleId;
}

function value(billion: number): Figure {
  return {
    subject: 'OpenAI',
    counterparty: 'Amazon Web Services',
    measure: 'deal_value',
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount: amount(billion),
    speaker: null,
  };
}

function amount(billion: number): Figure['amount'] {
  return {
    value: `${billion}000000000`,
    low: `${billion - 1}500000000`,
    high: `${billion}500000000`,
    lowOpen: false,
    highOpen: false,
    hedge: '=',
    significantDigits: 2,
  };
}
