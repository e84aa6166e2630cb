import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateForTests } from '../migrateForTests.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
});
afterEach(() => database.close());

/** Puts events into the log as if they had been recorded some minutes ago. */
async function record(type: string, count: number, minutesAgo: number): Promise<void> {
  await database.pool.query(
    `INSERT INTO ledger.events (position, stream, stream_version, id, type, schema_version, recorded_at, data)
     SELECT coalesce((SELECT max(position) FROM ledger.events), 0) + n, 'made-up-' || $1, coalesce((SELECT max(stream_version) FROM ledger.events), 0) + n,
            gen_random_uuid(), $1, 1, now() - make_interval(mins => $3), '{}'
       FROM generate_series(1, $2::integer) AS n`,
    [type, count, minutesAgo],
  );
}

async function pace() {
  const { rows } = await database.pool.query<{ minute: Date; events: number; articles: number; claims: number }>(
    'SELECT * FROM newsledger.pace',
  );
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    minutes: rows.length,
    events: sum(({ events }) => events),
    articles: sum(({ articles }) => articles),
    claims: sum(({ claims }) => claims),
  };
}

it('counts events, articles and claims of the last ten minutes, and nothing older', async () => {
  await record('ArticleCaptured', 7, 60);
  await record('ArticleCaptured', 2, 5);
  await record('ArticleRevised', 1, 5);
  await record('FigureReported', 4, 2);
  await record('DealReported', 1, 0);
  await record('ExtractionCompleted', 3, 0);
  expect(await pace()).toEqual({ minutes: 10, events: 11, articles: 3, claims: 5 });
});

it('shows a minute in which nothing was recorded, too', async () => {
  expect(await pace()).toEqual({ minutes: 10, events: 0, articles: 0, claims: 0 });
});

it('leaves out the minutes that it did not look at, since a busy log would tell too little of them', async () => {
  await record('FigureReported', 5, 8);
  await record('FigureReported', 20_000, 2);
  const { minutes, events } = await pace();
  expect(minutes).toBeLessThanOrEqual(3);
  expect(events).toBe(0);
});
