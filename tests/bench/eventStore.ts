/**
 * How fast the event log is, against what it could have been: `node tests/bench/eventStore.ts [seconds a measurement] [rounds] [commit delay in µs]`.
 *
 * Every variant runs on the same throw-away cluster (fsync on), in short measurements turn by turn, so that the ratios stand even where
 * other work slows all of them. The variants differ in one function or table of schema `ledger`. The commit delay makes commits as
 * slow as on a disk that needs so long; writers that wait for each other's commits show it most.
 *
 * What it decided, on two busy cores (ratios to the log as built, 16 writers; without delay, and with 3000 µs): one global lock 0.48 and
 * 0.13; NOTIFY inside the append 0.44 and 0.15, so the hint is a statement of its own; no lock at all 0.91 and 0.96, so there is
 * nothing to win by giving positions afterwards; 8 hash partitions 0.67 and 0.68, so the table starts whole (its keys hold the stream).
 */
import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore, migrateEventStore } from '@newsledger/event-store';
import { type NewEvent, newEvent } from '@newsledger/events';
import pg from 'pg';
import { startThrowAwayCluster } from './eventLog/throwAwayCluster.ts';

const SECONDS = Number(process.argv[2] ?? 0.4);
const ROUNDS = Number(process.argv[3] ?? 11);
const COMMIT_DELAY_US = Number(process.argv[4] ?? 0);
const WRITERS = [1, 4, 16];
const BATCH = 5;
const STREAMS = 5000;
const READ_EVENTS = 100_000;
const PARTITIONS = 8;

interface Variant {
  readonly name: string;
  /** SQL that turns a migrated database into the variant. */
  readonly change: string;
}

const lockFloor = (body: string) =>
  `CREATE OR REPLACE FUNCTION ledger.lock_floor() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN true; END $$`;

const variants: readonly Variant[] = [
  { name: 'as built', change: '' },
  // What many logs do: correct, but one writer at a time from its positions to its commit.
  { name: 'one global lock', change: lockFloor('PERFORM pg_advisory_xact_lock(1);') },
  // Skips events, so no candidate: the most that writers could reach if positions were given afterwards by a sequencing step, which
  // then still has to write a row for each event.
  { name: 'no lock (unsafe)', change: lockFloor('') },
  {
    name: 'NOTIFY in the append',
    change: `ALTER FUNCTION ledger.lock_floor() RENAME TO lock_floor_only; ${lockFloor("PERFORM ledger.lock_floor_only(); PERFORM pg_notify('ledger_appended', '');")}`,
  },
  {
    name: `${PARTITIONS} hash partitions`,
    change: `
      ALTER TABLE ledger.events RENAME TO whole;
      CREATE TABLE ledger.events (LIKE ledger.whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (stream);
      ${Array.from({ length: PARTITIONS }, (_, index) => `CREATE TABLE ledger.events_${index} PARTITION OF ledger.events FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${index});`).join('\n')}
      ALTER TABLE ledger.events ADD PRIMARY KEY (stream, stream_version);
      ALTER TABLE ledger.events ADD UNIQUE (stream, id);
      CREATE INDEX ON ledger.events (position);
      DROP TABLE ledger.whole;`,
  },
];

interface Bench extends Variant {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly appends: Map<number, number[]>;
}

const template = newEvent('AliasAdded', {
  entity: 'Amazon Web Services',
  alias: `AWS ${'x'.repeat(150)}`,
  by: 'bench',
  decidedAt: '2025-11-03T14:00:00.000Z',
});
const cluster = await startThrowAwayCluster({ commit_delay: `${COMMIT_DELAY_US}`, commit_siblings: '0' });
try {
  const benches: Bench[] = [];
  for (const [index, variant] of variants.entries()) benches.push(await prepare(variant, `bench_${index}`));
  for (let round = 1; round <= ROUNDS; round++) {
    console.error(`round ${round} of ${ROUNDS}`);
    for (const writers of WRITERS)
      for (const bench of benches)
        bench.appends.set(writers, [...(bench.appends.get(writers) ?? []), await measureAppends(bench, writers)]);
  }
  printAppends(benches);
  await printReads(benches.filter(({ name }) => name === 'as built' || name.endsWith('partitions')));
  for (const { pool } of benches) await pool.end();
} finally {
  await cluster.stop();
}

