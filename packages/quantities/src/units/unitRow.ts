import type { QuantityKind } from '../quantity.ts';

/** One line a unit: symbol, base, factor (a/b where the quotient has no end), symbols, names in the singular. */
export interface UnitRow {
  readonly kind?: QuantityKind;
  readonly symbol: string;
  readonly base: string;
  readonly factor?: string;
  readonly offset?: string;
  readonly per?: string;
  readonly symbols?: string;
  readonly names?: string;
  /** SI prefixes that this unit takes, as keys of `prefixes`. */
  readonly prefixes?: string;
}
