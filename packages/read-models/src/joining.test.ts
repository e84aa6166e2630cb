import { articleIdOf, type Deal, deterministicId, type Figure, type NewEvent, newEvent } from '@newsledger/events';
import { figureIdOf, figureKeyOf, PLACED_FROM } from '@newsledger/reconcile';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, contentHash } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import type { Said } from './random/randomWorld.ts';
import { recorded } from './random/recorded.ts';

/** What becomes of claims that lack something as other claims come and go, one event at a time. */
let database: TestDatabase;
let client: pg.PoolClient;
let log: Said[] = [];
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
beforeEach(async () => {
  await emptyTables(client);
  log = [];
});
/** Whatever happened, a rebuild gives the same tables. */
afterEach(async () => {
  const live = await contentHash(client);
  await emptyTables(client);
  await applyEvents(client, recorded(log));
  expect(await contentHash(client)).toBe(live);
});
afterAll(async () => {
  client.release();
  await database.close();
});

it('moves a claim without counterparty to the only deal of its value, back when a second one comes, and there again when that is withdrawn', async () => {
  await publish('post', [value({ counterparty: null })]);
  await publish('wire', [value({})]);
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 2']);
  await publish('tape', [value({ counterparty: 'Oracle' })]);
  expect(await rows()).toEqual([
    'OpenAI actual 38000000000 single_source 1',
    'OpenAI – Amazon Web Services actual 38000000000 single_source 1',
    'OpenAI – Oracle actual 38000000000 single_source 1',
  ]);
  await say(newEvent('ArticleWithdrawn', { articleId: idOf('tape'), reason: 'Wrong supplier.' }));
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 2']);
  expect(await history({ counterparty: null })).toEqual([
    'live: post: “Of post”, as listed',
    'gone: wire: “Of wire”, as listed',
    'live: tape: “Of tape”, as listed',
    'gone: tape: “Of tape” was withdrawn: Wrong supplier.',
  ]);
});

it('says in SQL what a claim lacks', async () => {
  await publish('post', [value({ counterparty: null })]);
  await publish('wire', [value({})]);
  expect(await reasons('post')).toEqual([
    'agrees: It names no counterparty: it stands with the only figure of its time that agrees with it in all else. It allows the value.',
  ]);
});

it('shows one row for a deal that was rumoured and is agreed, with the rumour in its history', async () => {
  await publish('post', [value({ status: 'rumoured', amount: billion(30) })]);
  await publish('wire', [value({})]);
  await publish('tape', [value({ status: 'talks' })]);
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 superseded 2']);
  expect(await reasons('post')).toEqual([
    'superseded: It told of a rumour before the deal was agreed. What was agreed since, 38 billion USD by wire, replaces it.',
  ]);
  expect(await reasons('tape')).toEqual(['agrees: It told of talks before the deal was agreed. It allows the value.']);
  expect(await history({ status: 'rumoured' })).toEqual(['live: post: “Of post”, as listed', 'gone: wire: “Of wire”, as listed']);
});

it('gives a rumour its own row back when what was agreed is withdrawn', async () => {
  await publish('post', [value({ status: 'rumoured' })]);
  await publish('wire', [value({})]);
  await say(newEvent('ArticleWithdrawn', { articleId: idOf('wire'), reason: 'Not signed.' }));
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services rumoured 38000000000 single_source 1']);
});

it('takes a deal for one whoever is the subject, and shows it as most sources tell it', async () => {
  await publish('post', [value({ subject: 'Amazon Web Services', counterparty: 'OpenAI' })]);
  expect(await rows()).toEqual(['Amazon Web Services – OpenAI actual 38000000000 single_source 1']);
  await publish('wire', [value({})]);
  await publish('tape', [value({})]);
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 3']);
  expect(await reasons('post')).toEqual(['agrees: It makes the other party of the deal the subject. It allows the value.']);
});

it('leaves a pinned figure alone when a fuller one comes, until the pin is taken back', async () => {
  const lacking = value({ counterparty: null });
  const figureId = figureIdOf(figureKeyOf(lacking));
  await publish('post', [lacking]);
  const by = { figureId, by: 'Ada', reason: 'Filing.' };
  await say(newEvent('FigurePinned', { ...by, value: '38100000000', unit: 'USD', pinnedAt: '2025-11-04T00:00:00.000Z' }));
  await publish('wire', [value({})]);
  expect(await rows()).toEqual([
    'OpenAI actual 38100000000 single_source 1',
    'OpenAI – Amazon Web Services actual 38000000000 single_source 1',
  ]);
  await say(newEvent('FigureUnpinned', { ...by, unpinnedAt: '2025-11-05T00:00:00.000Z' }));
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 2']);
});

it('joins what comes to be of one name, and parts it again when the name is split', async () => {
  await publish('post', [value({ counterparty: null })]);
  await publish('wire', [value({ subject: 'Open AI' })]);
  expect(await rows()).toHaveLength(2);
  const decided = { by: 'Ada', decidedAt: '2025-11-04T00:00:00.000Z' };
  await say(newEvent('EntityMerged', { from: 'Open AI', into: 'OpenAI', ...decided }));
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 2']);
  await say(newEvent('EntitySplit', { name: 'Open AI', from: 'OpenAI', ...decided }));
  expect(await rows()).toHaveLength(2);
});

it('tells a listing’s plan and what it raised as one by the deal that both articles tell', async () => {
  const listing = { measure: 'funding_raised', subject: 'Alder Foods', counterparty: null } as const;
  await publish('post', [value({ ...listing, status: 'planned' })], [offering('announced')]);
  await publish('wire', [value({ ...listing, amount: billion(31) })], [offering('completed')]);
  expect(await rows()).toEqual(['Alder Foods actual 31000000000 superseded 1']);
});