async function prepare(variant: Variant, database: string): Promise<Bench> {
  const pool = new pg.Pool({ connectionString: await cluster.createDatabase(database), max: Math.max(...WRITERS) + 2 });
  // The cluster is stopped under the pools when a measurement fails; the failure is what to show.
  pool.on('error', () => {});
  await migrateEventStore(pool);
  if (variant.change !== '') await pool.query(variant.change);
  return { ...variant, pool, store: createEventStore(pool), appends: new Map() };
}

/** Batches of events appended a second, by so many writers at once, each to streams of its own. */
async function measureAppends({ store }: Bench, writers: number): Promise<number> {
  const start = performance.now();
  const end = start + SECONDS * 1000;
  let appends = 0;
  const write = async (writer: number): Promise<void> => {
    while (performance.now() < end) {
      const stream = `entity-${writer}-${Math.trunc(Math.random() * STREAMS)}`;
      const result = await store.append(stream, 'any', batch());
      if (result.outcome !== 'appended') throw new Error(`${stream}: ${result.outcome}`);
      appends++;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return appends / ((performance.now() - start) / 1000);
}

/** Fresh ids on one event: making real events would measure this process instead of the log. */
function batch(): NewEvent[] {
  return Array.from({ length: BATCH }, () => ({ ...template, id: randomUUID() }));
}

function printAppends(benches: readonly Bench[]): void {
  console.log(
    `Appends of ${BATCH} events a second (median of ${ROUNDS} rounds of ${SECONDS} s, commit delay ${COMMIT_DELAY_US} µs; in brackets: as a ratio to "as built")\n`,
  );
  console.log(`| writers | ${benches.map(({ name }) => name).join(' | ')} |\n|---|${benches.map(() => '---:|').join('')}`);
  for (const writers of WRITERS) {
    const rates = benches.map(({ appends }) => median(appends.get(writers) ?? []));
    console.log(`| ${writers} | ${rates.map((rate) => `${Math.round(rate)} (${(rate / (rates[0] ?? 1)).toFixed(2)})`).join(' | ')} |`);
  }
}

async function printReads(benches: readonly Bench[]): Promise<void> {
  console.log(`\nEvents read a second by readAll in pages of 500, checked against their schema, from a log of ${READ_EVENTS}\n`);
  for (const bench of benches) await fill(bench);
  const rates = new Map<Bench, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const bench of benches) rates.set(bench, [...(rates.get(bench) ?? []), await measureRead(bench)]);
  for (const [{ name }, measured] of rates) console.log(`- ${name}: ${Math.round(median(measured))}`);
}

/** Makes the log exactly so long, in one statement. */
async function fill({ pool }: Bench): Promise<void> {
  await pool.query(`ALTER TABLE ledger.events DISABLE TRIGGER USER; TRUNCATE ledger.events; ALTER TABLE ledger.events ENABLE TRIGGER USER`);
  await pool.query(
    `INSERT INTO ledger.events (position, stream, stream_version, id, type, schema_version, recorded_at, data)
     SELECT nextval('ledger.event_position'), 'entity-' || n % ${STREAMS}, n / ${STREAMS} + 1, gen_random_uuid(), 'AliasAdded', 1, now(), $1
       FROM generate_series(1, ${READ_EVENTS}) n`,
    [template.data],
  );
  await pool.query('VACUUM ANALYZE ledger.events');
}

async function measureRead({ store }: Bench): Promise<number> {
  const start = performance.now();
  let after = 0n;
  let count = 0;
  for (;;) {
    const { events, upTo } = await store.readAll({ after, limit: 500 });
    count += events.length;
    if (upTo === after) break;
    after = upTo;
  }
  if (count !== READ_EVENTS) throw new Error(`read ${count} events`);
  return count / ((performance.now() - start) / 1000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.trunc(values.length / 2)] ?? 0;
}
