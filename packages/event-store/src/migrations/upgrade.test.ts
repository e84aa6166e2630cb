import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventStore } from '../log/eventStore.ts';
import { readCheckpoint } from '../subscriptions/readCheckpoint.ts';
import { saveCheckpoint } from '../subscriptions/saveCheckpoint.ts';
import { alias } from '../test/testLog.ts';
import { migrateEventStore } from './migrateEventStore.ts';
import { runMigrations } from './runMigrations.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase('event_store_upgrade', async () => {});
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-migrations-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('a log that the first release filled is upgraded in place: order, checkpoints, duplicates and versions stay as they were', async () => {
  await migrateAsFirstRelease();
  const old = [alias('1'), alias('2'), alias('3')];
  await appendAsFirstRelease('entity-old', old);
  await saveCheckpoint(database.pool, 'projector', 2n);

  await migrateEventStore(database.pool);

  const store = createEventStore(database.pool);
  const again = await store.append('entity-old', 'no_stream', old);
  const conflict = await store.append('entity-old', 2, [alias('4')]);
  const appended = await store.append('entity-old', 3, [alias('3'), alias('4')]);
  const { events, upTo } = await store.readAll({ after: 0n, limit: 10 });
  expect(again).toEqual({ outcome: 'duplicate' });
  expect(conflict).toEqual({ outcome: 'conflict', actualVersion: 3 });
  expect(appended).toEqual({ outcome: 'appended', lastPosition: 4n, streamVersion: 4, duplicateIds: [alias('3').id] });
  expect(events.map(({ position, id, data }) => ({ position, id, data }))).toEqual(
    [...old, alias('4')].map(({ id, data }, index) => ({ position: BigInt(index + 1), id, data })),
  );
  expect(upTo).toBe(4n);
  expect(await readCheckpoint(database.pool, 'projector')).toBe(2n);
});

test('a process of the release before goes on appending while an upgrade is under way', async () => {
  await migrateEventStore(database.pool);

  const appended = await appendAsFirstRelease('entity-old', [alias('1'), alias('1'), alias('2')]);
  const again = await appendAsFirstRelease('entity-old', [alias('2'), alias('1')]);

  expect(appended).toMatchObject({ outcome: 'appended', last_position: '2', stream_version: 2, duplicate_ids: [] });
  expect(again).toMatchObject({ outcome: 'duplicate', stream_version: 2 });
  expect((await createEventStore(database.pool).readStream('entity-old')).map(({ data }) => data)).toEqual([
    alias('1').data,
    alias('2').data,
  ]);
});

/** The schema before appending by arrays. */
async function migrateAsFirstRelease(): Promise<void> {
  const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));
  for (const name of (await readdir(migrations)).filter((file) => file < '0003'))
    await cp(path.join(migrations, name), path.join(folder, name));
  await runMigrations(database.pool, { schema: 'ledger', folder });
}

/** The statement that the first release sends. */
async function appendAsFirstRelease(stream: string, events: readonly unknown[]): Promise<unknown> {
  const { rows } = await database.pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [
    stream,
    JSON.stringify(events),
  ]);
  return rows[0];
}
