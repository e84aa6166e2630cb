import { seededRandom } from './seededRandom.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Share of a day's articles by the hour of the day in UTC: most news offices are in Europe and America. */
const BY_HOUR = [2.6, 2.2, 2, 2, 2.2, 2.8, 3.6, 4.6, 5.2, 5.4, 5.4, 5.4, 5.8, 6.4, 6.6, 6.4, 6, 5.4, 4.8, 4.2, 3.8, 3.2, 2.2, 1.8];

/** Share of articles that are released at the full hour, or at its half: releases under embargo, and planned posts. */
const PUNCTUAL = 0.25;

/** A typical source publishes so many articles a day; of all, half publish less. */
const MEDIAN_A_DAY = 2;
/** How sources differ: the logarithm's standard deviation. One in a hundred then publishes 65 times the median. */
const SPREAD = 1.8;
/** No office publishes more. */
const MOST_A_DAY = 800;

/** What is published in a day, and when it is looked for. */
export interface PublishingDay {
  /** When each article appears at its source, in milliseconds of the day, by source. */
  readonly articles: readonly Float64Array[];
  readonly total: number;
}

/** A day of so many sources. Equal seeds give equal days. The constants are assumptions, in no way measured; see docs/capacity.md. */
export function publishingDay(sources: number, seed = 1): PublishingDay {
  const random = seededRandom(seed);
  const hours = cumulative(BY_HOUR);
  let total = 0;
  const articles = Array.from({ length: sources }, () => {
    const rate = Math.min(MEDIAN_A_DAY * Math.exp(SPREAD * normal(random)), MOST_A_DAY);
    const times = Float64Array.from({ length: poisson(rate, random) }, () => moment(hours, random)).sort();
    total += times.length;
    return times;
  });
  return { articles, total };
}

function moment(hours: readonly number[], random: () => number): number {
  const at = random();
  const hour = Math.max(
    0,
    hours.findIndex((upTo) => at < upTo),
  );
  const within = random() < PUNCTUAL ? (random() < 0.7 ? 0 : HOUR_MS / 2) + random() * 60_000 : random() * HOUR_MS;
  return Math.min(hour * HOUR_MS + within, DAY_MS - 1);
}

function cumulative(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return shares.map((share) => {
    sum += share / whole;
    return sum;
  });
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Knuth's for small means, and the normal approximation beyond. */
function poisson(mean: number, random: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
