import type { Exact } from '../exact.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import type { Unit } from '../units/unit.ts';
import type { CountedNoun } from './countedNoun.ts';

/** A number with its unit, as the grammar builds it up; token indices, end exclusive. */
export interface Amount {
  readonly first: number;
  readonly next: number;
  readonly number: WrittenNumber;
  readonly isNegative: boolean;
  /** Null when nothing says what is measured. */
  readonly unit: Unit | null;
  /** The unit that names an amount in several units, `ft` of `5 feet 2 inches`; `unit` is the smallest, in which it is exact. */
  readonly namedUnit?: Unit;
  /** A currency sign or code stands before the number. */
  readonly hasCurrencyBefore: boolean;
  /** The scale that the currency before the number carries: 6 of `MSEK 350`. The far end of a range shares it. */
  readonly scaleBefore: number;
  /** `500,000+`, `$5bn-plus`. */
  readonly isAtLeast: boolean;
  /** `five years old`. */
  readonly isAge: boolean;
  /** `200m` with nothing to tell metres from millions, `50 XUSD`: how much it is, is open. */
  readonly isDoubtful: boolean;
  readonly noun: CountedNoun | null;
}

export function isBare(amount: Amount): boolean {
  return amount.unit === null && amount.noun === null && amount.number.scale === 0 && !amount.isAtLeast;
}

/** An amount put together from parts, in one unit and nothing else said of it. */
export function plainAmount(parts: { first: number; next: number; value: Exact; unit: Unit | null; lastUnit: Exact }): Amount {
  const { first, next, value, unit, lastUnit } = parts;
  return {
    first,
    next,
    number: { first, next, form: 'words', mantissa: value, scale: 0, value, significantDigits: 1, lastUnit },
    unit,
    noun: null,
    isNegative: false,
    hasCurrencyBefore: false,
    scaleBefore: 0,
    isAtLeast: false,
    isAge: false,
    isDoubtful: false,
  };
}