it('lets a newer reading take back a claim that stood with another figure', async () => {
  await publish('post', [value({ counterparty: null })]);
  await publish('wire', [value({})]);
  await publish('post', [], [], { version: 2 });
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 single_source 1']);
});

it('moves nothing for the sake of a claim that was read with too little certainty, nor such a claim to the figure of others', async () => {
  const doubtful = { certainty: 0.3 };
  await publish('post', [value({ counterparty: null })]);
  await publish('wire', [value({})], [], doubtful);
  expect(await rows()).toEqual(['OpenAI actual 38000000000 single_source 1']);
  await publish('tape', [value({})]);
  await publish('echo', [value({ counterparty: 'Oracle' })], [], doubtful);
  await publish('news', [value({ counterparty: null })], [], doubtful);
  expect(await rows()).toEqual(['OpenAI – Amazon Web Services actual 38000000000 agreed 2']);
  expect(await reasons('news')).toEqual([`unplaced: Perhaps misread: its certainty is 0.3, and claims count from ${PLACED_FROM} on.`]);
});

it('calls a claim back to a pinned figure, whether or not a doubtful claim alone stood there', async () => {
  const lacking = value({ counterparty: null });
  await publish('wire', [value({})]);
  await publish('tape', [lacking]);
  await publish('post', [lacking], [], { certainty: 0.3 });
  const pin = { figureId: figureIdOf(figureKeyOf(lacking)), by: 'Ada', reason: 'Filing.', value: '38100000000', unit: 'USD' };
  await say(newEvent('FigurePinned', { ...pin, pinnedAt: '2025-11-04T00:00:00.000Z' }));
  expect(await rows()).toHaveLength(2);
});

async function rows(): Promise<string[]> {
  const { rows: found } = await client.query<{ row: string }>(
    `SELECT concat_ws(' – ', subject, counterparty) || ' ' || concat_ws(' ', status, value, agreement, claim_count) AS row
       FROM newsledger.figures ORDER BY 1`,
  );
  return found.map(({ row }) => row);
}

async function reasons(sourceId: string): Promise<string[]> {
  const { rows: found } = await client.query<{ row: string }>(
    `SELECT verdict || ': ' || reason AS row FROM newsledger.claims WHERE source_id = $1 AND kind = 'figure'`,
    [sourceId],
  );
  return found.map(({ row }) => row);
}

async function history(about: Partial<Figure>): Promise<string[]> {
  const { rows: found } = await client.query<{ row: string }>(
    `SELECT CASE WHEN live THEN 'live: ' ELSE 'gone: ' END || cause AS row FROM newsledger.figure_history WHERE figure_id = $1 ORDER BY position`,
    [figureIdOf(figureKeyOf(value(about)))],
  );
  return found.map(({ row }) => row);
}

function idOf(sourceId: string): string {
  return articleIdOf(`https://${sourceId}.example/article`);
}

interface Reading {
  /** Of the extractor. */
  readonly version?: number;
  readonly certainty?: number | null;
}

/** A feed entry of a source, listed and read. */
async function publish(
  sourceId: string,
  figures: readonly Figure[],
  deals: readonly Deal[] = [],
  { version = 1, certainty = null }: Reading = {},
): Promise<void> {
  const articleId = idOf(sourceId);
  const url = `https://${sourceId}.example/article`;
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version } };
  const evidence = { quote: '$38 billion', sentence: `${sourceId} says so.`, start: 0, end: 11 };
  const listed = { title: `Of ${sourceId}`, summary: '', author: null, publishedAt: '2025-11-03T10:00:00.000Z', updatedAt: null };
  const claimId = (kind: string, index: number) => deterministicId('claim', articleId, `${version}`, kind, `${index}`);
  const claims = [
    ...figures.map((figure, index) =>
      newEvent('FigureReported', { claimId: claimId('figure', index), ...about, figure, evidence, certainty, dealClaimId: null }),
    ),
    ...deals.map((deal, index) => newEvent('DealReported', { claimId: claimId('deal', index), ...about, deal, evidence, certainty })),
  ];
  const claimIds = [...figures.map((_, index) => claimId('figure', index)), ...deals.map((_, index) => claimId('deal', index))];
  await say(newEvent('ArticleDiscovered', { articleId, sourceId, url, ...listed }));
  for (const claim of claims) await say(claim);
  await say(newEvent('ExtractionCompleted', { ...about, claimIds, part: 1, parts: 1 }));
}

async function say(event: NewEvent): Promise<void> {
  log.push({ stream: 'said', event });
  await applyEvents(client, recorded(log.slice(-1), log.length - 1));
}

function value(more: Partial<Figure>): Figure {
  return {
    subject: 'OpenAI',
    counterparty: 'Amazon Web Services',
    measure: 'deal_value',
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount: billion(38),
    speaker: null,
    ...more,
  };
}

function billion(number: number): Figure['amount'] {
  const ends = { low: `${number - 1}500000000`, high: `${number}500000000`, lowOpen: false, highOpen: false };
  return { value: `${number}000000000`, ...ends, hedge: '=', significantDigits: 2 };
}

function offering(status: Deal['status']): Deal {
  return {
    type: 'ipo',
    status,
    parties: [{ role: 'seller', entity: 'Alder Foods' }],
    value: null,
    termYears: null,
    announcedOn: null,
    speaker: null,
  };
}
