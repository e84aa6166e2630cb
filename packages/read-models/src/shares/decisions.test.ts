import { createEventStore, type EventStore } from '@newsledger/event-store';
import { type NewEvent, newEvent } from '@newsledger/events';
import { appendRuns, createTestDatabase, cutLog, type LogRun, logRuns, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentHash } from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { chancesOf } from '../random/seededRandom.ts';
import { foldAtOnce, foldByShares } from './foldBySharesForTests.ts';

/** News about a few hot names and many others, corrected and taken down by its publishers now and then. */
const NEWS = logRuns({ events: 3000, names: 'zipf' });
const BATCH_SIZE = 150;
/** Folding takes what a busy machine gives it. */
const PATIENCE_MS = 240_000;
const AT = '2026-06-30T12:00:00.000Z';
const ADA = { by: 'Ada', reason: 'She has read it.' };

let database: TestDatabase;
let store: EventStore;
let ledger: Parameters<typeof foldAtOnce>[0];
let tablesOfOne: string;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
  ledger = { pool: database.pool, store };
  await appendNewsAndDecisions();
  tablesOfOne = await contentHash(database.pool);
}, PATIENCE_MS);
afterAll(() => database.close());

it('has something to show of all that people decide', async () => {
  expect(
    await rowOf(
      `SELECT (SELECT count(*) > 0 FROM newsledger.disagreements)                              AS disagreements,
              (SELECT count(*) > 0 FROM newsledger.figures WHERE pinned)                       AS pins,
              (SELECT count(*) > 0 FROM projection.entity_name)                                AS names,
              (SELECT count(*) > 0 FROM projection.claim WHERE judged IS NOT NULL)             AS judgements,
              (SELECT count(*) > 0 FROM projection.claim WHERE standing = 'withdrawn')         AS withdrawn,
              (SELECT count(*) > 0 FROM newsledger.article_revisions WHERE revision > 1)       AS corrections,
              (SELECT count(*) > 0 FROM newsledger.reliability)                                AS reliability`,
    ),
  ).toEqual({ disagreements: true, pins: true, names: true, judgements: true, withdrawn: true, corrections: true, reliability: true });
});

it.each([1, 2, 6])(
  'makes the tables of one by %i shares, out of hot names, merges, corrections, judgements and retractions',
  async (shares) => {
    const rounds = await foldByShares(ledger, { shares, batchSize: BATCH_SIZE, chances: chancesOf(shares) });

    expect(rounds).toBeGreaterThan(10);
    expect(await contentHash(database.pool)).toBe(tablesOfOne);
  },
  PATIENCE_MS,
);

/** Decisions are about what the tables hold when they are made, so they are folded up to there. */
async function appendNewsAndDecisions(): Promise<void> {
  const stages = [mergeHotNames, judgeAndPin, retract, auditAndClose, takeBack];
  let rest: readonly LogRun[] = NEWS;
  let folded = 0n;
  const foldOn = async () => {
    folded = await foldAtOnce(ledger, BATCH_SIZE, folded);
  };
  for (const [stage, decide] of stages.entries()) {
    const [news, later] = cutLog(rest, 1 / (stages.length + 1 - stage));
    rest = later;
    await appendRuns(database.pool, news);
    await foldOn();
    for (const { stream, event } of await decide()) await store.append(stream, 'any', [event]);
  }
  await appendRuns(database.pool, rest);
  await foldOn();
}

interface Decision {
  readonly stream: string;
  readonly event: NewEvent;
}

async function mergeHotNames(): Promise<Decision[]> {
  const [hottest, second, third, fourth] = await hotNames();
  return [
    { stream: `entity-${second}`, event: newEvent('EntityMerged', { from: second, into: hottest, ...ADA, decidedAt: AT }) },
    { stream: `entity-${fourth}`, event: newEvent('AliasAdded', { entity: third, alias: fourth, ...ADA, decidedAt: AT }) },
  ];
}

