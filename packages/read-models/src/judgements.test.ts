import { createEventStore, type EventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, newEvent } from '@newsledger/events';
import { capturedPage, createTestDatabase, figureInBillions, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEvents, closeEpoch, contentHash, type Finding, judgeClaim, rebuild, unjudgeClaim } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';

let database: TestDatabase;
let store: EventStore;
let folded = 0n;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
  folded = 0n;
});
afterEach(() => database.close());

const AT = '2025-11-05T00:00:00.000Z';
const right: Omit<Finding, 'claim'> = { judgement: 'right', field: null, correction: null, by: 'Ada', reason: 'I read it.' };
const misread: Omit<Finding, 'claim'> = { ...right, judgement: 'misread', field: 'value' };
const wrongSource: Omit<Finding, 'claim'> = { ...right, judgement: 'wrong_source' };

it('takes a claim that was judged misread out of its figure, says why, and puts it back when the judgement is taken back', async () => {
  await read('wire', { billion: 38 });
  const claim = await read('post', { billion: 83, hour: 13 });
  await fold();
  expect(await figures()).toEqual([{ value: '83000000000', agreement: 'disputed', claim_count: 2 }]);

  await judgeClaim(database.pool, store, { ...misread, claim }, AT);
  await fold();
  expect(await figures()).toEqual([{ value: '38000000000', agreement: 'single_source', claim_count: 1 }]);
  expect(await claimRow(claim)).toMatchObject({
    verdict: 'unplaced',
    reason: 'Ada judged it misread (its value): I read it.',
    judgement: 'misread',
    misread_field: 'value',
    judged_by: 'Ada',
  });

  await unjudgeClaim(database.pool, store, { claim, by: 'Ada', reason: 'I was wrong.' }, AT);
  await fold();
  expect(await figures()).toEqual([{ value: '83000000000', agreement: 'disputed', claim_count: 2 }]);
  expect(await claimRow(claim)).toMatchObject({ verdict: 'winner', judgement: null });
});

it('shows a figure no more whose only claim was judged wrong in the article itself, and says so in its history', async () => {
  const claim = await read('wire', { billion: 38 });
  await fold();
  await judgeClaim(database.pool, store, { ...wrongSource, claim }, AT);
  await fold();

  expect(await figures()).toEqual([]);
  const { rows } = await database.pool.query('SELECT kind, cause, article_url FROM newsledger.figure_news ORDER BY position');
  expect(rows[1]).toEqual({
    kind: 'gone',
    cause: 'Ada judged a claim of wire: “A title” wrong in the article itself: I read it.',
    article_url: 'https://wire.example/article',
  });
});

it('lets a claim count as certain that was read with too little certainty, and was judged right', async () => {
  const claim = await read('wire', { billion: 38, certainty: 0.2 });
  await fold();
  expect(await figures()).toEqual([]);
  await judgeClaim(database.pool, store, { ...right, claim }, AT);
  await fold();
  expect(await figures()).toEqual([{ value: '38000000000', agreement: 'single_source', claim_count: 1 }]);
  expect(await claimRow(claim)).toMatchObject({ verdict: 'winner', certainty: '0.2', judgement: 'right' });
});

it('holds for what a newer extractor reads the same in the same sentence, and for nothing else', async () => {
  const claim = await read('wire', { billion: 38 });
  await fold();
  await judgeClaim(database.pool, store, { ...misread, claim }, AT);
  const same = await read('wire', { billion: 38, extractor: 2 });
  await fold();
  expect(await figures()).toEqual([]);
  expect(await claimRow(same)).toMatchObject({ judgement: 'misread', judged_as: claim });

  await read('wire', { billion: 39, extractor: 3 });
  await fold();
  expect(await figures()).toEqual([{ value: '39000000000', agreement: 'single_source', claim_count: 1 }]);
});

it('counts in audits: against the extractor what was misread, against the source what is wrong there', async () => {
  const claims = [await read('wire', { billion: 38 }), await read('post', { billion: 83 }), await read('tape', { billion: 38 })];
  await fold();
  await judgeClaim(database.pool, store, { ...right, claim: claims[0] ?? '' }, AT);
  await judgeClaim(database.pool, store, { ...misread, claim: claims[1] ?? '' }, AT);
  await judgeClaim(database.pool, store, { ...wrongSource, claim: claims[2] ?? '' }, AT);
  await fold();

  const { rows: audits } = await database.pool.query(
    'SELECT source_id, outcome, evidence, audited_by FROM newsledger.audits ORDER BY position',
  );
  const closed = await closeEpoch(database.pool, store, AT);

  expect(audits).toEqual([
    { source_id: 'wire', outcome: 'right', evidence: 'I read it.', audited_by: 'Ada' },
    { source_id: 'post', outcome: 'wrong_extraction', evidence: 'I read it.', audited_by: 'Ada' },
    { source_id: 'tape', outcome: 'wrong_source', evidence: 'I read it.', audited_by: 'Ada' },
  ]);
  expect(closed).toMatchObject({
    findings: {
      sources: [
        { sourceId: 'post', right: 0, wrong: 0, misread: 1 },
        { sourceId: 'tape', right: 0, wrong: 1 },
        { sourceId: 'wire', right: 1, wrong: 0 },
      ],
      extractors: [{ extractor: 'newsledger/1', right: 2, wrong: 1 }],
    },
  });
});

