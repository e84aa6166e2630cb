import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { createTestDatabase, fillLog } from '@newsledger/test-support';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createLagLook, type Lag, readLag } from './createLagLook.ts';

const BOUND_MS = 60_000;

function lookAt(...lags: Lag[]) {
  return createLagLook(async () => lags.shift() ?? { eventsBehind: 0, waitingMs: 0 }, BOUND_MS);
}

test('tables that hold the whole log have nothing to do', async () => {
  expect(await lookAt()()).toEqual({ goesOn: true, says: 'no event waits' });
});

test('an event that waits for less than the bound is on its way', async () => {
  const look = lookAt({ eventsBehind: 4_000, waitingMs: BOUND_MS });
  expect(await look()).toEqual({ goesOn: true, says: '4000 events behind, the oldest for 60 s' });
});

test('a backlog that shrinks in events is worked off, though its oldest event waits ever longer', async () => {
  const look = lookAt({ eventsBehind: 90_000, waitingMs: 70_000 }, { eventsBehind: 80_000, waitingMs: 75_000 });
  await look();
  expect((await look()).goesOn).toBe(true);
});

test('a backlog that grows in events is worked off while the oldest one waits ever less', async () => {
  const look = lookAt({ eventsBehind: 90_000, waitingMs: 3_600_000 }, { eventsBehind: 95_000, waitingMs: 3_500_000 });
  await look();
  expect((await look()).goesOn).toBe(true);
});

test('tables that stand still while events wait have stalled', async () => {
  const look = lookAt({ eventsBehind: 2, waitingMs: 70_000 }, { eventsBehind: 2, waitingMs: 75_000 });
  await look();
  expect(await look()).toEqual({ goesOn: false, says: '2 events behind, the oldest for 75 s' });
});

test('tables that are folded more slowly than the log grows do not keep up', async () => {
  const look = lookAt({ eventsBehind: 9_000, waitingMs: 70_000 }, { eventsBehind: 9_500, waitingMs: 71_000 });
  await look();
  expect((await look()).goesOn).toBe(false);
});

test('how far the tables are behind is read from the log', async () => {
  const database = await createTestDatabase('lag', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await pool.end();
  });
  const store = createEventStore(database.pool);
  const last = await fillLog(database.pool, { events: 20, names: 'zipf' });
  const inAnHour = new Date(Date.now() + 3_600_000);
  const behind = await readLag(store, last - 5n, inAnHour);
  const upToDate = await readLag(store, last, inAnHour);
  await database.close();

  expect(behind.eventsBehind).toBe(5);
  expect(behind.waitingMs).toBeGreaterThan(3_500_000);
  expect(upToDate).toEqual({ eventsBehind: 0, waitingMs: 0 });
});
