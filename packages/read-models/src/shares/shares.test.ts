import { createEventStore, type EventStore } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import { createTestDatabase, fillLog, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyTables } from '../emptyTables.ts';
import { applyEvents, areForShares, contentHash, createFolder, createShareFolder, REST, type ShareFolder } from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { randomNews } from '../random/randomNews.ts';
import { type Chances, chancesOf } from '../random/seededRandom.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

it.each([71, 72, 73])('gives the same tables share by share as all at once, whatever people decide in between (seed %i)', async (seed) => {
  for (const { stream, event } of randomNews(seed, 60)) await store.append(stream, 'any', [event]);

  await foldAtOnce(20);
  const atOnce = await contentHash(database.pool);
  await inTables((client) => emptyTables(client));
  const rounds = await foldByShares(4, 4, chancesOf(seed));

  expect(rounds).toBeGreaterThan(5);
  expect(await contentHash(database.pool)).toBe(atOnce);
});

it.each(['same', 'zipf'] as const)('does so for a larger log, where echoes are many (%s names)', async (names) => {
  await fillLog(database.pool, { events: 2000, names });

  await foldAtOnce(500);
  const atOnce = await contentHash(database.pool);
  await inTables((client) => emptyTables(client));
  const rounds = await foldByShares(5, 250, chancesOf(names.length));

  expect(rounds).toBeGreaterThan(5);
  expect(await contentHash(database.pool)).toBe(atOnce);
});

async function inTables<Result>(work: (client: Parameters<ShareFolder>[0]) => Promise<Result>): Promise<Result> {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const result = await work(client);
  await client.query('COMMIT');
  client.release();
  return result;
}

async function foldAtOnce(batchSize: number): Promise<void> {
  const fold = createFolder();
  for await (const events of batches(batchSize)) await inTables((client) => fold(client, events));
}

/**
 * Each round share by share, in an order drawn by lot and the rest last; a share sees what others have kept already, as one does that is folded
 * for somebody who died. Now and then somebody else folds it, who has nothing at hand.
 * @returns how many batches were folded share by share.
 */
async function foldByShares(shares: number, batchSize: number, chances: Chances): Promise<number> {
  const folders = new Map<number, ShareFolder>();
  let rounds = 0;
  let after = 0n;
  for await (const events of batches(batchSize)) {
    const round = { after, upTo: events.at(-1)?.position ?? after };
    after = round.upTo;
    if (!areForShares(events)) {
      await inTables((client) => applyEvents(client, events));
      continue;
    }
    rounds++;
    await placeShares(shares, round.after);
    const waiting = Array.from({ length: shares }, (_, index) => index + 1);
    while (waiting.length > 0) await foldOne(waiting.splice(chances.below(waiting.length), 1)[0] ?? REST);
    await foldOne(REST);

    async function foldOne(share: number): Promise<void> {
      const known = chances.oneIn(4) ? undefined : folders.get(share);
      const fold = known ?? createShareFolder(share, shares);
      folders.set(share, fold);
      expect(await inTables((client) => fold(client, round, events))).toBe(true);
    }
  }
  return rounds;
}

async function placeShares(shares: number, position: bigint): Promise<void> {
  await database.pool.query(
    `INSERT INTO projection.share (share, position, turn) SELECT share, $2, gen_random_uuid() FROM generate_series(0, $1::int) AS share
     ON CONFLICT (share) DO UPDATE SET position = $2`,
    [shares, position],
  );
}

async function* batches(limit: number): AsyncGenerator<AnyRecordedEvent[]> {
  for (let after = 0n; ; ) {
    const { events, upTo } = await store.readAll({ after, limit });
    if (events.length === 0) return;
    yield events;
    after = upTo;
  }
}
