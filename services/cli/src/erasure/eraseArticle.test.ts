import { Writable } from 'node:stream';
import { createEventStore, type EventStore, loadCapture, saveCapture } from '@newsledger/event-store';
import { articleIdOf, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { loadConfig } from '@newsledger/platform';
import { requestWork } from '@newsledger/queues';
import { contentHash, rebuild } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseArticles } from '../commands/erase.ts';
import { migrateLedger } from '../migrateLedger.ts';
import { createPrinter } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';

/** Words that nothing else in the database holds; each stands for another place where an article's words are kept. */
const WORDS = ['zorvandel', 'mirquist', 'tollebrand', 'uxworthy', 'pellenquay', 'vornish', 'quibbering'];
const url = 'https://wire.example/uxworthy-zorvandel';
const alias = 'https://wire.example/amp/uxworthy-zorvandel';
const other = 'https://desk.example/other';
const order = { by: 'the desk', reason: 'the publisher asked for it' };
const extractor = { name: 'newsledger', version: 6 };

let database: TestDatabase;
let store: EventStore;
let captureHash: string;

beforeEach(async () => {
  database = await createTestDatabase('erasing_ledger', async (address) => {
    const pool = new pg.Pool({ connectionString: address });
    await migrateLedger(pool);
    await pool.end();
  });
  store = createEventStore(database.pool);
  const body = Buffer.from('<p>Zorvandel Mirquist said revenue was $4.1 billion.</p>');
  captureHash = await saveCapture(database.pool, { body, mediaType: 'text/html', charset: null });
  await append(
    url,
    discovered(url, 'Zorvandel grows'),
    captured(url, 'Zorvandel grows'),
    ...claims(url, 'Zorvandel Mirquist', '4100000000'),
  );
  await append(alias, discovered(alias, 'Zorvandel grows'), sameAs(alias, url));
  await append(other, discovered(other, 'Another company'), ...claims(other, 'Harrow Peak', '5200000000'));
  await project();
  await requestWork(database.pool, 'extract', { articleId: articleIdOf(url), revision: 1, extractorVersion: 7 });
  await database.pool.query("UPDATE work.pending_work SET last_error = 'uxworthy'");
});
afterEach(() => database.close());

test('nothing of an erased article is left anywhere but a tombstone, and the rest stays', async () => {
  const before = await holding(WORDS);
  await erase(url);

  expect(before).toEqual(expect.arrayContaining(['ledger.events', 'work.pending_work']));
  expect(before.filter((table) => /^generation_\d+\.(?:claim|figure)$/.test(table)).length).toBe(2);
  expect(await holding(WORDS)).toEqual([]);
  expect(await loadCapture(database.pool, captureHash)).toBeNull();
  const { rows } = await database.pool.query('SELECT article_id, title, status FROM newsledger.articles ORDER BY title');
  expect(rows).toEqual(
    expect.arrayContaining([
      { article_id: articleIdOf(url), title: '', status: 'withdrawn' },
      expect.objectContaining({ title: 'Another company' }),
    ]),
  );
  expect((await database.pool.query('SELECT subject FROM newsledger.figures')).rows).toEqual([{ subject: 'Harrow Peak' }]);
});

test('the tables after it are those that the log makes, and erasing again changes neither', async () => {
  await erase(url);
  const hash = await contentHash(database.pool);
  const last = await store.lastPosition();

  await erase(url);
  await rebuild(database.pool, store);

  expect(await contentHash(database.pool)).toBe(hash);
  expect(await store.lastPosition()).toBe(last);
});

test('positions, ids and versions of what was erased stay, so that checkpoints and writers go on', async () => {
  const before = await store.readStream(streamOf.article(articleIdOf(url)));
  await erase(url);
  const after = await store.readStream(streamOf.article(articleIdOf(url)));

  const places = (events: typeof before) => events.map(({ position, streamVersion, id }) => ({ position, streamVersion, id }));
  expect(places(after.slice(0, -1))).toEqual(places(before));
  expect(after.at(-1)?.type).toBe('ArticleWithdrawn');
});

test('bytes that another article has, too, are kept for it', async () => {
  await append(other, captured(other, 'Another company'));
  await project();

  await erase(url);

  expect(await loadCapture(database.pool, captureHash)).not.toBeNull();
});

test('a name that the ledger does not know erases nothing', async () => {
  await expect(erase('https://wire.example/nowhere')).rejects.toThrow(UsageError);
  expect(await loadCapture(database.pool, captureHash)).not.toBeNull();
});

function erase(article: string): Promise<void> {
  const printer = createPrinter('json', new Writable({ write: (_chunk, _encoding, done) => done() }));
  return eraseArticles(database, loadConfig({}), printer, { articles: [article], ...order });
}

async function append(address: string, ...events: NewEvent[]): Promise<void> {
  await store.append(streamOf.article(articleIdOf(address)), 'any', events);
}

async function project(): Promise<void> {
  await rebuild(database.pool, store);
}

/** Tables in which any of the words is found, whatever the column. */
async function holding(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name
       FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rowCount } = await database.pool.query(`SELECT FROM ${name} AS t WHERE t::text ~* $1 LIMIT 1`, [words.join('|')]);
      return rowCount === 0 ? [] : [name];
    }),
  );
  return found.flat();
}

function discovered(address: string, title: string): NewEvent {
  return newEvent('ArticleDiscovered', {
    articleId: articleIdOf(address),
    sourceId: 'wire',
    url: address,
    title,
    summary: address === other ? 'Nothing new.' : 'Tollebrand works grow.',
    author: address === other ? null : 'Pellenquay Reporter',
    publishedAt: '2025-11-03T14:00:00.000Z',
    updatedAt: null,
  });
}

function captured(address: string, title: string): NewEvent {
  return newEvent('ArticleCaptured', {
    articleId: articleIdOf(address),
    sourceId: 'wire',
    revision: 1,
    captureHash,
    url: address,
    canonicalUrl: address,
    mediaType: 'text/html',
    title,
    byline: address === other ? [] : ['Pellenquay Reporter'],
    publishedAt: '2025-11-03T14:00:00.000Z',
    modifiedAt: null,
    language: 'en',
    section: address === other ? null : 'Vornish affairs',
    wireCredit: null,
    correctionNote: address === other ? null : 'Correction: not quibbering.',
    paywalled: false,
    textHash: 'a'.repeat(64),
    fingerprint: '0123456789abcdef',
    wordCount: 8,
    etag: null,
    lastModified: null,
  });
}

function sameAs(address: string, article: string): NewEvent {
  const reason = `The same article as ${article}`;
  return newEvent('ArticleWithdrawn', {
    articleId: articleIdOf(address),
    reason,
    sameAs: { articleId: articleIdOf(article), url: article },
  });
}

function claims(address: string, subject: string, value: string): NewEvent[] {
  const articleId = articleIdOf(address);
  const claimId = articleIdOf(`${address}/claim`);
  const revision = address === other ? 0 : 1;
  const evidence = { quote: '$4.1 billion', sentence: `${subject} said revenue was so high.`, start: 0, end: 12 };
  const amount = { value, low: value, high: value, lowOpen: false, highOpen: false, hedge: '=' as const, significantDigits: 2 };
  const figure = {
    subject,
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
  return [
    newEvent('FigureReported', { claimId, articleId, revision, extractor, figure, evidence, certainty: 0.95, dealClaimId: null }),
    newEvent('ExtractionCompleted', { articleId, revision, extractor, claimIds: [claimId], part: 1, parts: 1 }),
  ];
}
