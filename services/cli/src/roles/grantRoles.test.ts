import { createEventStore } from '@newsledger/event-store';
import { eventTypes, newEvent, typesWrittenBy, writers } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { rebuild } from '@newsledger/read-models';
import { startTestCluster, type TestCluster } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger, migrateSchemas } from '../migrateLedger.ts';

/** A server of its own: on the tests' server the roles were made by the administrator. */
const ARTICLE = '22222222-2222-4222-8222-222222222222';
let cluster: TestCluster;
let admin: pg.Pool;
let owner: pg.Pool;

beforeAll(async () => {
  cluster = await startTestCluster();
  admin = openPool({ url: cluster.url, max: 2 });
  await admin.query("CREATE ROLE desk LOGIN CREATEROLE PASSWORD 'desk'");
  await admin.query('CREATE DATABASE desk OWNER desk');
  owner = openPool({ url: loginAs('desk'), max: 8 });
  await migrateLedger(owner);
});
afterAll(async () => {
  await owner.end();
  await admin.end();
  await cluster.stop();
});

function loginAs(role: string): string {
  const url = new URL(cluster.url);
  return Object.assign(url, { username: role, password: role, pathname: '/desk' }).toString();
}

async function ownersOfGenerations(): Promise<string[]> {
  const { rows } = await owner.query<{ owner: string }>(
    `SELECT DISTINCT relowner::regrole::text AS owner FROM pg_class
      WHERE relnamespace::regnamespace::text ~ '^generation' AND relkind IN ('r', 'p', 'i', 'I')`,
  );
  return rows.map((row) => row.owner);
}

it('an owner that is no superuser migrates, and rebuilds what then belongs to the projector', async () => {
  expect(await ownersOfGenerations()).toEqual(['newsledger_projector']);

  await rebuild(owner, createEventStore(owner));
  await migrateSchemas(owner);

  expect(await ownersOfGenerations()).toEqual(['newsledger_projector']);
});

it('a right that somebody gave a service by hand is taken back by the next migrate', async () => {
  await owner.query('GRANT UPDATE ON ledger.events TO newsledger_fetcher');
  await migrateSchemas(owner);

  const { rows } = await owner.query("SELECT has_table_privilege('newsledger_fetcher', 'ledger.events', 'UPDATE') AS may");
  expect(rows).toEqual([{ may: false }]);
});

it('nobody logs in as a role that was given no password', async () => {
  const pool = openPool({ url: loginAs('newsledger_fetcher'), max: 1 });
  await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: expect.stringMatching(/^28/) });
  await pool.end();
});

it('a role of one’s own that is a member of a service’s may say what that service may, and no more', async () => {
  await admin.query("CREATE ROLE ada LOGIN PASSWORD 'ada' IN ROLE newsledger_admin");
  const pool = openPool({ url: loginAs('ada'), max: 1 });
  const store = createEventStore(pool);
  const said = { by: 'Ada', decidedAt: '2025-03-01T09:00:00.000Z' };

  const merged = await store.append('entity-x', 'any', [
    newEvent('EntityMerged', { from: 'Orrin Robots', into: 'Orrin Robotics', ...said }),
  ]);
  const removed = store.append('article-x', 'any', [newEvent('ArticleWithdrawn', { articleId: ARTICLE, reason: 'made up' })]);

  expect(merged.outcome).toBe('appended');
  await expect(removed).rejects.toMatchObject({ code: '42501' });
  await pool.end();
});

it('two starts at once take turns', async () => {
  await expect(Promise.all([migrateSchemas(owner), migrateSchemas(owner), migrateSchemas(owner)])).resolves.toHaveLength(3);
});

it('every event is some writer’s, but for what only an erasure makes', () => {
  const written = new Set(writers.flatMap(typesWrittenBy));
  expect(eventTypes.filter((type) => !written.has(type))).toEqual(['EventErased']);
});
