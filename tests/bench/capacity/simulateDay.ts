import type { Costs } from './costs.ts';
import type { PublishingDay } from './publishingDay.ts';
import { type Served, serve } from './serve.ts';

const DAY_MS = 86_400_000;

/** Jobs that one fetcher has at a time (services/fetcher). */
export const POLLS_AT_ONCE = 8;
const CAPTURES_AT_ONCE = 16;

/** Texts that one extractor reads at a time, each in a process of its own (services/extractor). */
const TEXTS_AT_ONCE = 2;

/** What a publisher's server takes to answer: an assumption. */
export const ANSWER_MS = 400;

/** A source is asked twice between two of its articles, a quarter of an hour after the last at the earliest, and once in two hours at least
 * (services/fetcher/src/polling/nextPoll.ts with its default wish). */
const POLLS_PER_GAP = 2;
const LEAST_EVERY_MS = 15 * 60_000;
const MOST_EVERY_MS = 8 * LEAST_EVERY_MS;

export interface Fleet {
  readonly fetchers: number;
  readonly extractors: number;
  /** Processors of the database server. */
  readonly databaseCores: number;
}

export interface DayResult {
  readonly polls: number;
  readonly articles: number;
  /** The most that waited: for a fetcher, for an extractor, for the projector. */
  readonly deepest: { readonly poll: number; readonly capture: number; readonly extract: number; readonly fold: number };
  /** From an article's listing to its rows, in seconds. */
  readonly lagSeconds: { readonly median: number; readonly p95: number; readonly worst: number };
  /** Share of its time that each kind of worker works; above 1, it falls behind for ever. */
  readonly load: { readonly fetchers: number; readonly extractors: number; readonly projector: number; readonly database: number };
  /** Until everything of the day is in the tables, in hours from its beginning. */
  readonly doneAfterHours: number;
}

/** Plays a day: every poll, page and text through its queue, the database's processors shared by all. */
export function simulateDay(day: PublishingDay, costs: Costs, fleet: Fleet): DayResult {
  const { pollsAt, foundAt } = pollsOf(day);
  const polled = stage(pollsAt, ANSWER_MS, costs.poll, fleet.fetchers * POLLS_AT_ONCE, fleet.fetchers, fleet.databaseCores);
  const listed = foundAt.sort();
  const captured = stage(listed, ANSWER_MS, costs.capture, fleet.fetchers * CAPTURES_AT_ONCE, fleet.fetchers, fleet.databaseCores);
  const captures = captured.doneAt.slice().sort();
  const seats = fleet.extractors * TEXTS_AT_ONCE;
  const extracted = stage(captures, 0, costs.extract, seats, seats, fleet.databaseCores);
  const texts = extracted.doneAt.slice().sort();
  const folded = serve(texts, () => costs.fold.workerMs + costs.fold.databaseMs, 1);
  const lags = folded.doneAt.map((doneAt, place) => (doneAt - (listed[place] ?? 0)) / 1_000).sort();
  const total = (of: { workerMs: number; databaseMs: number }) => of.databaseMs;
  const databaseMs = pollsAt.length * total(costs.poll) + listed.length * (total(costs.capture) + total(costs.extract) + total(costs.fold));
  return {
    polls: pollsAt.length,
    articles: listed.length,
    deepest: { poll: polled.deepest, capture: captured.deepest, extract: extracted.deepest, fold: folded.deepest },
    lagSeconds: { median: at(lags, 0.5), p95: at(lags, 0.95), worst: at(lags, 1) },
    load: {
      fetchers: (pollsAt.length * costs.poll.workerMs + listed.length * costs.capture.workerMs) / (fleet.fetchers * DAY_MS),
      extractors: (listed.length * costs.extract.workerMs) / (seats * DAY_MS),
      projector: folded.busyMs / DAY_MS,
      database: databaseMs / (fleet.databaseCores * DAY_MS),
    },
    doneAfterHours: (folded.doneAt.at(-1) ?? 0) / 3_600_000,
  };
}

/** Waits for answers at many seats, then works on a processor of its worker, then on one of the database. */
function stage(
  comesAt: Float64Array,
  waitMs: number,
  cost: { readonly workerMs: number; readonly databaseMs: number },
  seats: number,
  processors: number,
  databaseCores: number,
): Served {
  const waited = serve(comesAt, () => waitMs, seats);
  const worked = serve(waited.doneAt.slice().sort(), () => cost.workerMs, processors);
  const written = serve(worked.doneAt.slice().sort(), () => cost.databaseMs, databaseCores);
  return {
    doneAt: written.doneAt,
    deepest: Math.max(waited.deepest, worked.deepest, written.deepest),
    busyMs: waited.busyMs + worked.busyMs + written.busyMs,
  };
}

/** When each source is asked, and by which of these polls each article is found. */
function pollsOf(day: PublishingDay): { pollsAt: Float64Array; foundAt: Float64Array } {
  const plan = day.articles.map((times, source) => {
    const gapMs = times.length === 0 ? DAY_MS : DAY_MS / times.length;
    const everyMs = Math.min(Math.max(gapMs / POLLS_PER_GAP, LEAST_EVERY_MS), MOST_EVERY_MS);
    return { times, everyMs, firstMs: ((source * 0.618_034) % 1) * everyMs };
  });
  const polls = plan.reduce((sum, { everyMs, firstMs }) => sum + Math.ceil((DAY_MS - firstMs) / everyMs), 0);
  const pollsAt = new Float64Array(polls);
  const foundAt = new Float64Array(day.total);
  let poll = 0;
  let found = 0;
  for (const { times, everyMs, firstMs } of plan) {
    for (let time = firstMs; time < DAY_MS; time += everyMs) pollsAt[poll++] = time;
    for (const time of times) foundAt[found++] = firstMs + Math.ceil(Math.max(time - firstMs, 0) / everyMs) * everyMs;
  }
  return { pollsAt: pollsAt.subarray(0, poll).sort(), foundAt };
}

/** @param sorted rising. @param share 0.95 for the value that 95 of 100 don't exceed. */
function at(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
