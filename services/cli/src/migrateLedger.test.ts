import { createEventStore, loadCapture } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { pendingWork } from '@newsledger/queues';
import { contentHash, loadPollState, rebuild } from '@newsledger/read-models';
import type { TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger } from './migrateLedger.ts';
import { createLedgerOfFirstRelease, readFirstRelease } from './test/ledgerOfFirstRelease.ts';

let database: TestDatabase;
let old: Awaited<ReturnType<typeof readFirstRelease>>;

beforeAll(async () => {
  old = await readFirstRelease();
  database = await createLedgerOfFirstRelease();
}, 180_000);
afterAll(() => database.close());

it.each(['ledger', 'work', 'projection'])('no migration of schema %s was changed since an older release applied it', async (schema) => {
  const { rows } = await database.pool.query(`SELECT name, checksum FROM ${schema}.migrations ORDER BY version LIMIT $1`, [
    old[`${schema}.migrations`]?.length,
  ]);

  expect(rows).toEqual(old[`${schema}.migrations`]?.map(({ name, checksum }) => ({ name, checksum })));
});

it('a ledger of an older release is brought up to date with its data in place, and goes on', async () => {
  const { pool } = database;
  await migrateLedger(pool);
  const store = createEventStore(pool);
  const { events } = await store.readAll({ after: 0n, limit: 1_000 });
  const hash = await contentHash(pool);
  await rebuild(pool, store);

  expect(events.map(({ id }) => id)).toEqual(
    old['ledger.events']?.toSorted((a, b) => Number(a.position) - Number(b.position)).map(({ id }) => id),
  );
  expect(await contentHash(pool)).toBe(hash);
  expect(
    (await pool.query('SELECT subject, measure, value::text, agreement, pinned FROM newsledger.figures ORDER BY measure')).rows,
  ).toEqual([
    { subject: 'Alderwick Mills', measure: 'deal_value', value: '300000000', agreement: 'single_source', pinned: false },
    { subject: 'Alderwick Mills', measure: 'revenue', value: '1500000000', agreement: 'agreed_with_outlier', pinned: true },
  ]);
  for (const { hash: capture } of old['ledger.captures'] ?? []) expect(await loadCapture(pool, `${capture}`)).not.toBeNull();
  expect((await loadPollState(pool, 'harbour')).etag).toBe('"a"');
  expect((await pendingWork(pool)).poll.total).toBe(1);

  const [figure] = (await pool.query<{ figure_id: string }>("SELECT figure_id FROM newsledger.figures WHERE measure = 'revenue'")).rows;
  const unpinned = {
    figureId: figure?.figure_id ?? '',
    by: 'an editor',
    reason: 'it was restated',
    unpinnedAt: '2025-03-01T09:00:00.000Z',
  };
  expect(await store.append(streamOf.figure(unpinned.figureId), 1, [newEvent('FigureUnpinned', unpinned)])).toMatchObject({
    outcome: 'appended',
  });
});
