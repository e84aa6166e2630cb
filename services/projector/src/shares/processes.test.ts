import { createEventStore, type EventStore } from '@newsledger/event-store';
import { listShares, REST, readRound, readVotes } from '@newsledger/read-models';
import { appendRuns, cutLog, type LogRun, logRuns, type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { createProjectorDatabase, expectTablesOfOne, reachEnd } from '../testShares/projectorDatabase.ts';
import { type ProjectorProcess, startProjectorProcess } from '../testShares/projectorProcess.ts';

const SHARES = 6;
/** Starting processes and folding take what a busy machine gives them. */
const PATIENCE_MS = 240_000;
/** What is promised of a process that dies. */
const TAKEN_OVER_WITHIN_MS = 5_000;

let database: TestDatabase;
let store: EventStore;
let processes: ProjectorProcess[];
let cleanUps: (() => void)[];
beforeEach(async () => {
  processes = [];
  cleanUps = [];
  database = await createProjectorDatabase();
  store = createEventStore(database.pool);
});
afterEach(async () => {
  for (const cleanUp of cleanUps) cleanUp();
  await Promise.all(processes.flatMap(({ goOn, stop }) => [goOn(), stop()]));
  await database.close();
});

it.each(['leader', 'follower'] as const)(
  'three processes make the tables of one, though the %s is killed in the middle of a round, and another joins',
  async (killed) => {
    const { first, second, third, round, rest } = await threeInTheMiddleOfARound();
    const leading = await leadingSession();
    const victim = killed === 'leader' ? first : third;
    const others = [first, second, third].filter((one) => one !== victim);
    await victim.kill();
    await waitFor(
      'shares of the killed one with others',
      async () =>
        (await heldBy(...others)).flat().length === SHARES && (killed === 'follower' || isAnother(await leadingSession(), leading)),
      TAKEN_OVER_WITHIN_MS,
    );
    round.letGo();
    const joining = await start();
    await fairPartsOf(...others, joining);
    await appendRuns(database.pool, rest);
    await reachEnd(database.pool, store, PATIENCE_MS);

    expect(await stopAll(...others, joining)).toEqual([0, 0, 0]);
    await expectTablesOfOne(database.pool, store);
  },
  PATIENCE_MS * 2,
);

it(
  'a process that stands still in the middle of a round is cut off, and writes nothing twice when it goes on',
  async () => {
    const { first, second, third, round, rest } = await threeInTheMiddleOfARound();
    const writing = await foldingSessions();
    third.standStill();
    await waitFor('its shares with others', async () => (await heldBy(first, second)).flat().length === SHARES, 2 * TAKEN_OVER_WITHIN_MS);
    const left = (await foldingSessions()).filter((session) => writing.includes(session));
    round.letGo();
    if (inject('form') === 'short') await cutOffIdle(left);
    await reachEnd(database.pool, store, PATIENCE_MS);
    third.goOn();
    await fairPartsOf(first, second, third);
    await appendRuns(database.pool, rest);
    await reachEnd(database.pool, store, PATIENCE_MS);

    expect(left.length).toBeGreaterThan(0);
    expect(await stopAll(first, second, third)).toEqual([0, 0, 0]);
    await expectTablesOfOne(database.pool, store);
  },
  PATIENCE_MS * 2,
);

it(
  'however many processes are killed, one after the other while rounds go on, the tables are those of one that was not',
  async () => {
    const kills = inject('form') === 'long' ? 40 : 4;
    const [beginning = [], ...pieces] = piecesOf(logRuns({ events: 400 * (kills + 1), names: 'zipf' }), kills + 1);
    await appendRuns(database.pool, beginning);
    let running: readonly ProjectorProcess[] = await Promise.all([start(), start(), start()]);
    for (const [kill, piece] of pieces.entries()) {
      await fairPartsOf(...running);
      await reachEnd(database.pool, store, PATIENCE_MS);
      const { number } = await readRound(database.pool);
      const arriving = appendRuns(database.pool, piece);
      await waitFor('another round', async () => (await readRound(database.pool)).number > number, PATIENCE_MS);
      const victim = running[kill % 3];
      await victim?.kill();
      running = [...running.filter((one) => one !== victim), await start()];
      await arriving;
    }
    await reachEnd(database.pool, store, PATIENCE_MS);

    expect(await stopAll(...running)).toEqual([0, 0, 0]);
    await expectTablesOfOne(database.pool, store);
  },
  PATIENCE_MS * 8,
);

/** Three processes, of which the first leads, in a round that is held up, and the log that is to come after it. */
async function threeInTheMiddleOfARound() {
  const [beginning, later] = cutLog(logRuns({ events: 3000, names: 'zipf' }), 0.3);
  const [middle, rest] = cutLog(later, 0.6);
  await appendRuns(database.pool, beginning);
  const first = await start();
  const [second, third] = await Promise.all([start(), start()]);
  await fairPartsOf(first, second, third);
  await reachEnd(database.pool, store, PATIENCE_MS);

  const round = await holdRoundUp();
  await appendRuns(database.pool, middle);
  await round.isHeldUp();
  return { first, second, third, round, rest };
}

/** A log in so many pieces of about as many events. */
function piecesOf(log: readonly LogRun[], count: number): LogRun[][] {
  if (count === 1) return [[...log]];
  const [first, rest] = cutLog(log, 1 / count);
  return [first, ...piecesOf(rest, count - 1)];
}

async function start(): Promise<ProjectorProcess> {
  const started = await startProjectorProcess({ NEWSLEDGER_POSTGRES_URL: database.url, NEWSLEDGER_PROJECTOR_SHARES: `${SHARES}` });
  processes.push(started);
  return started;
}

function stopAll(...running: readonly ProjectorProcess[]): Promise<(number | null)[]> {
  return Promise.all(running.map(({ stop }) => stop()));
}

/** What each says on `/metrics`. */
function heldBy(...asked: readonly ProjectorProcess[]): Promise<number[][]> {
  return Promise.all(asked.map(({ held }) => held()));
}

/** Waits until each of three holds two shares of its own. */
async function fairPartsOf(...three: readonly ProjectorProcess[]): Promise<void> {
  const isFair = (parts: readonly number[][]) => parts.every(({ length }) => length === 2) && new Set(parts.flat()).size === SHARES;
  await waitFor('fair parts of three', async () => isFair(await heldBy(...three)), PATIENCE_MS);
}

/** Number of the session of who leads; null while nobody does. */
async function leadingSession(): Promise<number | null> {
  return (await listShares(database.pool)).find(({ share }) => share === REST)?.heldBy ?? null;
}

function isAnother(session: number | null, before: number | null): boolean {
  return session !== null && session !== before;
}

/** Keeps the next round from being decided: all shares of it are folded, and wait to be kept, but one can't say so. */
async function holdRoundUp() {
  await database.pool.query('INSERT INTO projection.vote (share, round) VALUES (1, 0) ON CONFLICT DO NOTHING');
  const holding = await database.pool.connect();
  await holding.query('BEGIN; SELECT FROM projection.vote WHERE share = 1 FOR UPDATE');
  const letGo = () => holding.release(true);
  cleanUps.push(letGo);
  return {
    isHeldUp: () =>
      waitFor('a round that waits for one', async () => {
        const { number, stage } = await readRound(database.pool);
        return stage === 'open' && (await readVotes(database.pool, number)).ready === SHARES - 1;
      }),
    letGo: () => {
      cleanUps.splice(cleanUps.indexOf(letGo), 1);
      letGo();
    },
  };
}

/** Sessions that are in the middle of folding a share. */
async function foldingSessions(): Promise<number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    `SELECT DISTINCT pid
       FROM pg_locks
      WHERE relation = 'projection.share'::regclass AND mode = 'RowExclusiveLock' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows.map(({ pid }) => pid);
}

/** What the server does by itself to a session that has been idle in a transaction for a minute. */
async function cutOffIdle(sessions: readonly number[]): Promise<void> {
  await database.pool.query(
    `SELECT pg_terminate_backend(pid)
       FROM pg_stat_activity
      WHERE pid = ANY ($1) AND state = 'idle in transaction' AND state_change < now() - interval '3 seconds'`,
    [sessions],
  );
}
