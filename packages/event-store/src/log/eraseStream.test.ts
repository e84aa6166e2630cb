import { type AnyRecordedEvent, articleTombstoneUrl, newEvent } from '@newsledger/events';
import type { TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../inTransaction.ts';
import { alias, createTestLog } from '../test/testLog.ts';
import { eraseStream } from './eraseStream.ts';
import { createEventStore, type EventStore } from './eventStore.ts';
import { findErased } from './findErased.ts';

const articleId = '5b3c6a3e-3a51-5d3e-9f57-0d2b6f6f7c11';
const stream = `article-${articleId}`;
const order = { by: 'the desk', reason: 'the publisher asked for it' };

let database: TestDatabase;
let store: EventStore;

beforeEach(async () => {
  database = await createTestLog();
  store = createEventStore(database.pool);
  await store.append('entity-other', 'no_stream', [alias('kept')]);
  await store.append(stream, 'no_stream', [discovered('A heron at the weir'), discovered('A heron at the weir, corrected')]);
});
afterEach(() => database.close());

function discovered(title: string) {
  const url = 'https://news.example/heron';
  const nothing = { author: null, publishedAt: null, updatedAt: null };
  return newEvent('ArticleDiscovered', { articleId, sourceId: 'wire', url, title, summary: 'It stood there.', ...nothing });
}

/** All of an event but what it said. */
function placeOf({ type, data, ...place }: AnyRecordedEvent) {
  return place;
}

const erase = () => inTransaction(database.pool, (client) => eraseStream(client, stream, order));

test('what the events of an article said is gone, and their places, ids, versions and times are as they were', async () => {
  const before = await store.readStream(stream);

  expect(await erase()).toBe(2);

  const after = await store.readStream(stream);
  expect(after.map(placeOf)).toEqual(before.map(placeOf));
  expect(after.map(({ type, data }) => ({ type, data }))).toEqual(
    before.map(() => ({ type: 'EventErased', data: { articleId, was: 'ArticleDiscovered' } })),
  );
  expect((await database.pool.query("SELECT FROM ledger.events WHERE events::text ~ 'heron'")).rowCount).toBe(0);
});

test('who asked for it and why is kept for ever', async () => {
  await erase();

  expect((await database.pool.query('SELECT stream, erased_by, reason, events FROM ledger.erasures')).rows).toEqual([
    { stream, erased_by: order.by, reason: order.reason, events: 2 },
  ]);
  await expect(database.pool.query('DELETE FROM ledger.erasures')).rejects.toMatchObject({ code: '23001' });
  expect(await findErased(database.pool, [stream, 'article-other'])).toEqual(new Set([stream]));
});

test('the event that tells of an erasure stands when the article is erased again', async () => {
  await erase();
  const erased = { sourceId: 'wire', by: order.by };
  await store.append(stream, 'any', [newEvent('ArticleWithdrawn', { articleId, reason: 'erased', erased })]);

  expect(await erase()).toBe(0);

  expect((await store.readStream(stream)).at(-1)).toMatchObject({ type: 'ArticleWithdrawn', data: { erased } });
});

test('a fact that was erased is still recognised when it is appended again', async () => {
  await erase();

  expect(await store.append(stream, 'any', [discovered('A heron at the weir')])).toEqual({ outcome: 'duplicate' });
});

test('no stream but an article’s can be erased', async () => {
  const client = await database.pool.connect();

  await expect(eraseStream(client, 'entity-other', order)).rejects.toThrow(/Only what articles said can be erased/);

  client.release(true);
});

test.each([
  "UPDATE ledger.events SET type = 'EventErased', data = '{}'",
  "INSERT INTO ledger.erasures (stream, erased_by, reason, events) VALUES ('entity-other', 'me', 'why not', 1); UPDATE ledger.events SET data = '{}'",
  "SELECT ledger.erase_stream('article-x', 'me', 'why not'); UPDATE ledger.events SET type = 'EventErased', position = position + 100",
])('an event is changed in no other way: %s', async (sql) => {
  await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('never changed') });
});

test('the address of a tombstone leads nowhere', () => {
  expect(new URL(articleTombstoneUrl(articleId)).hostname).toBe('erased.invalid');
});
