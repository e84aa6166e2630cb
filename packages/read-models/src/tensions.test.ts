import { readFile } from 'node:fs/promises';
import { createEventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, type Figure, newEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, findFigure, rebuild } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';
import { type Chances, chancesOf } from './random/seededRandom.ts';

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

const year = { label: '2025', from: '2025-01-01', to: '2025-12-31' };
const quarter = { label: '2025-Q3', from: '2025-07-01', to: '2025-09-30' };
const total = { measure: 'spending_commitment', definition: 'cumulative' } as const;
const stake = { measure: 'stake', unit: '%', counterparty: 'Equinix' } as const;

it('shows a quarter that exceeds its year as a tension, with both sides, and leaves both values', async () => {
  await publish([figure(30, { period: year }), figure(40, { period: quarter })]);
  expect(await disagreements()).toEqual([
    {
      kind: 'tension',
      kind_words: 'A part exceeds its whole: 2025-Q3 lies within 2025.',
      value: '30',
      sources: ['paper-0'],
      rival_value: '40',
      rival_unit: 'USD',
      rival_sources: ['paper-1'],
    },
  ]);
  const { rows } = await client.query('SELECT value, agreement FROM newsledger.figures ORDER BY value');
  expect(rows).toEqual([
    { value: '30', agreement: 'single_source' },
    { value: '40', agreement: 'single_source' },
  ]);
});

it.each<[string, Figure[]]>([
  ['a quarter below its year', [figure(30, { period: year }), figure(10, { period: quarter })]],
  ['a quarter that is its year but for rounding', [figure(30, { period: year }), figure(30.4, { period: quarter })]],
  [
    'a quarter’s profit above its year’s',
    [figure(30, { period: year, measure: 'profit' }), figure(40, { period: quarter, measure: 'profit' })],
  ],
  ['a quarter at a yearly rate', [figure(30, { period: year }), figure(40, { period: quarter, definition: 'annual_rate' })]],
  ['a forecast below a quarter that came', [figure(30, { period: year, status: 'forecast' }), figure(40, { period: quarter })]],
  ['a total above its parts', [figure(300, total), figure(40, { measure: 'spending_commitment', counterparty: 'Oracle' })]],
  ['stakes of a whole', [figure(60, stake), figure(40, { ...stake, subject: 'Someone' })]],
  ['a holder’s stake before and after', [figure(60, stake), figure(70, { ...stake, period: quarter })]],
  ['one price in two currencies', [figure(999, { measure: 'price' }), figure(999, { measure: 'price', unit: 'EUR' })]],
])('finds nothing wrong with %s', async (_, figures) => {
  await publish(figures);
  expect(await disagreements()).toEqual([]);
});

it('shows a total that is smaller than one of its parts', async () => {
  await publish([figure(40, { measure: 'spending_commitment', counterparty: 'Oracle' }), figure(30, total)]);
  expect(await disagreements()).toMatchObject([
    {
      kind: 'tension',
      kind_words: 'A part exceeds its whole: the total of all so far includes this amount (Oracle).',
      value: '30',
      rival_value: '40',
    },
  ]);
});

it('finds no fault with a total that was told before its part', async () => {
  await publish([figure(30, total), figure(40, { measure: 'spending_commitment', counterparty: 'Oracle' })]);
  expect(await disagreements()).toEqual([]);
});

it('shows a share of more than all', async () => {
  await publish([figure(130, { measure: 'market_share', unit: '%' })]);
  expect(await disagreements()).toMatchObject([
    {
      kind: 'tension',
      kind_words: 'A part exceeds its whole: no share is greater than 100 %.',
      value: '130',
      rival_value: '100',
      rival_sources: [],
    },
  ]);
});

it('shows shares that add up to more than all', async () => {
  await publish([figure(60, stake), figure(30, { ...stake, subject: 'Someone' }), figure(20, { ...stake, subject: 'Another' })]);
  expect(await disagreements()).toMatchObject([
    {
      kind: 'tension',
      kind_words: 'Parts exceed their whole: shares of Equinix by 3 holders add up to at least 108.5 %.',
      value: '60',
      rival_value: '30',
    },
  ]);
});

it('names the same digits in another currency as a slip, and says so in why', async () => {
  await publish([figure(38, {}), figure(38, { unit: 'EUR' })]);
  const words = 'Perhaps a slip: the same digits in another currency, EUR for USD.';
  expect(await disagreements()).toMatchObject([{ kind: 'slip', kind_words: words, value: '38', rival_value: '38', rival_unit: 'EUR' }]);
  const { rows } = await client.query<{ figure_id: string; explanation: string }>(
    'SELECT figures.figure_id, why.explanation FROM newsledger.figures, newsledger.why(figures.figure_id) AS why ORDER BY figures.unit',
  );
  expect(rows.map(({ explanation }) => explanation)).toEqual([
    `38 EUR: only paper-1 says so. ${words}`,
    `38 USD: only paper-0 says so. ${words}`,
  ]);
  expect((await findFigure(database.pool, rows[0]?.figure_id ?? ''))?.explanation).toBe(rows[0]?.explanation);
});

