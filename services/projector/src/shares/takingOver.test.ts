import { createEventStore, type EventStore, lockCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import { createLogger } from '@newsledger/platform';
import {
  addWebhook,
  areForShares,
  createFolder,
  createShareFolder,
  decideRound,
  deriveDeliveries,
  digestOf,
  mayKeep,
  newsKinds,
  openRound,
  PROJECTOR,
  type Round,
  readRound,
  readVotes,
  rebuildParking,
  retryParkedTables,
  vote,
} from '@newsledger/read-models';
import { fillLog, type TestDatabase, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProjectorDatabase, expectTablesOfOne } from '../testShares/projectorDatabase.ts';
import { beginToLead } from './beginToLead.ts';
import { createRoundReader } from './createRoundReader.ts';
import { foldRound } from './foldRound.ts';
import { Hints } from './hints.ts';
import { leadRounds } from './leadRounds.ts';

const SHARES = 3;
/** So many events are in the tables when a round begins. */
const FOLDED = 300;
const IN_ROUND = 200;

let database: TestDatabase;
let store: EventStore;
let events: readonly AnyRecordedEvent[];
let round: Omit<Round, 'number' | 'stage'>;
beforeEach(async () => {
  database = await createProjectorDatabase();
  store = createEventStore(database.pool);
  await fillLog(database.pool, { events: FOLDED + IN_ROUND, names: 'zipf' });
  const { events: folded, upTo: after } = await store.readAll({ after: 0n, limit: FOLDED });
  await inTransaction(async (client) => {
    await createFolder()(client, folded);
    await saveCheckpoint(client, PROJECTOR, after);
  });
  ({ events } = await store.readAll({ after, limit: IN_ROUND }));
  round = { shares: SHARES, after, upTo: events.at(-1)?.position ?? after, digest: digestOf(events) };
});
afterEach(() => database.close());

it('brings a round that was decided to its end for a leader and holders that died, even as one that has no shares', async () => {
  const number = await openRound(database.pool, round);
  await decideRound(database.pool, number);
  await inTransaction(async (client) => {
    await createShareFolder(2, SHARES)(client, round, events);
    expect(await mayKeep(client, number)).toBe(true);
  });

  await lead(1);

  expect(areForShares(events)).toBe(true);
  expect((await readRound(database.pool)).stage).toBe('closed');
  await expectTablesOfOne(database.pool, store);
});

it('tells of a round in histories, and so to webhooks, only once all shares have kept it', async () => {
  const before = await countHistory();
  const number = await openRound(database.pool, round);
  await decideRound(database.pool, number);
  await inTransaction((client) => createShareFolder(2, SHARES)(client, round, events));

  const during = await countHistory();
  await addWebhook(database.pool, { url: 'https://example.org/hook', kinds: [...newsKinds], about: null, figureId: null });
  const toldDuring = await deriveDeliveries(database.pool);
  await lead(SHARES);
  const after = await countHistory();

  expect(during.kept).toBeGreaterThan(before.kept);
  expect(during.told).toBe(before.told);
  expect(toldDuring).toBe(0);
  expect(after.told).toBe(after.kept);
  expect(after.kept).toBeGreaterThan(during.kept);
  expect(await deriveDeliveries(database.pool)).toBeGreaterThan(0);
});

it('keeps a round for all that a leader decided whose word came after his death, while another one began to lead', async () => {
  const number = await openRound(database.pool, round);
  const holder = await database.pool.connect();
  await holder.query('BEGIN');
  await createShareFolder(2, SHARES)(holder, round, events);
  const between = await database.pool.connect();
  await between.query('BEGIN; SELECT FROM projection.round FOR UPDATE');

  const deciding = decideRound(database.pool, number);
  await waitFor('the word of the dead', async () => (await waitingFor('projection.round')) === 1);
  const leading = lead(SHARES);
  await waitFor('his successor', async () => (await waitingFor('projection.round')) === 2);
  await between.query('COMMIT');
  between.release();
  const isDecided = await deciding;
  const isKept = await mayKeep(holder, number);
  await holder.query(isKept ? 'COMMIT' : 'ROLLBACK');
  holder.release();
  await leading;

  expect([isDecided, isKept]).toEqual([true, true]);
  await expectTablesOfOne(database.pool, store);
});

it('lets nobody fold a share of a round twice, nor keep any of a round that was given up', async () => {
  const number = await openRound(database.pool, round);
  const slept = await database.pool.connect();
  await slept.query('BEGIN');

  const first = await inTransaction((client) => createShareFolder(1, SHARES)(client, round, events));
  const second = await createShareFolder(1, SHARES)(slept, round, events);
  const isKept = await mayKeep(slept, number);
  await slept.query('ROLLBACK');
  slept.release();

  expect([first, second, isKept]).toEqual([true, false, false]);
});

it('hears of a share nothing any more from who was thought dead, and wakes in a later round', async () => {
  const earlier = await openRound(database.pool, round);
  const later = await openRound(database.pool, round);
  await vote(database.pool, 1, later, null);
  await vote(database.pool, 1, earlier, 'it was asleep');

  expect(await readVotes(database.pool, later)).toEqual({ isOpen: true, ready: 1, failure: null });
});

it('folds a round by itself that somebody else ended, who led before and was thought dead', async () => {
  const leading = leadOnce(new AbortController().signal);
  await waitFor('a round', async () => (await readRound(database.pool)).stage === 'open');
  await openRound(database.pool, round);
  await leading;

  await expectTablesOfOne(database.pool, store);
});

it('ends a round that it decided by itself when it is told to stop, since whoever holds shares may have stopped before', async () => {
  const stop = new AbortController();
  const leading = leadOnce(stop.signal);
  const { number } = await waitFor('a round', async () => [await readRound(database.pool)].find(({ stage }) => stage === 'open'));
  for (let share = 1; share <= SHARES; share++) await vote(database.pool, share, number, null);
  await waitFor('its decision', async () => (await readRound(database.pool)).stage === 'decided');
  stop.abort();
  await leading;

  expect((await readRound(database.pool)).stage).toBe('closed');
  await expectTablesOfOne(database.pool, store);
});

it.each([
  { what: 'a rebuild', work: () => rebuildParking(database.pool, store, { mayPark: 'any' }) },
  { what: 'a retry of what is parked', work: () => retryParkedTables(database.pool, store) },
])('has $what not wait for shares of a round whose leader died', async ({ work }) => {
  const number = await openRound(database.pool, round);
  const never = new AbortController().signal;
  const options = { pool: database.pool, read: createRoundReader(store), rounds: new Hints(), signal: never };
  const folding = foldRound({ ...options, share: 1, fold: createShareFolder(1, SHARES) }, await readRound(database.pool));
  await waitFor('the share', async () => (await readVotes(database.pool, number)).ready === 1);

  await work();
  await folding;

  expect(await inTransaction((client) => mayKeep(client, number))).toBe(false);
});

/** Leads one round. */
async function leadOnce(signal: AbortSignal): Promise<void> {
  const logger = createLogger('projector', { level: 'silent' });
  const fold = leadRounds({ pool: database.pool, shares: SHARES, votes: new Hints(), logger, signal });
  await inTransaction(async (client) => {
    await lockCheckpoint(client, PROJECTOR);
    await fold(client, events);
    await saveCheckpoint(client, PROJECTOR, round.upTo);
  });
}

/** Begins to lead as another process does, and stops. */
async function lead(shares: number): Promise<void> {
  const client = await database.pool.connect();
  try {
    await beginToLead(client, { pool: database.pool, store, shares });
  } finally {
    client.release(true);
  }
}

/** How many statements wait for a row of a table that is named in them. */
async function waitingFor(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count
       FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND position($1 IN query) > 0`,
    [table],
  );
  return rows[0]?.count ?? 0;
}

async function countHistory(): Promise<{ told: number; kept: number }> {
  const { rows } = await database.pool.query<{ told: number; kept: number }>(
    `SELECT (SELECT count(*) FROM newsledger.figure_history)::int + (SELECT count(*) FROM newsledger.deal_history)::int AS told,
            (SELECT count(*) FROM projection.figure_history)::int + (SELECT count(*) FROM projection.deal_history)::int AS kept`,
  );
  return rows[0] ?? { told: 0, kept: 0 };
}

async function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const result = await work(client);
  await client.query('COMMIT');
  client.release();
  return result;
}
