import { createEventStore, type EventStore, migrateEventStore, readCheckpoint } from '@newsledger/event-store';
import { contentHash, listShares, migrateReadModels, PROJECTOR, REST, rebuildParking } from '@newsledger/read-models';
import { createTestDatabase, type Names, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendRuns, cutLog, logRuns } from '../testShares/logRuns.ts';
import { type ProjectorProcess, startProjectorProcess } from '../testShares/projectorProcess.ts';

const SHARES = 6;
/** Starting processes and folding take what a busy machine gives them. */
const PATIENCE_MS = 240_000;
/** Five seconds are promised. */
const TAKEN_OVER_WITHIN_MS = 15_000;

let database: TestDatabase;
let store: EventStore;
let processes: ProjectorProcess[];
beforeEach(async () => {
  processes = [];
  database = await createTestDatabase('projector', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  store = createEventStore(database.pool);
});
afterEach(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
  await database.close();
});

it.each<{ log: string; events: number; names: Names; killed: 'leader' | 'follower' }>([
  { log: 'the sample newsroom', events: 1250, names: 'same', killed: 'follower' },
  { log: 'hot names', events: 3000, names: 'zipf', killed: 'leader' },
])(
  'three processes make the tables of one from the log of $log, though a $killed is killed while events arrive, and another joins',
  async ({ events, names, killed }) => {
    const [beginning, later] = cutLog(logRuns({ events, names }), 0.3);
    const [middle, rest] = cutLog(later, 0.7);
    await appendRuns(database.pool, beginning);
    const first = await start();
    const [second, third] = await Promise.all([start(), start()]);
    await waitFor('fair parts of three', async () => (await heldBy(first, second, third)).join() === '2,2,2', PATIENCE_MS);
    const folded = await store.lastPosition();

    const arriving = appendRuns(database.pool, middle);
    await waitFor('rounds while events arrive', async () => (await readCheckpoint(database.pool, PROJECTOR)) > folded, PATIENCE_MS);
    const victim = killed === 'leader' ? first : third;
    const others = [first, second, third].filter((one) => one !== victim);
    const leading = await leadingSession();
    await victim.kill();
    const killedAt = performance.now();
    await waitFor(
      'shares of the killed one with others',
      async () => sum(await heldBy(...others)) === SHARES && (killed === 'follower' || isAnother(await leadingSession(), leading)),
      TAKEN_OVER_WITHIN_MS,
    );
    const takenOverMs = Math.round(performance.now() - killedAt);
    const joining = await start();
    await waitFor('fair parts of three again', async () => (await heldBy(...others, joining)).join() === '2,2,2', PATIENCE_MS);
    await arriving;
    await appendRuns(database.pool, rest);
    const last = await store.lastPosition();
    await waitFor('all of the log in the tables', async () => (await readCheckpoint(database.pool, PROJECTOR)) >= last, PATIENCE_MS);
    const codes = await Promise.all([...others, joining].map(({ stop }) => stop()));
    const byShares = await contentHash(database.pool);
    const history = await countHistory();
    const { parked } = await rebuildParking(database.pool, store, { mayPark: 'any' });

    process.stdout.write(`the shares of a ${killed} that was killed were taken over within ${takenOverMs} ms\n`);
    expect(codes).toEqual([0, 0, 0]);
    expect(byShares).toBe(await contentHash(database.pool));
    expect(history).toEqual(await countHistory());
    expect(parked).toEqual([]);
  },
  PATIENCE_MS * 2,
);

async function start(): Promise<ProjectorProcess> {
  const started = await startProjectorProcess({ NEWSLEDGER_POSTGRES_URL: database.url, NEWSLEDGER_PROJECTOR_SHARES: `${SHARES}` });
  processes.push(started);
  return started;
}

/** What each says on `/metrics`. */
function heldBy(...asked: readonly ProjectorProcess[]): Promise<(number | null)[]> {
  return Promise.all(asked.map(({ metric }) => metric('newsledger_projector_shares_held')));
}

/** Number of the session of who leads; null while nobody does. */
async function leadingSession(): Promise<number | null> {
  return (await listShares(database.pool)).find(({ share }) => share === REST)?.heldBy ?? null;
}

function isAnother(session: number | null, before: number | null): boolean {
  return session !== null && session !== before;
}

function sum(parts: readonly (number | null)[]): number {
  return parts.reduce<number>((total, part) => total + (part ?? 0), 0);
}

async function countHistory(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*) FROM newsledger.figure_history) AS figures,
            (SELECT count(*) FROM newsledger.deal_history) AS deals,
            (SELECT count(*) FROM newsledger.claims) AS claims`,
  );
  return rows[0];
}
