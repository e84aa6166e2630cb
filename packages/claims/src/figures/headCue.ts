import type { Measure } from '@newsledger/events';
import { isBoundary, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { CueMatch } from './matchCues.ts';

/** What stands at the head of a clause and reaches an amount. */
const HEADS: ReadonlySet<Measure> = new Set<Measure>([
  'revenue',
  'profit',
  'loss',
  'capital_expenditure',
  'investment',
  'debt',
  'market_cap',
  'valuation',
  'cost',
  'price',
  'other_money',
]);

const REACHES =
  /^(?:reach(?:es|ed)?|exceed(?:s|ed)?|top(?:s|ped)?|hit|hits|total(?:s|led|ed)?|be|is|was|were|came|comes|come|amount(?:s|ed)?|stood|stands|rise|rose|rises|risen|climb(?:s|ed)?|grow|grew|grows|grown|jump(?:s|ed)?|surge(?:s|d)?|soar(?:s|ed)?|fall|fell|falls|fallen|drop(?:s|ped)?|slump(?:s|ed)?|slip(?:s|ped)?|double(?:s|d)?|triple(?:s|d)?|increase(?:s|d)?|decline(?:s|d)?|swell(?:s|ed)?|approach(?:es|ed)?|pass(?:es|ed)?|surpass(?:es|ed)?|average(?:s|d)?)$/;

/**
 * `Spending on AI infrastructure by the four largest cloud companies will exceed $350 billion`: the noun at the head of the clause, however
 * far, where the verb before the amount says what it comes to; null when the clause is built otherwise.
 */
export function headCue(items: readonly Item[], at: number, cues: readonly CueMatch[]): CueMatch | null {
  const head = headOf(items, at);
  if (head === null) return null;
  const cue = cues.find((match) => match.from >= head.from && match.to <= head.to);
  return cue !== undefined && HEADS.has(cue.cue.measure) ? cue : null;
}

/** The items `[from, to)` before the verb that says what they come to: the amount at item `at`. */
export function headOf(items: readonly Item[], at: number): { readonly from: number; readonly to: number } | null {
  let verb = at - 1;
  while (verb > at - 9 && verb >= 0 && !REACHES.test(items[verb]?.lower ?? '')) {
    if (items[verb]?.kind === 'mention' || isBoundary(items, verb)) return null;
    verb--;
  }
  if (verb <= at - 9 || verb < 1) return null;
  let to = verb;
  while (to > 0 && AUXILIARY.test(items[to - 1]?.lower ?? '')) to--;
  let from = to;
  while (from > 0 && !opensClause(items, from - 1)) from--;
  return from < to ? { from, to } : null;
}

const AUXILIARY =
  /^(?:will|would|could|should|may|might|to|have|has|had|been|is|are|was|were|expected|set|likely|forecast|projected|also|again|now)$/;

function opensClause(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return isBoundary(items, index) || isVerbItem(item) || item?.lower === 'that' || item?.kind === 'quantity';
}
