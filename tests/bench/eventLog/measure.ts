import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { freshBatch, freshStream } from './benchEvents.ts';
import type { Contender } from './contenders.ts';

export interface Measured {
  /** Events a second. */
  readonly perSecond: number;
  /** Processor time an event took in this process and in the server's connections; NaN where `/proc` doesn't tell. */
  readonly cpuMicroseconds: number;
}

/** Whatever is measured in one round is compared within it. */
export type Round<Names extends string> = Readonly<Record<Names, Measured>>;

/** A stream gets so many batches: most appends of a news log are to streams that exist. */
const BATCHES_A_STREAM = 5;
/** `/proc` counts processor time in hundredths of a second. */
const TICK_US = 10_000;

/** Measures each in turn, again and again; the first turn warms up and isn't counted. */
export async function inRounds<Names extends string>(count: number, work: Record<Names, () => Promise<Measured>>): Promise<Round<Names>[]> {
  const rounds: Round<Names>[] = [];
  for (let round = 0; round <= count; round++) {
    const measured = {} as Record<Names, Measured>;
    for (const name in work) measured[name] = await work[name]();
    if (round > 0) rounds.push(measured);
  }
  return rounds;
}

/** Appends batches of so many events by so many connections at once, each to streams of its own. */
export function measureAppends(contender: Contender, size: number, seconds: number, connections: number): Promise<Measured> {
  return measure(contender.pool, seconds, async (isOver) => {
    let events = 0;
    const write = async (): Promise<void> => {
      for (;;) {
        const stream = freshStream();
        for (let turn = 0; turn < BATCHES_A_STREAM; turn++) {
          if (isOver()) return;
          await contender.append(stream, turn * size, freshBatch(size));
          events += size;
        }
      }
    };
    await Promise.all(Array.from({ length: connections }, write));
    return events;
  });
}

/** @param nextPage reads on, from the beginning again after the end; returns how many events it read. */
export function measureReads(pool: pg.Pool, seconds: number, nextPage: () => Promise<number>): Promise<Measured> {
  return measure(pool, seconds, async (isOver) => {
    let events = 0;
    while (!isOver()) events += await nextPage();
    return events;
  });
}

/** @param work works until it is over, and says how many events it was. */
async function measure(pool: pg.Pool, seconds: number, work: (isOver: () => boolean) => Promise<number>): Promise<Measured> {
  const before = await cpuMicroseconds(pool);
  const start = performance.now();
  const events = await work(() => performance.now() - start > seconds * 1000);
  const perSecond = events / ((performance.now() - start) / 1000);
  return { perSecond, cpuMicroseconds: ((await cpuMicroseconds(pool)) - before) / events };
}

async function cpuMicroseconds(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  const used = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  const ticks = used.map((stat) => {
    // proc_pid_stat(5): the name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN);
  });
  const { user, system } = process.cpuUsage();
  return user + system + TICK_US * ticks.reduce((sum, of) => sum + of, 0);
}

/** Of the ratios within rounds, so that what slows a whole round doesn't count. */
export function medianRatio<Names extends string>(
  rounds: readonly Round<Names>[],
  name: Names,
  to: Names,
  quantity: keyof Measured = 'perSecond',
): string {
  return median(rounds.map((round) => round[name][quantity] / round[to][quantity])).toFixed(2);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.trunc(values.length / 2)] ?? Number.NaN;
}
