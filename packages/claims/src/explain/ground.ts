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

/** The match of a pattern in `wordsOf(items, from, …)` decided. */
export function groundInWords(rule: string, items: readonly Item[], from: number, match: RegExpExecArray): Ground {
  let first = Math.max(0, from);
  let offset = 0;
  for (let next = 0; first < items.length; first++, offset = next) {
    next = offset + (items[first]?.lower.length ?? 0) + 1;
    if (next > match.index) break;
  }
  let to = first;
  for (const end = match.index + match[0].length; to < items.length && offset < end; to++) offset += (items[to]?.lower.length ?? 0) + 1;
  return groundAt(rule, items, first, Math.max(to, first + 1));
}

/** No words decided: what holds where nothing else is said. */
export function byDefault(rule: string): Ground {
  return { rule, start: 0, end: 0 };
}