it('forgets the audit of a judgement that was taken back', async () => {
  const claim = await read('wire', { billion: 38 });
  await fold();
  await judgeClaim(database.pool, store, { ...wrongSource, claim }, AT);
  await fold();
  await unjudgeClaim(database.pool, store, { claim, by: 'Ada', reason: 'I was wrong.' }, AT);
  await fold();
  expect((await database.pool.query('SELECT * FROM newsledger.audits')).rows).toEqual([]);
});

it('gives the same tables by a rebuild as live', async () => {
  const claim = await read('wire', { billion: 38 });
  await read('post', { billion: 83 });
  await fold();
  await judgeClaim(database.pool, store, { ...misread, claim, correction: { subject: 'Gamma' } }, AT);
  await fold();
  await read('wire', { billion: 38, extractor: 2 });
  await fold();
  const live = await contentHash(database.pool);
  await rebuild(database.pool, store);
  expect(await contentHash(database.pool)).toBe(live);
});

it.each<[string, Partial<Finding>, RegExp]>([
  ['misread without what', { judgement: 'misread', field: null }, /Say what was misread/],
  ['right with what was misread', { judgement: 'right', field: 'value' }, /Only what was misread/],
  ['a claim that nobody knows', { claim: '00000000-0000-5000-8000-000000000000' }, /There is no claim/],
  ['what is no id', { claim: "x' OR true" }, /is no id of a claim/],
  ['a correction with an unreadable amount', { ...misread, correction: { low: 'lots' } }, /must be a plain decimal/],
])('refuses %s', async (_, finding, message) => {
  const claim = await read('wire', { billion: 38 });
  await fold();
  const last = await store.lastPosition();
  await expect(judgeClaim(database.pool, store, { ...right, claim, ...finding }, AT)).rejects.toThrow(message);
  expect(await store.lastPosition()).toBe(last);
});

it('finds a claim by the first characters of its id, and takes nothing back that nobody judged', async () => {
  const claim = await read('wire', { billion: 38 });
  await fold();
  await expect(unjudgeClaim(database.pool, store, { claim, by: 'Ada', reason: '' }, AT)).rejects.toThrow(/Nobody judged/);
  expect(await judgeClaim(database.pool, store, { ...right, claim: claim.slice(0, 10) }, AT)).toMatchObject({ claim_id: claim });
});

/** Folds what came since the last call, as a projector does. */
async function fold(): Promise<void> {
  const { events, upTo } = await store.readAll({ after: folded, limit: 1000 });
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await applyEvents(client, events);
  await client.query('COMMIT');
  client.release();
  folded = upTo;
}

async function figures() {
  return (await database.pool.query('SELECT value, agreement, claim_count FROM newsledger.figures ORDER BY figure_id')).rows;
}

async function claimRow(claimId: string) {
  return (await database.pool.query('SELECT * FROM newsledger.claims WHERE claim_id = $1', [claimId])).rows[0];
}

interface Reading {
  readonly billion: number;
  /** Of the day on which all is published; of equals the first published is shown. */
  readonly hour?: number;
  readonly certainty?: number;
  readonly extractor?: number;
}

/** Lets an article be captured and read. @returns the id of its claim. */
async function read(sourceId: string, { billion, certainty = 1, extractor: version = 1, hour = 14 }: Reading): Promise<string> {
  const url = `https://${sourceId}.example/article`;
  const articleId = articleIdOf(url);
  const claimId = deterministicId('claim', articleId, `${version}`);
  const about = { articleId, revision: 1, extractor: { name: 'newsledger', version } };
  const evidence = { quote: '$38 billion', sentence: `${sourceId} says so.`, start: 0, end: 11 };
  await store.append(`article-${articleId}`, 'any', [
    ...(version === 1
      ? [
          newEvent(
            'ArticleCaptured',
            capturedPage({ articleId, sourceId, url, title: 'A title', publishedAt: `2025-11-03T${hour}:00:00.000Z` }),
          ),
        ]
      : []),
    newEvent('FigureReported', {
      claimId,
      ...about,
      figure: figureInBillions({ subject: 'Acme', counterparty: null, measure: 'revenue' }, billion),
      evidence,
      certainty,
      dealClaimId: null,
    }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ]);
  return claimId;
}
