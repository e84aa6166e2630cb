import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Transform } from 'node:stream';
import { createEventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { contentHash, listParkedEvents, rebuildIfOutdated } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateLedger } from '../migrateLedger.ts';
import { createLedgerOfFirstRelease, fillAsFirstRelease } from '../test/ledgerOfFirstRelease.ts';
import { openBackup } from './openBackup.ts';
import { type RestoreOptions, restoreBackup } from './restoreBackup.ts';
import { saveBackupFile } from './saveBackupFile.ts';
import { takeBackup } from './takeBackup.ts';

let folder: string;
let file: string;
/** A ledger of this release, and an empty one. */
let today: TestDatabase;
let fresh: TestDatabase;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-restore-'));
  file = path.join(folder, 'ledger.backup');
  today = await createLedgerOfToday();
  fresh = await createTestDatabase('whole_ledger', migrate);
}, 120_000);
afterEach(async () => {
  await Promise.all([today.close(), fresh.close()]);
  await rm(folder, { recursive: true });
});

async function migrate(url: string): Promise<void> {
  const pool = openPool({ url });
  await migrateLedger(pool);
  await pool.end();
}

/** What was written by an older release, and upgraded. */
function createLedgerOfToday(): Promise<TestDatabase> {
  return createTestDatabase('ledger_of_today', async (url) => {
    await fillAsFirstRelease(url);
    await migrate(url);
  });
}

const never = new AbortController().signal;

function backUp(pool: pg.Pool) {
  return takeBackup(pool, {
    signal: never,
    save: (bytes, compress) => saveBackupFile(file, bytes, compress, never),
    onProgress: () => {},
  });
}

function restore(pool: pg.Pool, options: Partial<RestoreOptions> = {}) {
  return restoreBackup(pool, openBackup(file), { signal: never, certainty: null, onRows: () => {}, onFolded: () => {}, ...options });
}

async function countEvents(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM ledger.events');
  return Number(rows[0]?.count);
}

it('a backup of an older release is restored as an upgrade in place would have left the ledger', async () => {
  const [old, empty] = [await createLedgerOfFirstRelease(), await createTestDatabase('empty', async () => {})];
  await backUp(old.pool);
  await restore(empty.pool);
  const restored = { hash: await contentHash(empty.pool), events: await countEvents(empty.pool) };
  await Promise.all([old.close(), empty.close()]);

  expect(restored).toEqual({ hash: await contentHash(today.pool), events: await countEvents(today.pool) });
  expect(restored.events).toBeGreaterThan(5);
});

it('a backup of an older release is not restored into a database that this release has migrated', async () => {
  const old = await createLedgerOfFirstRelease();
  await backUp(old.pool);
  await old.close();

  await expect(restore(fresh.pool)).rejects.toThrow(/The backup is of an older release, .* Don't run "newsledger migrate" before\./);
});

it('a backup of a newer release is refused, and the migration named', async () => {
  await today.pool.query(`INSERT INTO ledger.migrations (version, name, checksum) VALUES (99, '0099-of-the-future.sql', 'abc')`);
  await backUp(today.pool);

  await expect(restore(fresh.pool)).rejects.toThrow(/A newer release made the backup: schema ledger has migration 0099-of-the-future\.sql/);
  expect(await countEvents(fresh.pool)).toBe(0);
});

it('a backup of this release is restored into a ledger of this release in which nothing was written yet', async () => {
  await backUp(today.pool);
  await restore(fresh.pool);

  expect(await contentHash(fresh.pool)).toBe(await contentHash(today.pool));
});

it('a restore that ends among the rows leaves an empty ledger, and the next one succeeds', async () => {
  await backUp(today.pool);
  const stop = new AbortController();

  await expect(restore(fresh.pool, { signal: stop.signal, onRows: (done) => done > 3 && stop.abort() })).rejects.toThrow('aborted');
  const left = await countEvents(fresh.pool);
  await restore(fresh.pool);

  expect(left).toBe(0);
  expect(await contentHash(fresh.pool)).toBe(await contentHash(today.pool));
});

it('a restore that ends before the tables are made says so when it is tried again, and the next start makes them', async () => {
  await backUp(today.pool);
  const onFolded = () => {
    throw new Error('the process ended');
  };

  await expect(restore(fresh.pool, { onFolded })).rejects.toThrow('the process ended');
  const { rows } = await fresh.pool.query(`SELECT position FROM ledger.checkpoints WHERE name = 'projector'`);
  await expect(restore(fresh.pool)).rejects.toThrow(
    /a restore that ended before the tables were made from it\. "newsledger migrate" makes them\./,
  );
  await migrateLedger(fresh.pool);

  expect(rows).toEqual([{ position: '0' }]);
  expect(await contentHash(fresh.pool)).toBe(await contentHash(today.pool));
});

it('what was parked stays parked, and who asked for another certainty has it still', async () => {
  await today.pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [
    'entity-future',
    JSON.stringify([{ id: '11111111-1111-4111-8111-111111111111', type: 'OfTheFuture', schemaVersion: 1, data: {} }]),
  ]);
  await rebuildIfOutdated(today.pool, createEventStore(today.pool), 0.8, { mayPark: 'any' });
  await backUp(today.pool);
  await restore(fresh.pool);

  expect(await listParkedEvents(fresh.pool, 10)).toMatchObject([{ event_type: 'OfTheFuture' }]);
  expect((await fresh.pool.query('SELECT asked_for FROM projection.made_by')).rows).toMatchObject([{ asked_for: '0.8' }]);
  expect(await contentHash(fresh.pool)).toBe(await contentHash(today.pool));
});

it('a backup holds what was there at its moment, whatever is appended while it is taken', async () => {
  const store = createEventStore(today.pool);
  const event = newEvent('AliasAdded', { entity: 'Harbour', alias: 'Harbor', by: 'an editor', decidedAt: '2025-11-03T09:00:00.000Z' });
  const before = await countEvents(today.pool);

  const { header } = await takeBackup(today.pool, {
    signal: never,
    save: async (bytes, compress) => {
      await store.append(streamOf.entity('Harbour'), 'any', [event]);
      await saveBackupFile(file, bytes, compress, never);
    },
    onProgress: () => {},
  });
  await restore(fresh.pool);
  const appended = await createEventStore(fresh.pool).append(streamOf.entity('Harbour'), 'any', [event]);

  expect(header.rows['ledger.events']).toBe(before);
  expect(await countEvents(today.pool)).toBe(before + 1);
  expect(appended).toMatchObject({ outcome: 'appended' });
});

it('where there is no ledger there is nothing to back up', async () => {
  const empty = await createTestDatabase('empty', async () => {});

  await expect(backUp(empty.pool)).rejects.toThrow('There is no ledger in this database yet, and nothing to back up.');

  await empty.close();
});

it('a backup that is told to end while it waits for the server ends', async () => {
  const stop = new AbortController();
  const save = async (bytes: Readable, compress: Transform) => {
    stop.abort();
    await saveBackupFile(file, bytes, compress, stop.signal);
  };

  await expect(takeBackup(today.pool, { signal: stop.signal, save, onProgress: () => {} })).rejects.toThrow('aborted');
});
