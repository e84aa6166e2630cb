import type { Quantity, QuantityKind, TypedSpan } from './quantity.ts';
import { read } from './read.ts';
import type { DecimalMark } from './tokens/numeral.ts';
import { Tokens } from './tokens/tokens.ts';

export interface ScanOptions {
  /** The kinds to report; all of them when left out. The others are read all the same, so that no part of one is taken for an amount. */
  readonly kinds?: readonly QuantityKind[];
  /**
   * The mark before the decimals. `auto`, when left out: as English news writes, with `1.234,5` and `3,5 %` understood where nothing else is
   * possible. `comma`: Continental throughout, so that `1.234` is a thousand and more. `point`: never Continental.
   */
  readonly decimalMark?: DecimalMark;
}

/** Everything with a number in it. */
export interface Scan {
  readonly quantities: Quantity[];
  /** The numbers that are no quantity: dates, names, sections, scores … */
  readonly typedSpans: TypedSpan[];
}

/**
 * Every quantity in the text, in order, without overlap. Pure and deterministic; takes time in proportion to the text, whatever
 * stands in it. Throws a TypeError when `text` is not a string, and never else.
 */
export function scan(text: string, options: ScanOptions = {}): Quantity[] {
  return ofKinds(read(tokensOf(text, options)).quantities, options);
}

/** Every number that is no quantity, in order, without overlap. Throws like `scan`. */
export function scanTypedSpans(text: string, options: ScanOptions = {}): TypedSpan[] {
  return scanAll(text, options).typedSpans;
}

/** Quantities and typed spans by one reading, at the price of one. No two of them overlap. Throws like `scan`. */
export function scanAll(text: string, options: ScanOptions = {}): Scan {
  const tokens = tokensOf(text, options);
  const { quantities, typed } = read(tokens);
  const typedSpans = typed.map(({ type, first, next }) => {
    const start = tokens.at(first).start;
    const end = tokens.at(next - 1).end;
    return { start, end, text: text.slice(start, end), type };
  });
  return { quantities: ofKinds(quantities, options), typedSpans };
}

function tokensOf(text: unknown, options: ScanOptions): Tokens {
  if (typeof text !== 'string') throw new TypeError(`The text to scan must be a string, but is ${text === null ? 'null' : typeof text}`);
  return new Tokens(text, options.decimalMark);
}

function ofKinds(quantities: Quantity[], { kinds }: ScanOptions): Quantity[] {
  return kinds === undefined ? quantities : quantities.filter(({ kind }) => kinds.includes(kind));
}
