import type { Exact } from '../exact.ts';
import type { QuantityKind } from '../quantity.ts';

/** A unit as written, and how an amount in it becomes one in the base unit: × numerator / denominator (+ offset). */
export interface Unit {
  readonly kind: QuantityKind;
  /** Base unit: `USD`, `W`, `year`, `%`. */
  readonly base: string;
  /** The written unit's own short name: `GW`, `month`, `cent`. */
  readonly written: string;
  readonly numerator: Exact;
  readonly denominator: Exact;
  /** Degrees Fahrenheit only: taken off before the factor is applied. */
  readonly offset: Exact | null;
  /** Built in, as in `barrels per day`; else null. */
  readonly per: string | null;
}
