import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventStore, loadCapture, runMigrations } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { pendingWork } from '@newsledger/queues';
import { contentHash, loadPollState, rebuild } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger } from './migrateLedger.ts';

/**
 * Every row of a small ledger as an older release made it: before claims had a certainty, so that its events are of older versions, too. It tells
 * of invented companies.
 */
const fixture = path.join(import.meta.dirname, 'test/ledger-of-first-release.jsonl');
const root = path.resolve(import.meta.dirname, '../../..');

type Row = Readonly<Record<string, unknown>>;

const migrationsOf = {
  ledger: 'packages/event-store/migrations',
  work: 'packages/queues/migrations',
  projection: 'packages/read-models/migrations',
};

let database: TestDatabase;
let old: Readonly<Record<string, readonly Row[]>>;

beforeAll(async () => {
  const lines: { table: string; row: Row }[] = (await readFile(fixture, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  old = Object.fromEntries(
    Object.entries(Object.groupBy(lines, ({ table }) => table)).map(([table, ofTable = []]) => [table, ofTable.map(({ row }) => row)]),
  );
  database = await createTestDatabase('ledger_of_first_release', async (url) => {
    const pool = openPool({ url });
    for (const [schema, folder] of Object.entries(migrationsOf)) await migrateAsThen(pool, schema, path.join(root, folder));
    for (const [table, rows] of Object.entries(old)) if (!table.endsWith('.migrations')) await insert(pool, table, rows);
    await pool.end();
  });
}, 180_000);
afterAll(() => database.close());

/** Without the columns that PostgreSQL fills by itself. */
async function insert(pool: TestDatabase['pool'], table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await pool.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

/** Applies the migrations that the older release had, and no more. */
async function migrateAsThen(pool: TestDatabase['pool'], schema: string, folder: string): Promise<void> {
  const then = await mkdtemp(path.join(tmpdir(), 'newsledger-upgrade-'));
  for (const { name } of old[`${schema}.migrations`] ?? []) await cp(path.join(folder, `${name}`), path.join(then, `${name}`));
  await runMigrations(pool, { schema, folder: then });
  await rm(then, { recursive: true });
}

it.each(Object.keys(migrationsOf))('no migration of schema %s was changed since an older release applied it', async (schema) => {
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
