import type { Interval } from './interval.ts';

/** How much later the second statement was made, in words with a leading space; nothing when that is not known. */
export function laterBy(first: Interval, second: Interval): string {
  const from = first.claim.statedAt ?? first.claim.publishedAt;
  const to = second.claim.statedAt ?? second.claim.publishedAt;
  return from === null || to === null ? '' : laterBetween(from, to);
}

/** The same of two ISO instants. */
export function laterBetween(from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (!(minutes > 0)) return '';
  if (minutes < 50) return ` ${count(minutes, 'minute', 'a')} later`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return ` ${count(hours, 'hour', 'an')} later`;
  const days = Math.round(minutes / 1440);
  return days < 60 ? ` ${count(days, 'day', 'a')} later` : ` on ${to.slice(0, 10)}`;
}

function count(number: number, noun: string, article: string): string {
  return number === 1 ? `${article} ${noun}` : `${number} ${noun}s`;
}
