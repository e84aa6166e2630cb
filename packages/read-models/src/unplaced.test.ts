import { articleIdOf, type Deal, deterministicId, type Figure, newEvent } from '@newsledger/events';
import { PLACED_FROM } from '@newsledger/reconcile';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gatherOutcomes } from './epochs/gatherOutcomes.ts';
import { applyEvents } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';

/** Claims that were read with too little certainty are there to be seen, and rule nothing. */
let database: TestDatabase;
let client: pg.PoolClient;
let folded = 0;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
  folded = 0;
});
afterEach(async () => {
  client.release();
  await database.close();
});

it('shows a claim below the threshold with its verdict, its certainty and what it was taken for, and makes no row of it', async () => {
  await publish('post', { figure: revenue(38), certainty: 0.41 });

  expect(
    await ask(
      `SELECT verdict, certainty, taken_for ->> 'subject' AS subject, taken_for ->> 'measure' AS measure, value, reason FROM newsledger.claims`,
    ),
  ).toEqual([
    {
      verdict: 'unplaced',
      certainty: '0.41',
      subject: 'Acme',
      measure: 'revenue',
      value: '38',
      reason: `Perhaps misread: its certainty is 0.41, and claims count from ${PLACED_FROM} on.`,
    },
  ]);
  expect(await rowsMade()).toEqual({ figures: 0, history: 0, deals: 0, dealHistory: 0, parties: 0, entities: 0 });
  expect(await ask('SELECT claim_count, unplaced_count FROM newsledger.articles')).toEqual([{ claim_count: 0, unplaced_count: 1 }]);
});

it('makes no deal, party or entity of a deal claim below the threshold', async () => {
  await publish('post', { deal: takeover, certainty: 0.3 });

  expect(await ask('SELECT verdict, deal_id, taken_for FROM newsledger.claims')).toEqual([
    { verdict: 'unplaced', deal_id: null, taken_for: takeover },
  ]);
  expect(await rowsMade()).toEqual({ figures: 0, history: 0, deals: 0, dealHistory: 0, parties: 0, entities: 0 });
});

it('changes neither a figure nor its history when an unplaced claim contradicts it', async () => {
  await publish('wire', { figure: revenue(38), certainty: 0.97 });
  const before = await ask('SELECT * FROM newsledger.figures');
  await publish('post', { figure: revenue(83), certainty: 0.45 });

  expect(await ask('SELECT * FROM newsledger.figures')).toEqual(before);
  expect(await ask('SELECT count(*)::int FROM newsledger.figure_history')).toEqual([{ count: 1 }]);
  expect(await ask('SELECT why.verdict, why.certainty FROM newsledger.figures, newsledger.why(figure_id)')).toEqual([
    { verdict: 'winner', certainty: '0.97' },
    { verdict: 'unplaced', certainty: '0.45' },
  ]);
});

it('names a deal after the first report that counts, and takes no party or value from one that does not', async () => {
  await publish('post', { deal: { ...takeover, parties: [...takeover.parties, { role: 'seller', entity: 'Nobody' }] }, certainty: 0.2 });
  const [first] = await publish('wire', { deal: takeover, certainty: 0.9 });

  expect(await ask('SELECT claim_count, independent_sources FROM newsledger.deals')).toEqual([{ claim_count: 1, independent_sources: 1 }]);
  expect(await ask('SELECT entity FROM newsledger.deal_parties ORDER BY entity')).toEqual([{ entity: 'Acme' }, { entity: 'Beta' }]);
  expect(await ask('SELECT claim_id FROM newsledger.claims JOIN newsledger.deals USING (deal_id)')).toEqual([{ claim_id: first }]);
});

it('lets go of a figure whose only claim is read anew with too little certainty', async () => {
  await publish('wire', { figure: revenue(38), certainty: 0.9 });
  await publish('wire', { figure: revenue(38), certainty: 0.4, extractorVersion: 2 });

  expect(await ask('SELECT count(*)::int FROM newsledger.figures')).toEqual([{ count: 0 }]);
  expect(await ask('SELECT explanation FROM newsledger.figure_history WHERE NOT live')).toEqual([
    { explanation: 'Its claims were read with too little certainty to count.' },
  ]);
  expect(await ask('SELECT verdict FROM newsledger.claims ORDER BY extractor')).toEqual([
    { verdict: 'withdrawn' },
    { verdict: 'unplaced' },
  ]);
});

it.each([
  ['a claim of somebody else that was hardly read', 0.4, 'Its claims were read with too little certainty to count.'],
  ['nothing', null, 'Its claims stand with another figure now.'],
])('says that %s is left of a figure whose only claim that counted is read as another one', async (_, certainty, explanation) => {
  if (certainty !== null) await publish('post', { figure: revenue(38), certainty });
  await publish('wire', { figure: revenue(38), certainty: 0.9 });
  await publish('wire', { figure: { ...revenue(38), measure: 'profit' }, certainty: 0.9, extractorVersion: 2 });

  expect(await ask('SELECT explanation FROM newsledger.figure_history WHERE NOT live')).toEqual([{ explanation }]);
});

