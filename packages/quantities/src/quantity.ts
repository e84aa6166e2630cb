/** What an amount is of; `number` when nothing says it. */
export const quantityKinds = ['money', 'percent', 'physical', 'duration', 'count', 'number'] as const;

export type QuantityKind = (typeof quantityKinds)[number];

/**
 * How firmly the text commits itself (DESIGN.md §5): `=` as written, `~` about, `<~` nearly, `>` more than,
 * `<=` up to, `range` between two, `order` an order of magnitude such as "tens of millions".
 */
export type Hedge = '=' | '~' | '<~' | '>' | '<=' | 'range' | 'order';

/** An exact decimal without exponent: `-0.5`, `38000000000`. */
export type Decimal = string;

/** An amount as written: where, how much, of what. */
export interface Quantity {
  /**
   * UTF-16 offsets into the text, end exclusive: `text.slice(start, end) === quantity.text`. The amount with its unit, and with what it
   * is per where `per` or a slash joins it (`$46.41 per MWh`); without its hedge, the noun that it counts, and `a year`.
   */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: QuantityKind;
  readonly hedge: Hedge;
  /** The number as written, fully scaled, in `unit`; null for ranges and orders, which write no single number. */
  readonly value: Decimal | null;
  /** The interval that the words allow, in `unit`; null is an open end. `lowOpen`/`highOpen`: the end itself is excluded. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /**
   * Base unit: ISO 4217 code (`USD`), `%`, `pp`, `bp`, `x` (multiples), `W`, `Wh`, `B` (bytes), `m`, `m²`, `g`, `°C`, `year`
   * (durations), the singular noun that is counted, or '' when nothing says what it is.
   */
  readonly unit: string;
  /** What is counted, with its modifiers, its head in the singular (`U.S. home`), and where it stands; outside of `text`. */
  readonly noun: { readonly phrase: string; readonly start: number; readonly end: number } | null;
  /** What it is per, as a base unit or noun: `year`, `share`, `barrel`; null when it is no rate. */
  readonly per: string | null;
  /** Digits written before the scale: 2 for `$38bn`, 3 for `5.40`; 1 for number words. */
  readonly significantDigits: number;
  /** What the words say of direction: `rose 5 %` is up, `a loss of` is down; null when nothing is said. */
  readonly change: 'up' | 'down' | null;
  /** Before conversion to the base unit: `30 GW` is 30 and `GW`, `7-year` is 7 and `year`, `18 months` is 18 and `month`. */
  readonly written: { readonly value: Decimal | null; readonly valueHigh: Decimal | null; readonly unit: string };
}

export const typedSpanKinds = [
  'date',
  'time',
  'year',
  'fiscal_period',
  'ordinal',
  'name',
  'phone',
  'address',
  'version',
  'identifier',
  'footnote',
  'score',
  'section',
] as const;

/** Digits that are no quantity, and what they are instead. */
export interface TypedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: (typeof typedSpanKinds)[number];
}
