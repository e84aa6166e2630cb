/**
 * What several projectors bring: `node tests/bench/shares.ts [events] [events before]`, 20000 20000 when left out.
 *
 * Tables hold what came before; then all events are in the log at once, about names as news spreads them, and as many processes as are said fold
 * them. Database and processes share the machine's cores. Rates are over all of it but the first batch; processor time is that of the projectors,
 * and that of PostgreSQL's sessions. Linux only.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventStore, migrateEventStore, readCheckpoint } from '@newsledger/event-store';
import { openEmbeddedPostgres, openPool } from '@newsledger/platform';
import { migrateReadModels, PROJECTOR, rebuild, SHARE_LOCKS } from '@newsledger/read-models';
import { appendRuns, cutLog, logRuns } from '@newsledger/test-support';
import type pg from 'pg';
import { cpuTimes } from './pipeline/cpuTimes.ts';
import { projectHere, stop } from './projectHere.ts';

const ARRANGEMENTS = [
  { processes: 1, shares: 1 },
  { processes: 1, shares: 2 },
  { processes: 1, shares: 6 },
  { processes: 2, shares: 2 },
  { processes: 2, shares: 6 },
] as const;

const LOOK_EVERY_MS = 10;
const [first, second] = process.argv.slice(2);
if (first?.startsWith('postgres')) projectHere(first, Number(second));
else await measureAll(Number(first ?? 20_000), Number(second ?? 20_000));

async function measureAll(events: number, before: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), preferredPort: 54_778 });
  try {
    const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
    const admin = openPool({ url: server.url });
    await admin.query('CREATE DATABASE filled');
    await fill(urlOf('filled'), events, before);
    for (const [index, arrangement] of ARRANGEMENTS.entries()) {
      const database = `run_${index}`;
      await admin.query(`CREATE DATABASE ${database} TEMPLATE filled`);
      await measure(urlOf(database), arrangement);
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    }
    await admin.end();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the tables of what came before; the rest of the log is held back in a table of its own. */
async function fill(url: string, events: number, before: number): Promise<void> {
  const pool = openPool({ url });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  const [earlier, later] = cutLog(logRuns({ events: before + events, names: 'zipf' }), before / (before + events));
  await appendRuns(pool, earlier);
  const reached = await rebuild(pool, createEventStore(pool));
  await appendRuns(pool, later);
  // What refuses that is of no more use here. Projectors go on to positions that were given away, so these get others.
  await pool.query(
    `ALTER TABLE ledger.events DISABLE TRIGGER USER;
     CREATE TABLE held_back AS SELECT * FROM ledger.events WHERE position > ${reached};
     DELETE FROM ledger.events WHERE position > ${reached};
     UPDATE held_back SET position = position - ${reached} + (SELECT max(position) FROM held_back)`,
  );
  await pool.query('VACUUM ANALYZE');
  await pool.end();
}

async function measure(url: string, { processes, shares }: (typeof ARRANGEMENTS)[number]): Promise<void> {
  const pool = openPool({ url });
  const children = Array.from({ length: processes }, () =>
    fork(import.meta.filename, [url, `${shares}`], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))));
  while (shares > 1 && (await countHolders(pool, shares)) !== processes) await sleep(LOOK_EVERY_MS);
  const { after, last } = await release(pool);

  const begin = await reached(pool, url, children, after + 1n);
  const end = await reached(pool, url, children, last);
  const folded = Number(end.position - begin.position);
  const seconds = (end.atMs - begin.atMs) / 1000;
  const perEvent = (ofWhom: 'projectors' | 'postgres') => ((end[ofWhom] - begin[ofWhom]) / folded).toFixed(2);
  console.log(
    `${processes} processes, ${shares} shares: ${Math.round(folded / seconds)} events/s; processor time per event: ${perEvent('projectors')} ms of projectors, ${perEvent('postgres')} ms of PostgreSQL`,
  );
  await Promise.all(children.map(stop));
  await pool.end();
}

/** How many processes hold shares, once all are held. */
async function countHolders(pool: pg.Pool, shares: number): Promise<number | null> {
  const { rows } = await pool.query<{ held: number; holders: number }>(
    `SELECT count(*)::int AS held, count(DISTINCT pid)::int AS holders
       FROM pg_locks
      WHERE locktype = 'advisory' AND objsubid = 2 AND classid = ${SHARE_LOCKS} AND objid > 0
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0]?.held === shares ? rows[0].holders : null;
}

/** Puts what was held back into the log, all at once. */
async function release(pool: pg.Pool): Promise<{ after: bigint; last: bigint }> {
  const after = await readCheckpoint(pool, PROJECTOR);
  await pool.query('INSERT INTO ledger.events SELECT * FROM held_back');
  await pool.query(`SELECT setval('ledger.event_position', (SELECT max(position) FROM held_back))`);
  return { after, last: await createEventStore(pool).lastPosition() };
}

/** When the tables reached a position, and what processor time had been spent by then, in milliseconds. */
async function reached(pool: pg.Pool, url: string, children: readonly ChildProcess[], wanted: bigint) {
  for (;;) {
    const position = await readCheckpoint(pool, PROJECTOR);
    if (position >= wanted) {
      const atMs = performance.now();
      const times = [...(await cpuTimes()).values()];
      const sum = (counts: (time: (typeof times)[number]) => boolean) => times.filter(counts).reduce((total, { ms }) => total + ms, 0);
      const sessions = new RegExp(`^postgres: \\S+ ${new URL(url).pathname.slice(1)} `);
      const pids = new Set(children.map(({ pid }) => pid));
      return {
        position,
        atMs,
        projectors: sum(({ pid }) => pids.has(pid)),
        postgres: sum(({ command }) => sessions.test(command)),
      };
    }
    await sleep(LOOK_EVERY_MS);
  }
}
