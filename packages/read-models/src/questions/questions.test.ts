import { createEventStore } from '@newsledger/event-store';
import { createTestDatabase, fillLog, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  applyEvents,
  findFigure,
  listClaims,
  listDealClaims,
  listDealFigures,
  listDealStages,
  listDeals,
  listFigureNews,
  listFigurePage,
  listFigures,
  listHistory,
  listMeasures,
  listNews,
  listRelated,
  listTopDisputes,
  rebuild,
} from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { type WatchedClient, watchPlans } from '../watchPlansForTests.ts';

const END = new Date('2026-06-30T12:00:00.000Z');
const LOG = { names: 'zipf', until: END, eventsPerDay: 8000 } as const;
const EVENTS = 25_000;

let database: TestDatabase;
let watched: WatchedClient;
let figureId: string;
let dealId: string;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  await fillLog(database.pool, { ...LOG, events: EVENTS });
  await rebuild(database.pool, createEventStore(database.pool));
  await database.pool.query('VACUUM');
  watched = await watchPlans(database.url);
  figureId = await idOf(
    `SELECT figure_id AS id FROM newsledger.figures WHERE subject = 'Tessaly Networks 3' ORDER BY claim_count DESC LIMIT 1`,
  );
  dealId = await idOf('SELECT deal_id AS id FROM newsledger.deals ORDER BY claim_count OFFSET 20 LIMIT 1');
}, 300_000);
afterAll(async () => {
  await watched.end();
  await database.close();
});

it.each<[string, string]>([
  ['what a figure is', 'SELECT * FROM newsledger.figures WHERE figure_id = $figure'],
  [
    'a figure by its names, with the sentence of its winner',
    `SELECT value, (SELECT sentence FROM newsledger.claims WHERE claims.figure_id = figures.figure_id AND verdict = 'winner')
       FROM newsledger.figures
      WHERE subject = 'OpenAI 3' AND counterparty = 'Amazon Web Services 3' AND measure = 'deal_value' AND status = 'actual'`,
  ],
  ['why', 'SELECT * FROM newsledger.why($figure)'],
  ['its history', 'SELECT * FROM newsledger.figure_history WHERE figure_id = $figure ORDER BY position'],
  [
    'the history of a subject',
    `SELECT changed_at, value, cause FROM newsledger.figure_history WHERE subject = 'Nvidia 3' AND measure = 'market_cap' ORDER BY position`,
  ],
  [
    'the claims of a subject',
    `SELECT source, quote FROM newsledger.claims JOIN newsledger.figures USING (figure_id)
      WHERE subject = 'Amazon 3' AND counterparty = 'Anthropic 3' AND measure = 'investment' ORDER BY published_at`,
  ],
  ['the first figures as known', 'SELECT * FROM newsledger.figures_as_known($then) LIMIT 100'],
  ['figures of a subject as known', `SELECT * FROM newsledger.figures_as_known($then) WHERE subject = 'OpenAI 3'`],
  ['one figure as known', 'SELECT * FROM newsledger.figures_as_known($then) WHERE figure_id = $figure'],
  ['what changed last', 'SELECT * FROM newsledger.figures WHERE last_changed >= $today ORDER BY last_changed DESC, figure_id LIMIT 100'],
  ['what changed since', 'SELECT * FROM newsledger.changes_since($lately)'],
  ['a timeline', `SELECT * FROM newsledger.timeline('openai 3', 'revenue')`],
  ['a search', `SELECT * FROM newsledger.search('Fennimore 7 revenue')`],
  ['how many are disputed', `SELECT count(*) FROM newsledger.figures WHERE agreement = 'disputed'`],
  [
    'figures in another currency',
    `SELECT * FROM newsledger.figures_in('USD') WHERE unit = 'EUR' AND measure = 'debt' AND subject = 'Bluegate Fibre 3'`,
  ],
  ['the claims of a deal', 'SELECT * FROM newsledger.claims_of_deal($deal)'],
  ['the history of a deal', 'SELECT * FROM newsledger.deal_history WHERE deal_id = $deal ORDER BY position'],
  ['the figures of a deal', 'SELECT * FROM newsledger.deal_figures WHERE figure_id = $figure'],
  ['the figure in another currency', 'SELECT * FROM newsledger.currency_matches WHERE figure_id = $figure'],
  ['the claims of an article', 'SELECT * FROM newsledger.claims WHERE article_id = (SELECT article_id FROM newsledger.articles LIMIT 1)'],
])('finds %s without reading a big table whole', async (_, question) => {
  const asked = question
    .replaceAll('$figure', `'${figureId}'`)
    .replaceAll('$deal', `'${dealId}'`)
    .replaceAll('$then', `'${new Date(END.getTime() - 86_400_000).toISOString()}'`)
    .replaceAll('$today', `'${END.toISOString().slice(0, 10)}'`)
    .replaceAll('$lately', `'${new Date(END.getTime() - 60_000).toISOString()}'`);
  expect(await readTooMuch(asked, [])).toEqual([]);
});

/** A place far down among those with one witness. */
const LATE = ['-1', '-1', 'Nvidia 3', 'revenue', '', '00000000-0000-4000-8000-000000000000'];

