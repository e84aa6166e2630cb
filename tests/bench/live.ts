/**
 * How long after an append its rows can be seen: `node tests/bench/live.ts [events a second] [seconds] [events before] [projectors] [shares]`,
 * 1000 60 20000 1 1 when left out.
 *
 * One process appends articles and their claims at a steady rate, about names as news spreads them, while the projectors of other processes
 * fold them; database and processes share the machine's cores. An event counts as seen when the transaction that holds its rows has committed.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventStore, migrateEventStore, readCheckpoint } from '@newsledger/event-store';
import type { NewEvent } from '@newsledger/events';
import { openEmbeddedPostgres, openPool } from '@newsledger/platform';
import { migrateReadModels, PROJECTOR, rebuild } from '@newsledger/read-models';
import { fillLog, generateLog } from '@newsledger/test-support';
import type pg from 'pg';
import { projectHere, stop } from './projectHere.ts';

const LOOK_EVERY_MS = 10;

const [first, ...others] = process.argv.slice(2);
const [second, third, processes, shares] = others.map(Number);
if (first?.startsWith('postgres')) projectHere(first, second ?? 1);
else await measure(Number(first ?? 1000), second ?? 60, third ?? 20_000, { processes: processes ?? 1, shares: shares ?? 1 });

async function measure(
  rate: number,
  seconds: number,
  before: number,
  { processes, shares }: { readonly processes: number; readonly shares: number },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), preferredPort: 54_776 });
  const pool = openPool({ url: server.url });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  await fillLog(pool, { events: before, names: 'zipf' });
  await rebuild(pool, createEventStore(pool));
  const projectors = Array.from({ length: processes }, () =>
    fork(import.meta.filename, [server.url, `${shares}`], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  try {
    report(await appendAndLook(pool, rate, seconds, before), rate);
  } finally {
    await Promise.all(projectors.map(stop));
    await pool.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns how long each event took, in milliseconds, the quickest first. */
async function appendAndLook(pool: pg.Pool, rate: number, seconds: number, before: number): Promise<number[]> {
  const store = createEventStore(pool);
  const waiting: { readonly position: bigint; readonly count: number; readonly appendedMs: number }[] = [];
  const delays: number[] = [];
  let appending = true;
  const look = async () => {
    while (appending || waiting.length > 0) {
      const seen = await readCheckpoint(pool, PROJECTOR);
      const nowMs = performance.now();
      while (waiting[0] !== undefined && waiting[0].position <= seen) {
        const { count, appendedMs } = waiting.shift() ?? { count: 0, appendedMs: 0 };
        for (let index = 0; index < count; index++) delays.push(nowMs - appendedMs);
      }
      await sleep(LOOK_EVERY_MS);
    }
  };
  const looking = look();
  const startedMs = performance.now();
  let appended = 0;
  for (const { stream, events } of appends(before, rate * seconds)) {
    await sleep(Math.max(0, startedMs + (appended / rate) * 1000 - performance.now()));
    const result = await store.append(stream, 'any', events);
    if (result.outcome !== 'appended') continue;
    appended += events.length;
    waiting.push({ position: result.lastPosition, count: events.length, appendedMs: performance.now() });
  }
  appending = false;
  await looking;
  return delays.sort((a, b) => a - b);
}

/** Events as they are written, all that an article says at once; those that are in the log already left out. */
function* appends(before: number, count: number): Generator<{ stream: string; events: NewEvent[] }> {
  let events: NewEvent[] = [];
  let appendedTo = '';
  let place = 0;
  for (const { stream, id, type, schemaVersion, data } of generateLog({ events: before + count, names: 'zipf' })) {
    if (place++ < before) continue;
    if (stream !== appendedTo && events.length > 0) {
      yield { stream: appendedTo, events };
      events = [];
    }
    appendedTo = stream;
    events.push(JSON.parse(`{"id":"${id}","type":"${type}","schemaVersion":${schemaVersion},"data":${data}}`));
  }
  if (events.length > 0) yield { stream: appendedTo, events };
}

function report(delays: readonly number[], rate: number): void {
  const at = (share: number) => Math.round(delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? 0);
  console.log(
    `${delays.length} events at ${rate} a second: ${at(0.5)} ms in the median, ${at(0.95)} ms for 95 %, ${at(0.99)} ms for 99 %, ${at(1)} ms at most`,
  );
}
