import { createEventStore } from '@newsledger/event-store';
import { openPool } from '@newsledger/platform';
import { contentHash, rebuild } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { expect, it } from 'vitest';
import { migrateLedger } from './migrateLedger.ts';
import { createLedgerOfFirstRelease } from './test/ledgerOfFirstRelease.ts';

/** Migrates as so many processes do that are started at the same moment, each with connections of its own. */
async function migrateAtOnce(database: TestDatabase, processes: number): Promise<void> {
  const pools = Array.from({ length: processes }, () => openPool({ url: database.url }));
  const outcomes = await Promise.allSettled(pools.map((pool) => migrateLedger(pool)));
  await Promise.all(pools.map((pool) => pool.end()));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
}

async function appliedOnce(database: TestDatabase): Promise<void> {
  const { rows } = await database.pool.query(`
    SELECT count(*) = count(DISTINCT version) AS once, count(*) = max(version) AS whole FROM projection.migrations`);
  expect(rows).toEqual([{ once: true, whole: true }]);
}

it('an empty database that several migrate at the same moment is made once, and nobody fails', async () => {
  const database = await createTestDatabase('empty', async () => {});
  await migrateAtOnce(database, 4);
  await appliedOnce(database);
  await database.close();
}, 300_000);

it('a ledger of an older release that several upgrade at the same moment is upgraded once, with its tables made anew', async () => {
  const database = await createLedgerOfFirstRelease();
  await migrateAtOnce(database, 3);
  await appliedOnce(database);
  const hash = await contentHash(database.pool);
  await rebuild(database.pool, createEventStore(database.pool));
  expect(await contentHash(database.pool)).toBe(hash);
  await database.close();
}, 300_000);