async function judgeAndPin(): Promise<Decision[]> {
  const judged = await claimsOfDisagreements();
  const [{ figureId } = { figureId: '' }] = await rowsOf<{ figureId: string }>(
    `SELECT figure_id AS "figureId" FROM newsledger.figures WHERE unit = 'USD' ORDER BY claim_count DESC, figure_id LIMIT 1`,
  );
  return [
    ...judged.map(({ claimId, articleId }, index) => ({
      stream: `article-${articleId}`,
      event: newEvent('ClaimJudged', {
        ...{ claimId, articleId, correction: null, ...ADA, judgedAt: AT },
        ...(index % 2 === 0 ? { judgement: 'misread', field: 'value' } : { judgement: 'right', field: null }),
      }),
    })),
    {
      stream: `figure-${figureId}`,
      event: newEvent('FigurePinned', { figureId, value: '39000000000', unit: 'USD', ...ADA, pinnedAt: AT }),
    },
  ];
}

/** Of the articles that tell most, so that echoes lose what they repeat. */
async function retract(): Promise<Decision[]> {
  const articles = await rowsOf<{ id: string }>(
    `SELECT article_id AS id FROM projection.claim WHERE standing = 'active' GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT 5`,
  );
  return articles.map(({ id }) => ({
    stream: `article-${id}`,
    event: newEvent('ArticleWithdrawn', { articleId: id, reason: 'Taken down.' }),
  }));
}

async function auditAndClose(): Promise<Decision[]> {
  const audited = await claimsOfDisagreements();
  const sources = (await rowsOf<{ id: string }>('SELECT source_id AS id FROM newsledger.sources ORDER BY source_id')).map(({ id }) => id);
  const [first = '', second = '', third = ''] = sources;
  return [
    ...audited.map(({ claimId, figureId }) => ({
      stream: `figure-${figureId}`,
      event: newEvent('OutcomeAudited', { claimId, figureId, outcome: 'wrong_source', evidence: 'A filing.', auditedAt: AT }),
    })),
    {
      stream: 'figure-reliability',
      event: newEvent('ReliabilityEpochClosed', {
        epoch: 1,
        sources: [
          { sourceId: first, measureClass: 'money', right: 1, wrong: 8, misread: 0 },
          { sourceId: second, measureClass: 'money', right: 9, wrong: 0, misread: 0 },
        ],
        extractors: [],
        copying: [{ sources: [second, third], comparisons: 25, shared: 3 }],
        habits: [{ measure: 'revenue', usual: [first], otherwise: [third] }],
        part: 1,
        parts: 1,
        closedAt: AT,
      }),
    },
  ];
}

async function takeBack(): Promise<Decision[]> {
  const [{ from, into } = { from: '', into: '' }] = await rowsOf<{ from: string; into: string }>(
    `SELECT data ->> 'from' AS "from", data ->> 'into' AS "into" FROM ledger.events WHERE type = 'EntityMerged'`,
  );
  const [judged = { claimId: '', articleId: '' }] = await rowsOf<{ claimId: string; articleId: string }>(
    `SELECT data ->> 'claimId' AS "claimId", data ->> 'articleId' AS "articleId" FROM ledger.events WHERE type = 'ClaimJudged' ORDER BY position LIMIT 1`,
  );
  return [
    { stream: `entity-${from}`, event: newEvent('EntitySplit', { name: from, from: into, ...ADA, decidedAt: AT }) },
    { stream: `article-${judged.articleId}`, event: newEvent('ClaimUnjudged', { ...judged, ...ADA, unjudgedAt: AT }) },
  ];
}

/** The names that most is told of. */
async function hotNames(): Promise<[string, string, string, string]> {
  const rows = await rowsOf<{ subject: string }>(
    'SELECT subject FROM newsledger.figures GROUP BY subject ORDER BY sum(claim_count) DESC, subject LIMIT 4',
  );
  const [first = '', second = '', third = '', fourth = ''] = rows.map(({ subject }) => subject);
  return [first, second, third, fourth];
}

function claimsOfDisagreements(): Promise<{ claimId: string; articleId: string; figureId: string }[]> {
  return rowsOf(
    `SELECT claim_id AS "claimId", article_id AS "articleId", figure_id AS "figureId"
       FROM projection.claim
      WHERE figure_id IN (SELECT figure_id FROM newsledger.disagreements) AND standing = 'active'
      ORDER BY claim_id
      LIMIT 6`,
  );
}

async function rowsOf<Row extends object>(query: string): Promise<Row[]> {
  return (await database.pool.query<Row>(query)).rows;
}

async function rowOf(query: string): Promise<object | undefined> {
  return (await rowsOf(query))[0];
}
