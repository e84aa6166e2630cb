import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createEventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { requestWork } from '@newsledger/queues';
import { contentHash } from '@newsledger/read-models';
import { startTestCluster, type TestCluster } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runNewsledger, startNewsledger } from './runNewsledger.ts';
import { copySampleLedger } from './sampleLedger.ts';

/** The sample ledger, with work that is still to do; a backup of it; and what was restored from that on another server. */
let folder: string;
let backup: string;
let cluster: TestCluster;
let oldUrl: string;
let freshUrl: string;
let old: pg.Pool;
let fresh: pg.Pool;
let backedUp: Awaited<ReturnType<typeof runNewsledger>>;
let restored: Awaited<ReturnType<typeof runNewsledger>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-backup-'));
  backup = path.join(folder, 'ledger.backup');
  cluster = await startTestCluster();
  oldUrl = await copySampleLedger();
  old = openPool({ url: oldUrl });
  await requestWork(old, 'poll', { sourceId: 'meridian-wire' });
  await old.query(`INSERT INTO model.usage (day, requests, tokens) VALUES ('2025-11-03', 3, 1200)`);
  freshUrl = await makeDatabase('restored');
  fresh = openPool({ url: freshUrl });
  backedUp = await runNewsledger(['backup', backup], { NEWSLEDGER_POSTGRES_URL: oldUrl });
  restored = await runNewsledger(['restore', backup], { NEWSLEDGER_POSTGRES_URL: freshUrl });
});

afterAll(async () => {
  await Promise.all([old.end(), fresh.end()]);
  await cluster.stop();
  await rm(folder, { recursive: true });
});

/** An empty database on the other server. */
async function makeDatabase(name: string): Promise<string> {
  const admin = openPool({ url: cluster.url });
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return url.toString();
}

/** The rows of a table, whatever their order. */
async function rowsOf(pool: pg.Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ hash: string }>(
    `SELECT count(*) || ' rows, ' || md5(coalesce(string_agg(row::text, E'\\n' ORDER BY row::text COLLATE "C"), '')) AS hash FROM ${table} AS row`,
  );
  return rows[0]?.hash ?? '';
}

const checkpoints = '(SELECT name, position FROM ledger.checkpoints)';

it('a backup and a restore say what they hold', () => {
  expect(backedUp).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Backed up \d+ rows of \d+ tables, \d+ of them events, to .*ledger\.backup \([\d.]+ kB\), in /),
  });
  expect(restored).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Restored \d+ rows of \d+ tables, \d+ of them events, as they were on /),
  });
});

it.each([
  'ledger.events',
  'ledger.captures',
  checkpoints,
  'work.pending_work',
  'work.article_state',
  'polling.poll_state',
  'polling.listed_entry',
  'model.usage',
])('another server has the same rows in %s', async (table) => {
  const rows = await rowsOf(fresh, table);

  expect(rows).toBe(await rowsOf(old, table));
  expect(rows).not.toMatch(/^0 rows/);
});

it.each([
  'ledger.erasures',
  'ledger.erased_captures',
  'ledger.parked_events',
  'polling.websub',
  'polling.site_file',
  'polling.entry_place',
])('another server has the same rows in %s, if any', async (table) => {
  expect(await rowsOf(fresh, table)).toBe(await rowsOf(old, table));
});

it('the tables are the same, byte for byte', async () => {
  expect(await contentHash(fresh)).toBe(await contentHash(old));
});

it('the restored ledger goes on: the newsroom has no news for it, a rebuild changes nothing, and the next event comes after the last', async () => {
  const { newsroomPort } = inject('sampleRun');
  const settings = {
    NEWSLEDGER_POSTGRES_URL: freshUrl,
    NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}`,
    NEWSLEDGER_DATA_DIR: path.join(folder, 'data'),
  };
  const hash = await contentHash(fresh);
  const store = createEventStore(fresh);
  const last = await store.lastPosition();

  const run = await runNewsledger(['up', '--once'], settings);
  const afterRun = await store.lastPosition();
  const rebuilt = await runNewsledger(['rebuild', '--verify', '--json'], settings);
  const event = newEvent('AliasAdded', {
    entity: 'Harbour Chips',
    alias: 'Harbor Chips',
    by: 'an editor',
    decidedAt: '2025-11-03T09:00:00.000Z',
  });
  const appended = await store.append(streamOf.entity('Harbour Chips'), 'any', [event]);

  expect(run).toMatchObject({ code: 0 });
  expect(afterRun).toBe(last);
  expect((await fresh.query('SELECT FROM work.pending_work WHERE NOT permanent')).rowCount).toBe(0);
  expect(JSON.parse(rebuilt.stdout)).toMatchObject({ before: hash, after: hash, same: true });
  expect(appended).toMatchObject({ outcome: 'appended' });
  expect(await store.lastPosition()).toBeGreaterThan(last);
});

it('a database that holds a ledger is left alone, and the error says what to do', async () => {
  const before = await rowsOf(old, 'ledger.events');

  const { code, stderr } = await runNewsledger(['restore', backup], { NEWSLEDGER_POSTGRES_URL: oldUrl });

  expect(code).toBe(1);
  expect(stderr).toMatch(/^newsledger: This database holds a ledger already: .*createdb.*\n$/s);
  expect(await rowsOf(old, 'ledger.events')).toBe(before);
});

it('a file that was cut or changed is refused before anything is changed', async () => {
  const url = await makeDatabase('refusing');
  const bytes = await readFile(backup);
  const cut = path.join(folder, 'cut.backup');
  const changed = path.join(folder, 'changed.backup');
  await writeFile(cut, bytes.subarray(0, bytes.length - 100));
  await writeFile(changed, bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1));

  const ofCut = await runNewsledger(['restore', cut], { NEWSLEDGER_POSTGRES_URL: url });
  const ofChanged = await runNewsledger(['restore', changed], { NEWSLEDGER_POSTGRES_URL: url });
  const pool = openPool({ url });
  const { rows } = await pool.query(
    `SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')`,
  );
  await pool.end();

  expect(ofCut).toMatchObject({ code: 1, stderr: 'newsledger: The backup is cut off: its end is missing.\n' });
  expect(ofChanged).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^newsledger: The backup (?:is damaged\.|was changed after it was made: .*)\n$/),
  });
  expect(rows).toEqual([]);
});

it('a backup can go through standard output and input', async () => {
  const piped = path.join(folder, 'piped.backup');
  const url = await makeDatabase('piped');
  const writing = startNewsledger(['backup', '-'], { NEWSLEDGER_POSTGRES_URL: oldUrl });
  if (writing.process.stdout !== null) await pipeline(writing.process.stdout, createWriteStream(piped));
  const written = await writing.ended;
  const reading = startNewsledger(['restore', '-'], { NEWSLEDGER_POSTGRES_URL: url }, 'pipe');
  if (reading.process.stdin !== null) await pipeline(createReadStream(piped), reading.process.stdin);
  const read = await reading.ended;
  const pool = openPool({ url });
  const hash = await contentHash(pool);
  await pool.end();

  expect(written).toMatchObject({ code: 0, stderr: expect.stringMatching(/Backed up \d+ rows of \d+ tables, \d+ of them events, in /) });
  expect(read).toMatchObject({ code: 0 });
  expect(hash).toBe(await contentHash(old));
});
