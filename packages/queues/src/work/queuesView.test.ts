import { migrateEventStore } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateQueues } from '../migrateQueues.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('queues', migrate);
});
afterAll(() => database.close());

async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await pool.end();
}

it('says of each queue what is to do, what fails, and since when the oldest of it waits', async () => {
  await database.pool.query(
    `INSERT INTO work.pending_work (job_id, queue, data, requested_at, attempts, permanent)
     VALUES ('poll-a', 'poll', '{}', '2025-11-03T10:00:00Z', 0, false),
            ('poll-b', 'poll', '{}', '2025-11-03T09:00:00Z', 2, false),
            ('extract-c', 'extract', '{}', '2025-11-03T08:00:00Z', 5, true)`,
  );
  const { rows } = await database.pool.query('SELECT * FROM newsledger.queues');
  expect(rows).toEqual([
    { queue: 'poll', pending: 2, failing: 1, parked: 0, waiting_since: new Date('2025-11-03T09:00:00Z') },
    { queue: 'capture', pending: 0, failing: 0, parked: 0, waiting_since: null },
    { queue: 'extract', pending: 1, failing: 1, parked: 1, waiting_since: null },
  ]);
});
