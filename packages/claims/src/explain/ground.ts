import type { Item } from '../text/items.ts';

/** Why a rule chose what it chose: its name, and where the words stand that it went by. */
export interface Ground {
  /** The rule, or the row of a rule table, by its name. */
  readonly rule: string;
  /** Offsets into the reading text; equal where the rule goes by no words. */
  readonly start: number;
  readonly end: number;
}

/** A field's value with its ground. */
export interface Chosen<Value> {
  readonly value: Value;
  readonly because: Ground;
}

/** The items `[from, to)` of a sentence decided. */
export function groundAt(rule: string, items: readonly Item[], from: number, to = from + 1): Ground {
  const first = items[from];
  return first === undefined ? byDefault(rule) : { rule, start: first.start, end: (items[to - 1] ?? first).end };
}

/** No words decided: what holds where nothing else is said. */
export function byDefault(rule: string): Ground {
  return { rule, start: 0, end: 0 };
}