it.each<[string, (pool: pg.Pool) => Promise<unknown>]>([
  ['the first figures', (pool) => listFigures(pool, { limit: 100 })],
  ['the first figures of a measure', (pool) => listFigures(pool, { measure: 'revenue', limit: 20 })],
  ['the first disputed figures', (pool) => listFigures(pool, { agreement: 'disputed', limit: 20 })],
  ['the page behind one of many figures', (pool) => listFigurePage(pool, { order: 'witnesses', after: LATE, limit: 20 })],
  ['such a page of one measure', (pool) => listFigurePage(pool, { measure: 'revenue', order: 'witnesses', after: LATE, limit: 20 })],
  [
    'such a page of what is disputed',
    (pool) => listFigurePage(pool, { agreement: 'disputed', order: 'witnesses', after: LATE, limit: 20 }),
  ],
  [
    'the page of what changed before a day',
    (pool) => listFigurePage(pool, { order: 'changed', after: ['2026-06-29', figureId], limit: 20 }),
  ],
  ['the page behind a name', (pool) => listFigurePage(pool, { order: 'name', after: ['Nvidia 3', 'revenue', '', figureId], limit: 20 })],
  [
    'figures by how their names begin',
    (pool) => listFigurePage(pool, { words: ['tessa', '7'], order: 'witnesses', after: null, limit: 20 }),
  ],
  ['the news since a moment', (pool) => listNews(pool, new Date(0), 100)],
  ['the rivals of what is disputed most', (pool) => listTopDisputes(pool, 5)],
  ['which measures there are', (pool) => listMeasures(pool)],
  ['one figure', (pool) => findFigure(pool, figureId)],
  ['the claims of a figure', (pool) => listClaims(pool, figureId)],
  ['the history of a figure', (pool) => listHistory(pool, figureId)],
  ['what is related to a figure', async (pool) => listRelated(pool, await someFigure())],
  ['the latest news', (pool) => listFigureNews(pool, { limit: 100 })],
  ['the news of a figure', (pool) => listFigureNews(pool, { figureId, limit: 100 })],
  ['the first deals', (pool) => listDeals(pool, { limit: 100 })],
  ['one deal', (pool) => listDeals(pool, { dealId, limit: 1 })],
  ['the figures that belong to a deal', (pool) => listDealFigures(pool, dealId)],
  ['the stages of a deal', (pool) => listDealStages(pool, dealId)],
  ['the reports of a deal', (pool) => listDealClaims(pool, dealId)],
])('shows %s without reading a big table whole', async (_, ask) => {
  const found: string[] = [];
  await ask(explaining(found));
  expect(found).toEqual([]);
});

it('folds one more article, whichever, without reading a big table whole', async () => {
  const more = await fillLog(database.pool, { ...LOG, events: EVENTS + 120 }, { held: EVENTS });
  const { events } = await createEventStore(database.pool).readAll({ after: more - 120n, limit: 120 });
  const { client } = watched;
  const found = [];
  const articles = Map.groupBy(events, ({ stream }) => stream);
  expect(articles.size).toBeGreaterThan(3);
  for (const article of articles.values()) {
    await client.query('BEGIN');
    await applyEvents(client, article);
    await client.query('ROLLBACK');
    found.push(...watched.readTooMuch());
  }
  expect(found).toEqual([]);
});

it('knows a question that does', async () => {
  expect(await readTooMuch('SELECT count(*) FROM newsledger.claims', [])).not.toEqual([]);
  expect(await readTooMuch(`SELECT newsledger.tension_words(figure_id) FROM newsledger.figures`, [])).not.toEqual([]);
});

async function idOf(sql: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(sql);
  const [row] = rows;
  if (row === undefined) throw new Error(`nothing found by ${sql}`);
  return row.id;
}

async function someFigure() {
  const figure = await findFigure(database.pool, figureId);
  if (figure === null) throw new Error('the figure is there');
  return figure;
}

/** The pool, which tells of every question that reads too much, and answers it. */
function explaining(found: string[]): pg.Pool {
  const query = async (text: string, values: unknown[] = []) => {
    // How many fit is counted from an index of their own, and not beyond what people look at.
    if (!text.startsWith('SELECT count(*)::integer AS total')) found.push(...(await readTooMuch(text, values)));
    return database.pool.query(text, values);
  };
  return new Proxy(database.pool, { get: (target, property) => (property === 'query' ? query : Reflect.get(target, property)) });
}

async function readTooMuch(sql: string, values: unknown[]): Promise<string[]> {
  await watched.client.query(sql, values);
  return watched.readTooMuch();
}

it('finds figures by the beginnings of the words in their names, whatever is typed', async () => {
  const named = async (...words: string[]) =>
    (await listFigurePage(database.pool, { words, order: 'name', after: null, limit: 5 })).rows.map(({ subject }) => subject);
  expect(await named('tessaly', 'NETW', '3')).toContain('Brightmoor Systems 3');
  expect(await named('essaly')).toEqual([]);
  expect(await named("o'x", '\\', '&|!():*')).toEqual([]);
  expect(await named('&', 'tessaly')).not.toEqual([]);
});
