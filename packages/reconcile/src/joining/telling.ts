import type { Amount, Figure } from '@newsledger/events';
import { type FigureKey, figureIdOf } from '../figureKey.ts';

/**
 * What is told of one key with one amount on one day, by however many claims: all that choosing a figure looks at. Ten thousand copies of a
 * story are one telling for each day on which they came.
 */
export interface Telling {
  readonly id: string;
  /** As the claims' own words have it. */
  readonly key: FigureKey;
  /** The figure of its own words. */
  readonly figureId: string;
  readonly amount: Amount;
  /** ISO day of publication; null when unknown, which is near to every other. */
  readonly day: string | null;
  /** ISO day that the figure is about where its text names one, else that of publication. */
  readonly about: string | null;
  /** The family of types of the deal that it is told with, null when with none. */
  readonly family: string | null;
  /** Who says it in articles that stand. A telling without sources is placed like any other and places nobody. */
  readonly sources: { readonly size: number; readonly [Symbol.iterator]: () => Iterator<string> };
}

/**
 * What a claim tells; claims that tell the same have the same id.
 * @param key its own key, by today's names.
 * @param publishedAt an ISO instant.
 */
export function tellingOf(figure: Figure, key: FigureKey, publishedAt: string | null, family: string | null): Omit<Telling, 'sources'> {
  const { amount, period } = figure;
  const day = publishedAt?.slice(0, 10) ?? null;
  const from = period?.from ?? null;
  // A deal that runs from a later day on is told of today.
  const about = from !== null && (day === null || from < day) ? from : day;
  const { value, low, high, hedge } = amount;
  const figureId = figureIdOf(key);
  return { id: JSON.stringify([figureId, value, low, high, hedge, day, about, family]), key, figureId, amount, day, about, family };
}

export function counts({ sources }: Pick<Telling, 'sources'>): boolean {
  return sources.size > 0;
}

/** The id of the figure that a telling's key makes, its parties in order and its deal told apart. */
export function homeIdOf({ key, figureId }: Telling, home: FigureKey): string {
  return home === key ? figureId : figureIdOf(home);
}

const DAY_MS = 86_400_000;

/** Days from the first to the second, negative when it is earlier; null when either is unknown. */
export function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function isWithin(days: number, a: string | null, b: string | null): boolean {
  const between = daysBetween(a, b);
  return between === null || Math.abs(between) <= days;
}
