/**
 * How fast the tables are made anew: `node tests/bench/rebuild.ts [events …]`, 20000 100000 when left out.
 *
 * For each size, and for logs whose copies of the sample's news are about new names, the same names, or names as news spreads them, a fresh
 * database on a throw-away cluster with its defaults is filled and rebuilt in a process of its own, whose resident memory is the most that the
 * kernel saw. Database and process share the machine's cores.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { openEmbeddedPostgres, openPool } from '@newsledger/platform';
import { migrateReadModels, rebuild } from '@newsledger/read-models';
import { fillLog, type Names } from '@newsledger/test-support';

const NAMES: readonly Names[] = ['new', 'same', 'zipf'];

const [first, ...others] = process.argv.slice(2);
if (first?.startsWith('postgres')) await measureHere(first);
else await compare((first === undefined ? ['20000', '100000'] : [first, ...others]).map(Number));

interface Measured {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly residentMb: number;
}

async function compare(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), preferredPort: 54_777 });
  try {
    console.log('| names | events | claims | figures | events/s | of the process alone | MB resident |');
    console.log('|---|---:|---:|---:|---:|---:|---:|');
    for (const names of NAMES) for (const events of sizes) console.log(await measure(server.url, names, events));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(serverUrl: string, names: Names, events: number): Promise<string> {
  const database = `bench_${names}_${events}`;
  const admin = openPool({ url: serverUrl });
  await admin.query(`CREATE DATABASE ${database}`);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  const pool = openPool({ url: url.toString() });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  await fillLog(pool, { events, names });
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, url.toString()]);
  const { seconds, processorSeconds, residentMb }: Measured = JSON.parse(stdout);
  const { rows } = await pool.query(
    'SELECT (SELECT count(*) FROM newsledger.claims) AS claims, (SELECT count(*) FROM newsledger.figures) AS figures',
  );
  await pool.end();
  await admin.query(`DROP DATABASE ${database}`);
  await admin.end();
  const cells = [
    names,
    events,
    rows[0].claims,
    rows[0].figures,
    Math.round(events / seconds),
    Math.round(events / processorSeconds),
    residentMb,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Rebuilds, and prints what it took. */
async function measureHere(url: string): Promise<void> {
  const pool = openPool({ url });
  const startedMs = performance.now();
  await rebuild(pool, createEventStore(pool));
  const seconds = (performance.now() - startedMs) / 1000;
  await pool.end();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measured: Measured = { seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, residentMb: Math.round(maxRSS / 1024) };
  console.log(JSON.stringify(measured));
}
