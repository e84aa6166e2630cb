import { createEventStore } from '@newsledger/event-store';
import { createTestDatabase, fillLog, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
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

/** Of each of these tables, a question may read so much: a twentieth of what it has. */
const MOST_READ = 0.05;
const BIG_TABLES = ['claim', 'figure', 'figure_history', 'article'];

const END = new Date('2026-06-30T12:00:00.000Z');

let database: TestDatabase;
let sizes: ReadonlyMap<string, number>;
let figureId: string;
let dealId: string;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  await fillLog(database.pool, { events: 25_000, names: 'zipf', until: END, eventsPerDay: 8000 });
  await rebuild(database.pool, createEventStore(database.pool));
  await database.pool.query('VACUUM');
  const { rows } = await database.pool.query(
    BIG_TABLES.map((name) => `SELECT '${name}' AS name, count(*)::int AS size FROM projection.${name}`).join(' UNION ALL '),
  );
  sizes = new Map(rows.map(({ name, size }) => [name, size]));
  figureId = await idOf(
    `SELECT figure_id AS id FROM newsledger.figures WHERE subject = 'Tessaly Networks 3' ORDER BY claim_count DESC LIMIT 1`,
  );
  dealId = await idOf('SELECT deal_id AS id FROM newsledger.deals ORDER BY claim_count OFFSET 20 LIMIT 1');
}, 300_000);
afterAll(() => database.close());

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
  ['what does not fit each other', 'SELECT * FROM newsledger.tensions'],
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

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Scans of a big table that read more of it than they may, in the question and in all functions that it calls. What is small may be read whole, so
 * the server is told that it shouldn't.
 */
async function readTooMuch(sql: string, values: unknown[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  const plans: PlanNode[] = [];
  client.on('notice', ({ message = '' }) => {
    const start = message.indexOf('{');
    if (message.includes('plan:') && start >= 0) plans.push(JSON.parse(message.slice(start)).Plan);
  });
  await client.connect();
  try {
    await client.query(`LOAD 'auto_explain'; SET enable_seqscan = off; SET auto_explain.log_level = notice; SET auto_explain.log_format = json;
      SET auto_explain.log_analyze = on; SET auto_explain.log_nested_statements = on; SET auto_explain.log_min_duration = 0`);
    plans.length = 0;
    await client.query(sql, values);
  } finally {
    await client.end();
  }
  if (plans.length === 0) throw new Error('the server told no plan');
  return plans.flatMap(nodesOf).flatMap((node) => {
    const table = node['Relation Name'] ?? '';
    const size = sizes.get(table);
    const looked = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    const read = Math.round(looked * node['Actual Loops']);
    const isWhole = node['Node Type'] === 'Seq Scan' && read > 0;
    return size !== undefined && (isWhole || read > MOST_READ * size)
      ? [`${node['Node Type']} read ${read} of ${size} rows of ${table}`]
      : [];
  });
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

it('finds figures by the beginnings of the words in their names, whatever is typed', async () => {
  const named = async (...words: string[]) =>
    (await listFigurePage(database.pool, { words, order: 'name', after: null, limit: 5 })).rows.map(({ subject }) => subject);
  expect(await named('tessaly', 'NETW', '3')).toContain('Brightmoor Systems 3');
  expect(await named('essaly')).toEqual([]);
  expect(await named("o'x", '\\', '&|!():*')).toEqual([]);
  expect(await named('&', 'tessaly')).not.toEqual([]);
});