it.each([1, 2, 3, 4])('keeps what a look at all figures finds, however they change (seed %i)', async (seed) => {
  const chances = chancesOf(seed);
  const batches = Array.from({ length: 8 }, (_, batch) => [
    ...Array.from({ length: 12 }, (_article, index) => articleOf(randomFigure(chances), 12 * batch + index)).flat(),
    randomTurn(chances, 12 * (batch + 1)),
  ]);
  const counts: number[] = [];

  for (const batch of batches) {
    await fold(batch);
    const { found, kept } = await foundAndKept();
    expect(kept).toEqual(found);
    counts.push(found.length);
  }

  expect(Math.max(...counts)).toBeGreaterThan(0);
});

it('keeps after a rebuild what it kept before', async () => {
  const chances = chancesOf(7);
  const said = Array.from({ length: 96 }, (_, index) => articleOf(randomFigure(chances), index)).flat();
  const store = createEventStore(database.pool);
  for (const { stream, event } of said) await store.append(stream, 'any', [event]);
  await fold(said);
  const { kept } = await foundAndKept();

  await rebuild(database.pool, store);

  expect(kept.length).toBeGreaterThan(0);
  expect(await foundAndKept()).toEqual({ found: kept, kept });
});

function figure(value: number, about: Partial<Figure>): Figure {
  const ends = { low: `${value - 0.5}`, high: `${value + 0.5}`, lowOpen: false, highOpen: false };
  return {
    subject: 'OpenAI',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount: { value: `${value}`, ...ends, hedge: '=', significantDigits: 2 },
    speaker: null,
    ...about,
  };
}

async function disagreements(): Promise<unknown[]> {
  const { rows } = await client.query(
    'SELECT kind, kind_words, value, sources, rival_value, rival_unit, rival_sources FROM newsledger.disagreements ORDER BY value, rival_value',
  );
  return rows;
}

/** What the view of an earlier release finds among all figures at once, and what is kept, as JSON. */
async function foundAndKept(): Promise<{ found: string[]; kept: string[] }> {
  const rowsOf = async (from: string) => {
    const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM (${from}) AS t ORDER BY 1`);
    return rows.map(({ row }) => row);
  };
  const migration = await readFile(new URL('../migrations/0015-tensions.sql', import.meta.url), 'utf8');
  const [, earlier = ''] = /CREATE VIEW projection\.subject_tension AS\n(.*?);\n\nCREATE VIEW/s.exec(migration) ?? [];
  return { found: await rowsOf(earlier), kept: await rowsOf('SELECT * FROM projection.subject_tension') };
}

/** One of few subjects, periods and amounts, so that many don't fit each other. */
function randomFigure({ pick, oneIn }: Chances): Figure {
  return figure(pick([30, 40, 120]), {
    subject: pick(['OpenAI', 'Anthropic']),
    counterparty: pick([null, null, null, 'Oracle']),
    measure: pick(['revenue', 'investment', 'market_share']),
    definition: pick([null, null, 'cumulative', 'additional']),
    period: pick([null, year, quarter]),
    status: oneIn(8) ? pick(['denied', 'forecast', 'historic']) : 'actual',
    unit: pick(['USD', 'USD', 'USD', 'EUR', '%']),
  });
}

/** What moves claims to other figures, and back, or takes them away. */
function randomTurn({ pick, below }: Chances, articles: number): Said {
  const decided = { by: 'Ada', decidedAt: '2026-02-01T00:00:00.000Z' };
  const names = { from: 'OpenAI', into: 'Anthropic' };
  const articleId = articleIdOf(`https://paper-${below(articles)}.example/article`);
  return pick<Said>([
    { stream: 'entity', event: newEvent('EntityMerged', { ...names, ...decided }) },
    { stream: 'entity', event: newEvent('EntitySplit', { name: 'OpenAI', from: 'Anthropic', ...decided }) },
    { stream: `article-${articleId}`, event: newEvent('ArticleWithdrawn', { articleId, reason: 'Taken down.' }) },
  ]);
}

async function fold(log: readonly Said[]): Promise<void> {
  await applyEvents(client, recorded(log, folded));
  folded += log.length;
}

/** An article of a source of its own for each figure, one day after the other. */
async function publish(figures: readonly Figure[]): Promise<void> {
  await fold(figures.flatMap(articleOf));
}

function articleOf(figure: Figure, index: number): Said[] {
  const url = `https://paper-${index}.example/article`;
  const articleId = articleIdOf(url);
  const claimId = deterministicId('claim', articleId);
  const hash = `${index}`.repeat(64).slice(0, 64);
  const about = { articleId, revision: 1, extractor: { name: 'newsledger', version: 1 } };
  const events = [
    newEvent('ArticleCaptured', {
      articleId,
      sourceId: `paper-${index}`,
      revision: 1,
      captureHash: hash,
      url,
      canonicalUrl: url,
      mediaType: 'text/html',
      title: 'A title',
      byline: [],
      publishedAt: new Date(Date.UTC(2026, 0, index + 1, 10)).toISOString(),
      modifiedAt: null,
      language: 'en',
      wireCredit: null,
      correctionNote: null,
      paywalled: false,
      textHash: hash,
      fingerprint: deterministicId(url).replaceAll('-', '').slice(0, 16),
      wordCount: 100,
      etag: null,
      lastModified: null,
    }),
    newEvent('FigureReported', {
      claimId,
      ...about,
      figure,
      evidence: { quote: 'a number', sentence: 'A number.', start: 0, end: 8 },
      certainty: 1,
      dealClaimId: null,
    }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ];
  return events.map((event) => ({ stream: `article-${articleId}`, event }));
}
