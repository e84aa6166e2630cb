import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** What a quantity is compared with: `rose to $27bn from $18bn a year ago`. Such a figure is an older one of the same subject and measure. */
export type Comparison = 'year before' | 'earlier' | 'guidance' | 'expectation' | null;

const MOVES =
  /^(?:up|down|rose|rises|risen|fell|fallen|increased?|decreased?|grew|grown|jumped|dropped|climbed|compared|versus|vs|against|raised|lowered|cut|higher|lower|improved|narrowed|widened|reported|rise|raise|surged|increase|swung|slipped|declined)$/;

/** What others had expected, and what the company itself had. */
const EXPECTED = /\b(?:expected|expectations?|estimate[ds]?|consensus|analysts|predicted|anticipated)\b/;
const GUIDANCE = /\b(?:guidance|forecast|outlook|estimate|expected|expectations?|target)\b/;
const OWN = /\b(?:guidance|outlook|prior|previous|earlier|its|their)\b/;

/** Whether item `at` stands behind "from", "compared with" or "versus" of a comparison, and with what. */
export function comparisonAt(items: readonly Item[], at: number): Comparison {
  let i = at - 1;
  while (
    i >= 0 &&
    items[i]?.kind !== 'quantity' &&
    /^(?:about|around|roughly|nearly|almost|some|just|a|an|the|its|their|over|more|than|only|prior|previous|earlier|guidance|forecast|of|estimate|outlook|up|down|growth|profit|loss|revenue|income)$/.test(
      items[i]?.lower ?? '',
    )
  )
    i--;
  const word = items[i]?.lower ?? '';
  const compared =
    /^(?:versus|vs)$/.test(word) ||
    (word === '.' && items[i - 1]?.lower === 'vs') ||
    ((word === 'with' || word === 'to') && /^(?:compared|compares?|comparing)$/.test(items[i - 1]?.lower ?? ''));
  if (!compared && word !== 'from') return null;
  if (!compared) {
    let moved = false;
    for (let j = i - 1; j >= Math.max(0, i - 14); j--) {
      if (MOVES.test(items[j]?.lower ?? '')) moved = true;
      if (items[j]?.kind === 'mark' && !/^[,%]$/.test(items[j]?.text ?? '')) break;
    }
    if (!moved) return null;
  }
  const between = wordsOf(items, i, at + 4);
  if (compared && EXPECTED.test(between) && !OWN.test(between)) return 'expectation';
  if (GUIDANCE.test(between)) return 'guidance';
  const after = items.slice(at + 1, at + 9);
  if (after.some((item) => item.kind === 'period' && /\b(?:year|ago|earlier|before|last|previous|prior|same|year-ago)\b/.test(item.lower)))
    return 'year before';
  return 'earlier';
}
