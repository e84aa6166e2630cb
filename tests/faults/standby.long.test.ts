import { randomUUID } from 'node:crypto';
import { migrateLedger } from '@newsledger/cli';
import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { type NewEvent, newEvent } from '@newsledger/events';
import { createLogger, openClient, openPool } from '@newsledger/platform';
import { startProjector } from '@newsledger/projector';
import { contentHash, rebuild } from '@newsledger/read-models';
import { fillLog, startTestCluster, startTestStandby, type TestCluster, waitFor } from '@newsledger/test-support';
import { startWeb, type Web } from '@newsledger/web';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNewsledger } from '../e2e/runNewsledger.ts';
import { startTcpProxy, type TcpProxy } from './rounds/tcpProxy.ts';

const TOKEN = 'correct-horse-battery';

const logger = createLogger('standby', { level: 'silent' });

let primary: TestCluster;
let standby: TestCluster;
/** The address of whichever is the primary, as a name in a network has it. */
let address: TcpProxy;
let writing: pg.Pool;
let reading: pg.Pool;
let web: Web;

const atPort = (url: string, port: number) => Object.assign(new URL(url), { port: `${port}` }).toString();
const ledgerOf = (cluster: TestCluster) => Object.assign(new URL(cluster.url), { pathname: '/ledger' }).toString();

beforeAll(async () => {
  primary = await startTestCluster();
  const admin = await openClient({ url: primary.url });
  await admin.query('CREATE DATABASE ledger');
  const pool = openPool({ url: ledgerOf(primary) });
  await migrateLedger(pool);
  await fillLog(pool, { events: 600, names: 'zipf' });
  await pool.end();
  standby = await startTestStandby(primary.url);
  // What is acknowledged is on both: otherwise a promotion may lose the last moments.
  await admin.query(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
  await admin.query('SELECT pg_reload_conf()');
  await admin.end();
  address = await startTcpProxy(Number(new URL(primary.url).port));
  writing = openPool({ url: atPort(ledgerOf(primary), address.port) });
  reading = openPool({ url: ledgerOf(standby) });
  web = await startWeb({ pool: reading, admin: { token: TOKEN, pool: reading }, logger, port: 0 });
}, 600_000);

afterAll(async () => {
  await web.close();
  await Promise.all([writing.end(), reading.end()]);
  await address.close();
  await standby.stop();
});

test('readers of a standby see what the primary wrote, and how far behind they are', async () => {
  const running = new AbortController();
  const projector = startProjector({ pool: writing, store: createEventStore(writing), logger, signal: running.signal });
  const last = await createEventStore(writing).lastPosition();
  await waitFor('the standby to show all', async () => (await readCheckpoint(reading, 'projector')) === last, 120_000);
  expect(await contentHash(reading)).toBe(await contentHash(writing));
  expect(await progressOf(writing)).toEqual({ isStandby: false, lagSeconds: 0, lagBytes: 0 });

  await reading.query('SELECT pg_wal_replay_pause()');
  await appendName();
  const behind = await waitFor('a lag', async () => {
    const progress = await progressOf(reading);
    return progress.lagBytes > 0 && progress;
  });
  const page = await (await fetch(`${web.url}/pipeline`)).text();
  const told = await statusOf(ledgerOf(standby));
  await reading.query('SELECT pg_wal_replay_resume()');

  expect(behind).toMatchObject({ isStandby: true, lagSeconds: expect.any(Number) });
  expect(page).toMatch(/shown from a standby, \d+\.\d s behind/);
  expect(told).toMatch(/Server +a standby, which only reads; [\d.]+ s behind its primary/);
  await waitFor('the standby to catch up', async () => (await progressOf(reading)).lagSeconds === 0);
  running.abort();
  await projector.done;
});

test('a correction on pages of a standby is refused, with what to set', async () => {
  const answer = await fetch(`${web.url}/api/v1/names`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ decision: 'alias', name: 'Northfield Group', entity: 'Northfield Foundry', by: 'the desk' }),
  });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('NEWSLEDGER_ADMIN_POSTGRES_URL');
});

test('nothing follows the log on a standby; when it is promoted under load, all goes on there, and nothing acknowledged is lost', async () => {
  const running = new AbortController();
  const follow = (pool: pg.Pool) => startProjector({ pool, store: createEventStore(pool), logger, signal: running.signal });
  const projectors = [follow(writing), follow(reading)];
  await waitFor('the first events', () => (projectors[0]?.position() ?? 0n) > 0n);
  expect(await runners(reading)).toBe(0);

  const acknowledged = new Set<string>();
  const writer = keepAppending(acknowledged, running.signal);
  await waitFor('some appends', () => acknowledged.size > 50, 60_000);
  process.kill(primary.pid, 'SIGQUIT');
  await reading.query('SELECT pg_promote()');
  address.redirect(Number(new URL(standby.url).port));
  const before = acknowledged.size;
  await waitFor('appends at the new primary', () => acknowledged.size > before + 50, 60_000);
  running.abort();
  await writer;
  await Promise.all(projectors.map(({ done }) => done));

  const after = new AbortController();
  const next = startProjector({ pool: writing, store: createEventStore(writing), logger, signal: after.signal });
  const store = createEventStore(writing);
  const last = await store.lastPosition();
  await waitFor('the tables', () => next.position() === last, 60_000);
  after.abort();
  await next.done;

  const { rows } = await writing.query<{ id: string }>('SELECT id FROM ledger.events WHERE id = ANY ($1)', [[...acknowledged]]);
  expect(rows.length).toBe(acknowledged.size);
  expect(await progressOf(reading)).toEqual({ isStandby: false, lagSeconds: 0, lagBytes: 0 });
  const live = await contentHash(writing);
  await rebuild(writing, store);
  expect(await contentHash(writing)).toBe(live);
  await primary.stop();
}, 300_000);

async function progressOf(pool: pg.Pool): Promise<{ isStandby: boolean; lagSeconds: number | null; lagBytes: number }> {
  const { rows } = await pool.query(
    `SELECT is_standby AS "isStandby", standby_lag_seconds::float8 AS "lagSeconds", standby_lag_bytes::float8 AS "lagBytes" FROM newsledger.progress`,
  );
  return rows[0];
}

/** Runners of subscriptions on this server's ledger. */
async function runners(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ runners: number }>(
    `SELECT count(*)::integer AS runners FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint >> 16 = x'4e4e'::bigint`,
  );
  return rows[0]?.runners ?? 0;
}

async function appendName(): Promise<string> {
  const event = newEvent('AliasAdded', {
    entity: 'Northfield Foundry',
    alias: `Northfield ${randomUUID()}`,
    by: 'the desk',
    decidedAt: '2025-11-03T14:00:00.000Z',
  });
  await appendUntilTaken(event);
  return event.id;
}

/** As workers do: what may have been lost with a connection is appended again, and is known by its id if it was not. */
async function appendUntilTaken(event: NewEvent): Promise<void> {
  const store = createEventStore(writing);
  await waitFor(
    'an append',
    () =>
      store.append('entity-northfield', 'any', [event]).then(
        () => true,
        () => false,
      ),
    60_000,
  );
}

async function keepAppending(acknowledged: Set<string>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) acknowledged.add(await appendName());
}

async function statusOf(url: string): Promise<string> {
  const { stdout } = await runNewsledger(['status'], { NEWSLEDGER_POSTGRES_URL: url, NO_COLOR: '1' });
  return stdout;
}
