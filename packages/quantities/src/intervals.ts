import type { HedgeRule } from './amounts/hedges.ts';
import { absolute, add, type Exact, exact, larger, multiply, parseExact, subtract } from './exact.ts';
import type { Hedge } from './quantity.ts';

/** Rises whenever a width below changes: stored intervals can be told by it. */
export const INTERVAL_TABLE_VERSION = 1;

/** Starting values, to be fitted to data. A share of the value unless said otherwise. */
const widths = {
  /** `about 5 %`: never narrower than this on either side. */
  about: parseExact('0.05'),
  /** `nearly $140bn`: from this share of the value up to the value itself. */
  nearlyFrom: parseExact('0.94'),
  /** `just over $5bn`: from the value up to this share of it. */
  justOverTo: parseExact('1.06'),
};

const oneHalf = exact(5, -1);

/** What the words allow; null is an open end. */
export interface Interval {
  readonly hedge: Hedge;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** The interval of one amount. `lastUnit`: the unit of its last significant digit, so that `38` means 37.5 to 38.5. */
export function intervalOf(value: Exact, lastUnit: Exact, rule: HedgeRule | null): Interval {
  const half = multiply(lastUnit, oneHalf);
  switch (rule) {
    case null:
      return closed('=', subtract(value, half), add(value, half));
    case 'about': {
      const width = larger(half, multiply(absolute(value), widths.about));
      return closed('~', subtract(value, width), add(value, width));
    }
    case 'nearly':
      return ordered('<~', multiply(value, widths.nearlyFrom), value);
    case 'just_over':
      return ordered('>', value, multiply(value, widths.justOverTo));
    case 'more_than':
      return { hedge: '>', low: value, high: null, lowOpen: true, highOpen: false };
    case 'at_least':
      return { hedge: '>', low: value, high: null, lowOpen: false, highOpen: false };
    case 'up_to':
      return { hedge: '<=', low: null, high: value, lowOpen: false, highOpen: false };
    case 'less_than':
      return { hedge: '<=', low: null, high: value, lowOpen: false, highOpen: true };
  }
}

/** The text says itself how far off the value may be: `$65bn, plus or minus 2%`. */
export function intervalWithin(value: Exact, width: Exact): Interval {
  return closed('~', subtract(value, width), add(value, width));
}

/** Both ends are what is written: `$1.3–1.5 trillion`. */
export function intervalOfRange(low: Exact, high: Exact): Interval {
  return closed('range', low, high);
}

/** `tens of millions`: [10^7, 10^8). */
export function intervalOfOrder(low: Exact, high: Exact): Interval {
  return { hedge: 'order', low, high, lowOpen: false, highOpen: true };
}

function closed(hedge: Hedge, low: Exact, high: Exact): Interval {
  return { hedge, low, high, lowOpen: false, highOpen: false };
}

/** From the value towards zero or away from it; the value itself is excluded. Below zero the ends change places. */
function ordered(hedge: '<~' | '>', from: Exact, to: Exact): Interval {
  const isNegative = from.coefficient < 0;
  const [low, high] = isNegative ? [to, from] : [from, to];
  const valueIsHigh = (hedge === '<~') !== isNegative;
  return { hedge, low, high, lowOpen: !valueIsHigh, highOpen: valueIsHigh };
}