it('says of an unplaced claim that its article was withdrawn', async () => {
  const [claimId = ''] = await publish('wire', { figure: revenue(38), certainty: 0.4 });
  const articleId = articleOf('wire');
  await fold([{ stream: `article-${articleId}`, event: newEvent('ArticleWithdrawn', { articleId, reason: 'Taken down.' }) }]);

  expect(await ask('SELECT claim_id, verdict FROM newsledger.claims')).toEqual([{ claim_id: claimId, verdict: 'withdrawn' }]);
});

it('holds nothing against a source for a claim of its that was perhaps misread', async () => {
  const [claimId = ''] = await publish('wire', { figure: revenue(38), certainty: 0.4 });
  const [{ figure_id: figureId } = { figure_id: '' }] = await ask<{ figure_id: string }>('SELECT figure_id FROM newsledger.claims');
  const audited = { claimId, figureId, outcome: 'wrong_source' as const, evidence: 'A filing.', auditedAt: '2026-01-01T00:00:00.000Z' };
  await fold([{ stream: `figure-${figureId}`, event: newEvent('OutcomeAudited', audited) }]);

  expect(await gatherOutcomes(client)).toEqual({ sources: [], extractors: [] });
});

it('counts claims of events that told no certainty', async () => {
  await publish('wire', { figure: revenue(38), certainty: null });

  expect(await ask('SELECT verdict, certainty FROM newsledger.claims')).toEqual([{ verdict: 'winner', certainty: null }]);
});

interface Published {
  readonly figure?: Figure;
  readonly deal?: Deal;
  readonly certainty: number | null;
  readonly extractorVersion?: number;
}

/** A source's only article, read from its entry. @returns ids of its claims. */
async function publish(sourceId: string, { figure, deal, certainty, extractorVersion = 1 }: Published): Promise<string[]> {
  const articleId = articleOf(sourceId);
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version: extractorVersion } };
  const evidence = { quote: 'a number', sentence: `${sourceId} says so.`, start: 0, end: 8 };
  const claimId = deterministicId('claim', articleId, `${extractorVersion}`);
  const listed = { title: 'A title', summary: 'A number.', author: null, publishedAt: '2025-11-03T10:00:00.000Z', updatedAt: null };
  const told = { claimId, ...about, evidence, certainty };
  await fold(
    [
      newEvent('ArticleDiscovered', { articleId, sourceId, url: addressOf(sourceId), ...listed }),
      ...(figure === undefined ? [] : [newEvent('FigureReported', { ...told, figure, dealClaimId: null })]),
      ...(deal === undefined ? [] : [newEvent('DealReported', { ...told, deal })]),
      newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
    ].map((event) => ({ stream: `article-${articleId}`, event })),
  );
  return [claimId];
}

function addressOf(sourceId: string): string {
  return `https://${sourceId}.example/article`;
}

function articleOf(sourceId: string): string {
  return articleIdOf(addressOf(sourceId));
}

async function fold(said: readonly Said[]): Promise<void> {
  await applyEvents(client, recorded(said, folded));
  folded += said.length;
}

async function ask<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}

async function rowsMade(): Promise<unknown> {
  const [made] = await ask(`
    SELECT (SELECT count(*)::int FROM newsledger.figures) AS figures, (SELECT count(*)::int FROM newsledger.figure_history) AS history,
           (SELECT count(*)::int FROM newsledger.deals) AS deals, (SELECT count(*)::int FROM newsledger.deal_history) AS "dealHistory",
           (SELECT count(*)::int FROM newsledger.deal_parties) AS parties, (SELECT count(*)::int FROM newsledger.entities) AS entities`);
  return made;
}

const amount = (value: number) => ({
  value: `${value}`,
  low: `${value - 0.5}`,
  high: `${value + 0.5}`,
  lowOpen: false,
  highOpen: false,
  hedge: '=' as const,
  significantDigits: 2,
});

function revenue(value: number): Figure {
  return {
    subject: 'Acme',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
    status: 'actual',
    unit: 'USD',
    amount: amount(value),
    speaker: null,
  };
}

const takeover: Deal = {
  type: 'acquisition',
  status: 'agreed',
  parties: [
    { role: 'acquirer', entity: 'Acme' },
    { role: 'target', entity: 'Beta' },
  ],
  value: { unit: 'USD', definition: null, amount: amount(38) },
  termYears: null,
  announcedOn: null,
  speaker: null,
};
