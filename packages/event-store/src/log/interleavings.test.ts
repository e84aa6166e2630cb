import type { TestDatabase } from '@newsledger/test-support';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { alias, createTestLog } from '../test/testLog.ts';
import { createEventStore, type EventStore } from './eventStore.ts';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestLog();
  store = createEventStore(database.pool);
});
afterAll(() => database.close());

const isLong = inject('form') === 'long';
const WRITERS = 5;
const writer = fc.nat({ max: WRITERS - 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('append' as const), writer, events: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('commit' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('savepoint' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback to' as const), writer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 4 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

test('whatever transactions append, commit and undo, in whatever order, a reader gets every committed event once and in order', async () => {
  const seed = Number(process.env.NEWSLEDGER_TEST_SEED ?? Date.now() % 2 ** 31);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { seen, committed } = await play(steps);
      expect(seen).toEqual(committed);
    }),
    // A failure prints the seed and the shortest run of steps that fails.
    { seed, numRuns: isLong ? 1_000 : 60 },
  );
});

test('under many writers at once, readers that page as they like all see the log that is there in the end', async () => {
  const { seen, committed } = await race({ writers: 5, turns: isLong ? 1_000 : 60, limits: [7, 50] });

  expect(committed.length).toBeGreaterThan(200);
  expect(seen).toEqual([committed, committed]);
});

// With one writer there are moments without any floor; it is then that a wrong order of looking at things skips an event.
test('under a single writer that comes and goes, readers that look all the time skip nothing', async () => {
  const { seen, committed } = await race({ writers: 1, turns: isLong ? 2_000 : 400, limits: [1000, 1000, 1000] });

  expect(committed.length).toBeGreaterThan(200);
  expect(seen).toEqual([committed, committed, committed]);
});

/** Writers append in transactions and without, some are rolled back; each reader has its limit. */
async function race(options: { writers: number; turns: number; limits: readonly number[] }) {
  const start = await store.lastPosition();
  let writing = options.writers;
  const write = async (number: number): Promise<void> => {
    const client = await database.pool.connect();
    for (let turn = 0; turn < options.turns; turn++) {
      const inTransaction = turn % 3 !== 0;
      if (inTransaction) await client.query('BEGIN');
      await store.append(`entity-w${number}-${turn % 4}`, 'any', [alias(`${start} ${number} ${turn}`)], {}, client);
      if (turn % 6 === 1) await client.query('SELECT pg_sleep(0.002)');
      if (inTransaction) await client.query(turn % 5 === 1 ? 'ROLLBACK' : 'COMMIT');
    }
    client.release();
    writing--;
  };
  const read = async (limit: number): Promise<bigint[]> => {
    const positions: bigint[] = [];
    let after = start;
    for (;;) {
      const last = writing === 0;
      const { events, upTo } = await store.readAll({ after, limit });
      positions.push(...events.map(({ position }) => position));
      if (last && upTo === after) return positions;
      after = upTo;
    }
  };
  const writers = Array.from({ length: options.writers }, (_, number) => write(number));
  const seen = await Promise.all(options.limits.map(read));
  await Promise.all(writers);
  return { seen, committed: await positionsAfter(start) };
}

/** Each writer has a connection and streams of its own; the reader goes on from where it was, as a subscription does. */
async function play(steps: readonly Step[]): Promise<{ seen: bigint[]; committed: bigint[] }> {
  const start = await store.lastPosition();
  const clients = await Promise.all(Array.from({ length: WRITERS }, () => database.pool.connect()));
  const open = new Set<number>();
  const saved = new Set<number>();
  const seen: bigint[] = [];
  let after = start;
  const read = async (limit: number): Promise<boolean> => {
    const { events, upTo } = await store.readAll({ after, limit });
    seen.push(...events.map(({ position }) => position));
    const progress = upTo > after;
    after = upTo;
    return progress;
  };
  const end = async (number: number, how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    await at(clients, number).query(how);
    open.delete(number);
    saved.delete(number);
  };
  const begin = async (number: number): Promise<void> => {
    if (!open.has(number)) await at(clients, number).query('BEGIN');
    open.add(number);
  };
  try {
    for (const [index, step] of steps.entries()) {
      if (step.do === 'read') await read(step.limit);
      else if (step.do === 'append') {
        await begin(step.writer);
        const batch = Array.from({ length: step.events }, (_, event) => alias(`${start} ${index} ${event}`));
        await store.append(`entity-${step.writer}`, 'any', batch, {}, at(clients, step.writer));
      } else if (step.do === 'savepoint') {
        await begin(step.writer);
        await at(clients, step.writer).query('SAVEPOINT s');
        saved.add(step.writer);
      } else if (step.do === 'rollback to') {
        if (saved.has(step.writer)) await at(clients, step.writer).query('ROLLBACK TO s');
      } else if (open.has(step.writer)) await end(step.writer, step.do === 'commit' ? 'COMMIT' : 'ROLLBACK');
    }
    for (const number of open) await end(number, 'COMMIT');
    while (await read(3));
  } finally {
    for (const client of clients) client.release(open.size > 0);
  }
  return { seen, committed: await positionsAfter(start) };
}

function at(clients: readonly pg.PoolClient[], index: number): pg.PoolClient {
  const client = clients[index];
  if (client === undefined) throw new RangeError(`no writer ${index}`);
  return client;
}

async function positionsAfter(start: bigint): Promise<bigint[]> {
  const { rows } = await database.pool.query<{ position: string }>('SELECT position FROM ledger.events WHERE position > $1 ORDER BY 1', [
    start,
  ]);
  return rows.map(({ position }) => BigInt(position));
}
