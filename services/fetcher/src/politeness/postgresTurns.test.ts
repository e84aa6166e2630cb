import { migrateEventStore } from '@newsledger/event-store';
import { migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHostGate } from './hostGate.ts';
import { createPostgresTurns, forgetIdleHosts } from './postgresTurns.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('turns', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
});
afterAll(() => database.close());

/** A gate of a process of its own: it shares the database and nothing else. */
function processGate(spacingMs: number, leaseMs?: number) {
  const turns = createPostgresTurns(database.pool, { ...(leaseMs !== undefined && { leaseMs }) });
  return createHostGate({ isOwnNetwork: async () => false, turns, spacingMs });
}

test('a host that one process has asked is asked by no other before its pause is over', async () => {
  const [a, b, c] = [createPostgresTurns(database.pool), createPostgresTurns(database.pool), createPostgresTurns(database.pool)];
  const hour = 3_600_000;

  expect(await a.take('spaced.example', hour)).toMatchObject({ granted: true });
  expect(await b.take('spaced.example', hour)).toEqual({ granted: false, waitMs: expect.closeTo(hour, -5) });
  // One waits already, and has its own pause after it.
  expect(await c.take('spaced.example', hour)).toEqual({ granted: false, waitMs: expect.closeTo(2 * hour, -5) });
  expect(await c.take('other.example', hour)).toMatchObject({ granted: true });
});

test('no more than two requests of all processes are with one host at the same time', async () => {
  const gates = [processGate(0), processGate(0), processGate(0)];
  let active = 0;
  let most = 0;
  const work = async () => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((resolve) => setImmediate(resolve));
    active -= 1;
  };

  await Promise.all(gates.flatMap((gate) => Array.from({ length: 3 }, (_, index) => gate.run(`https://busy.example/${index}`, work))));

  expect(most).toBeLessThanOrEqual(2);
  expect((await database.pool.query("SELECT FROM polling.host_lease WHERE host = 'busy.example'")).rowCount).toBe(0);
});

test('processes take turns in the order in which they came', async () => {
  const [a, b, c] = [createPostgresTurns(database.pool), createPostgresTurns(database.pool), createPostgresTurns(database.pool)];
  await a.pause('fair.example', 200);
  await b.take('fair.example', 50);
  await c.take('fair.example', 50);
  await a.take('fair.example', 50);
  await waitForTurn('fair.example');

  // Whoever comes out of turn is told to wait, though the host is free.
  expect(await a.take('fair.example', 50)).toMatchObject({ granted: false });
  expect(await c.take('fair.example', 50)).toMatchObject({ granted: false });
  expect(await b.take('fair.example', 0)).toMatchObject({ granted: true });
  expect(await a.take('fair.example', 0)).toMatchObject({ granted: false });
  expect(await c.take('fair.example', 0)).toMatchObject({ granted: true });
});

test('a process that was killed while it waited loses its place', async () => {
  const [killed, living] = [createPostgresTurns(database.pool), createPostgresTurns(database.pool)];
  await living.pause('place.example', 100);
  await killed.take('place.example', 0);
  await living.take('place.example', 0);
  await database.pool.query(
    "UPDATE polling.host_waiter SET comes_back_at = comes_back_at - interval '3 seconds' WHERE since = (SELECT min(since) FROM polling.host_waiter WHERE host = 'place.example')",
  );

  await waitFor('the turn of the living', async () => (await living.take('place.example', 0)).granted);
});

test('a lease of a process that was killed ends by itself', async () => {
  const killed = createPostgresTurns(database.pool, { leaseMs: 100 });
  const living = createPostgresTurns(database.pool);
  await killed.take('lease.example', 0);
  await killed.take('lease.example', 0);

  expect(await living.take('lease.example', 0)).toMatchObject({ granted: false });
  await waitFor('the end of the leases', async () => (await living.take('lease.example', 0)).granted);
});

test('a pause that a host asked of one process holds for all', async () => {
  const [asked, other] = [processGate(0), processGate(0)];
  await asked.pause('https://pause.example/', 120_000);

  await expect(other.run('https://pause.example/', async () => 'asked')).rejects.toMatchObject({
    retryAfterMs: expect.closeTo(120_000, -4),
  });
});

test('hosts that nobody asks any more are forgotten', async () => {
  await database.pool.query("INSERT INTO polling.host VALUES ('old.example', now() - interval '2 days')");

  await forgetIdleHosts(database.pool);

  expect((await database.pool.query("SELECT FROM polling.host WHERE host = 'old.example'")).rowCount).toBe(0);
});

async function waitForTurn(host: string): Promise<void> {
  await waitFor(
    `the pause of ${host} to end`,
    async () =>
      (await database.pool.query('SELECT FROM polling.host WHERE host = $1 AND next_start_at <= clock_timestamp()', [host])).rowCount === 1,
  );
}
