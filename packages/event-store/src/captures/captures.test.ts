import { createHash } from 'node:crypto';
import type { TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestLog } from '../test/testLog.ts';
import { eraseCapture } from './eraseCapture.ts';
import { eraseOldCaptures } from './eraseOldCaptures.ts';
import { isErased } from './isErased.ts';
import { loadCapture } from './loadCapture.ts';
import { saveCapture } from './saveCapture.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestLog();
});
afterAll(() => database.close());

const page = (text: string) => ({ body: Buffer.from(text), mediaType: 'text/html', charset: 'utf-8' });

test('a capture comes back byte for byte under its SHA-256', async () => {
  const body = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * index) % 251));

  const hash = await saveCapture(database.pool, { body, mediaType: 'application/xml', charset: null });

  expect(hash).toBe(createHash('sha256').update(body).digest('hex'));
  expect(await loadCapture(database.pool, hash)).toEqual({ body, mediaType: 'application/xml', charset: null });
});

test('an empty body is a capture like any other', async () => {
  const hash = await saveCapture(database.pool, page(''));

  expect((await loadCapture(database.pool, hash))?.body).toEqual(Buffer.alloc(0));
});

test('the same bytes are stored once, compressed, however often they are saved', async () => {
  const news = page('the same old news '.repeat(5000));

  const hashes = await Promise.all(Array.from({ length: 10 }, () => saveCapture(database.pool, news)));

  const { rows } = await database.pool.query('SELECT octet_length(body) < size / 100 AS small FROM ledger.captures WHERE hash = $1', [
    hashes[0],
  ]);
  expect(new Set(hashes).size).toBe(1);
  expect(rows).toEqual([{ small: true }]);
});

test('an erased capture is gone', async () => {
  const hash = await saveCapture(database.pool, page('to be forgotten'));

  expect(await eraseCapture(database.pool, hash)).toBe(true);

  expect(await loadCapture(database.pool, hash)).toBeNull();
  expect(await eraseCapture(database.pool, hash)).toBe(false);
});

test('what was erased is known to have been here, and what never was is not', async () => {
  const hash = await saveCapture(database.pool, page('here once'));
  await eraseCapture(database.pool, hash);

  expect(await isErased(database.pool, hash)).toBe(true);
  expect(await isErased(database.pool, 'f'.repeat(64))).toBe(false);
});

test('captures older than they may be are erased, and younger ones kept', async () => {
  const [old, young] = [await saveCapture(database.pool, page('of last year')), await saveCapture(database.pool, page('of today'))];
  await database.pool.query("UPDATE ledger.captures SET stored_at = now() - interval '100 days' WHERE hash = $1", [old]);

  expect(await eraseOldCaptures(database.pool, new Date(Date.now() - 90 * 24 * 3_600_000))).toBe(1);

  expect(await loadCapture(database.pool, old)).toBeNull();
  expect(await loadCapture(database.pool, young)).not.toBeNull();
  expect(await isErased(database.pool, old)).toBe(true);
});

test("a capture saved in a transaction that is undone isn't there", async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const hash = await saveCapture(client, page('undone'));
  await client.query('ROLLBACK');
  client.release();

  expect(await loadCapture(database.pool, hash)).toBeNull();
});
