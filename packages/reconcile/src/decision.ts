import type { FigureKey } from './figureKey.ts';
import { type Interval, overlaps } from './interval.ts';
import type { Agreement, Pin } from './keyClaim.ts';
import type { Origin } from './origins.ts';
import type { Superseded } from './supersede.ts';
import type { Region } from './sweep.ts';

/** An origin with the one interval that it votes with. */
export interface Witness {
  readonly origin: Origin;
  readonly interval: Interval;
  readonly weight: number;
  readonly wins: boolean;
}

/** All that was decided of one key, for those who judge claims and explain. */
export interface Decision {
  readonly key: FigureKey;
  readonly scale: number;
  readonly pin: Pin | null;
  readonly intervals: readonly Interval[];
  readonly live: readonly Interval[];
  readonly superseded: ReadonlyMap<Interval, Superseded>;
  readonly witnesses: readonly Witness[];
  readonly region: Region | null;
  readonly winner: Interval | null;
  readonly value: bigint | null;
  readonly agreement: Agreement | null;
}

/** Whether a claim allows some number of the region. */
export function allows(interval: Interval, region: Region): boolean {
  const width = region.low === null || region.high === null ? null : region.high - region.low;
  return overlaps(interval, { ...interval, low: region.low, high: region.high, width });
}
