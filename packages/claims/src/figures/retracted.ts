import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { bitOf } from '../text/wordHints.ts';

/** Words that take an amount back: it is named only to say that it is wrong or was replaced. `before` ends at the amount, `after` begins behind it. */
export const retractions: readonly {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly example: string;
  readonly amount: string;
}[] = [
  {
    before:
      /(?:^|[\s,—–(])(?:not|rather than|instead of|and no longer)(?: (?:the|a|an|its|about|roughly|some|at|for|to|of|by|as|worth)){0,2}$/,
    example: 'Fjord Data will pay Equinix $3 billion, not $8 billion.',
    amount: '$8 billion',
  },
  {
    before:
      /\b(?:incorrectly|wrongly|mistakenly|erroneously|falsely|in error) (?:\w+ ){0,2}?(?:said|says|stated?|reported|put|gave|given|listed|had|written|wrote|described|quoted|named|set)\b[^;.]{0,80}$/,
    example: 'We wrongly gave the price as $8 billion.',
    amount: '$8 billion',
  },
  {
    before:
      /\b(?:earlier|previous|original|first) version of th[ie]s\w*\b[^;.:]{0,90}\b(?:said|stated?|gave|had|put|named|reported|misstated|wrote)\b[^;.]{0,60}$/,
    example: 'An earlier version of this article gave the price as $8 billion.',
    amount: '$8 billion',
  },
  {
    before: /\b(?:misstated|misreported|misprinted)\b[^;.]{0,60}$/,
    example: 'The article misstated the price as $8 billion.',
    amount: '$8 billion',
  },
  {
    after: /^(?:,? ?as|,? ?which)(?: \w+){0,5} (?:earlier|previous|original|first) version\b/,
    example: 'The price is $3 billion and $8 billion as an earlier version of this text had it.',
    amount: '$8 billion',
  },
  {
    after: /^(?:was|is|were) (?:wrong|incorrect|a mistake|an error|a misprint|false|mistaken)\b/,
    example: 'The $8 billion was a mistake.',
    amount: '$8 billion',
  },
];

const RETRACTION = bitOf('retraction');

/** Few sentences have a word that stands in every retraction, and the rows are slow to say no. */
function speaksOfMistake(items: readonly Item[], from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < Math.min(to, items.length); i++) if (((items[i]?.hints ?? 0) & RETRACTION) !== 0) return true;
  return false;
}

/** Whether the words around the quantity at item `at` take it back, so that nobody claims it. */
export function isRetracted(items: readonly Item[], at: number): boolean {
  if (!speaksOfMistake(items, at - 16, at + 10)) return false;
  const before = wordsOf(items, at - 16, at);
  const after = wordsOf(items, at + 1, at + 10);
  return retractions.some((row) => (row.before?.test(before) ?? true) && (row.after?.test(after) ?? true));
}
