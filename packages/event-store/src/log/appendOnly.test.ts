import type { TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alias, createTestLog } from '../test/testLog.ts';
import { createEventStore } from './eventStore.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestLog();
  await createEventStore(database.pool).append('entity-a', 'no_stream', [alias('1')]);
});
afterAll(() => database.close());

const attempts = [
  "UPDATE ledger.events SET type = 'Other'",
  'DELETE FROM ledger.events',
  'DELETE FROM ledger.events WHERE false',
  'TRUNCATE ledger.events',
  'TRUNCATE ledger.events CASCADE',
  "INSERT INTO ledger.events SELECT * FROM ledger.events ON CONFLICT (stream, id) DO UPDATE SET data = '{}'",
  'MERGE INTO ledger.events e USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE',
  'SET session_replication_role = replica; DELETE FROM ledger.events',
];

test.each(attempts)('the owner and administrator is refused: %s', async (sql) => {
  const client = await database.pool.connect();

  await expect(client.query(sql)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('never changed') });

  client.release(true);
  expect((await database.pool.query('SELECT type FROM ledger.events')).rows).toEqual([{ type: 'AliasAdded' }]);
});
