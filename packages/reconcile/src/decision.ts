import { amountWords } from './amountWords.ts';
import { fromFixedPoint } from './decimal.ts';
import type { FigureKey } from './figureKey.ts';
import { type Interval, overlaps } from './interval.ts';
import type { Agreement, Pin } from './keyClaim.ts';
import type { Origin } from './origins.ts';
import { type Slip, slipBetween } from './slip.ts';
import type { Superseded } from './supersede.ts';
import type { Region } from './sweep.ts';

/** An origin with the one interval that it votes with. */
export interface Witness {
  readonly origin: Origin;
  readonly interval: Interval;
  readonly weight: number;
  readonly wins: boolean;
  /** Whether it habitually measures otherwise than those who decide. */
  readonly otherwise: boolean;
}

/** All that was decided of one key, for those who judge claims and explain. */
export interface Decision {
  readonly key: FigureKey;
  /** The usual slip that explains why a claim is not the value; null when none does. */
  readonly slipOf: (interval: Interval) => Slip | null;
  readonly scale: number;
  /** An amount of the key's scale and unit, as people read it. */
  readonly words: (amount: bigint) => string;
  readonly pin: Pin | null;
  readonly intervals: readonly Interval[];
  /** All of `intervals` that an article states. */
  readonly ofArticle: (articleId: string) => readonly Interval[];
  readonly live: readonly Interval[];
  readonly superseded: ReadonlyMap<Interval, Superseded>;
  readonly witnesses: readonly Witness[];
  readonly region: Region | null;
  readonly winner: Interval | null;
  readonly value: bigint | null;
  readonly agreement: Agreement | null;
  /** Whether another value would stand if every claim were read with the same certainty. */
  readonly byCertainty: boolean;
}

/** Whether a claim allows some number of the region. */
export function allows(interval: Interval, region: Region): boolean {
  return overlaps(interval, region);
}

/** Words for the amounts of one key; each is put together once. */
export function wordsIn(unit: string, scale: number): Decision['words'] {
  const known = new Map<bigint, string>();
  return (amount) => {
    const seen = known.get(amount);
    if (seen !== undefined) return seen;
    const words = amountWords(fromFixedPoint(amount, scale), unit);
    known.set(amount, words);
    return words;
  };
}

/** Slips from one value; claims of a key share most of their numbers. */
export function slipsFrom(value: bigint | null): Decision['slipOf'] {
  const known = new Map<bigint, Slip | null>();
  return (interval) => {
    if (value === null || interval.point === null) return null;
    const seen = known.get(interval.point);
    if (seen !== undefined) return seen;
    const slip = slipBetween(interval, value);
    known.set(interval.point, slip);
    return slip;
  };
}
