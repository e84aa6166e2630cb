import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateLedger } from '@newsledger/cli';
import { createEventStore } from '@newsledger/event-store';
import { openPool } from '@newsledger/platform';
import { requestWork } from '@newsledger/queues';
import { contentHash } from '@newsledger/read-models';
import { startTestCluster, type TestCluster } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { moveLedger, postgresTools } from './moveLedger.ts';
import { runNewsledger } from './runNewsledger.ts';
import { copySampleLedger } from './sampleLedger.ts';

const means = postgresTools === null ? 'by COPY, since this machine has no pg_dump of version 18' : 'by pg_dump and psql';

let folder: string;
let cluster: TestCluster;
let old: pg.Pool;
let fresh: pg.Pool;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-backup-'));
  // Both servers write and read here, whoever runs them.
  await chmod(folder, 0o777);
  cluster = await startTestCluster();
  const oldUrl = await copySampleLedger();
  old = openPool({ url: oldUrl });
  fresh = openPool({ url: cluster.url });
  await requestWork(old, 'poll', { sourceId: 'meridian-wire' });
  await moveLedger(oldUrl, cluster.url, folder);
  await migrateLedger(fresh);
});

afterAll(async () => {
  await Promise.all([old.end(), fresh.end()]);
  await cluster.stop();
  await rm(folder, { recursive: true });
});

/** Everything that is in a table, but for what is only about the one database. */
async function hashOf(pool: pg.Pool, table: string, order: string): Promise<string> {
  const { rows } = await pool.query<{ hash: string }>(
    `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY ${order})), '') AS hash FROM ${table} AS t`,
  );
  return rows[0]?.hash ?? '';
}

it.each([
  ['ledger.events', 'position'],
  ['ledger.captures', 'hash'],
  ['ledger.checkpoints', 'name'],
  ['work.pending_work', 'job_id'],
  ['work.article_state', 'article_id'],
  ['polling.poll_state', 'source_id'],
])(`a ledger that was moved to a fresh cluster (${means}) has the same rows in %s`, async (table, order) => {
  const moved = await hashOf(fresh, table, order);

  expect(moved).toBe(await hashOf(old, table, order));
  expect(moved).not.toBe('0 ');
});

it('the tables of the moved ledger are the same to the byte', async () => {
  expect(await contentHash(fresh)).toBe(await contentHash(old));
});

it('the moved ledger goes on: the same newsroom holds no news for it, a rebuild changes nothing, and what comes next comes after', async () => {
  const { newsroomPort, dataDir } = inject('sampleRun');
  const hash = await contentHash(fresh);
  const store = createEventStore(fresh);
  const last = await store.lastPosition();
  const settings = { NEWSLEDGER_POSTGRES_URL: cluster.url, NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}`, NEWSLEDGER_DATA_DIR: dataDir };

  const run = await runNewsledger(['up', '--once'], settings);
  const rebuilt = await runNewsledger(['rebuild', '--verify', '--json'], settings);

  expect(run).toMatchObject({ code: 0 });
  expect(JSON.parse(rebuilt.stdout)).toMatchObject({ before: hash, after: hash, same: true });
  expect(await store.lastPosition()).toBe(last);
  expect((await fresh.query('SELECT FROM work.pending_work WHERE NOT permanent')).rowCount).toBe(0);
});
