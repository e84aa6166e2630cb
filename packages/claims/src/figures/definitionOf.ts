import type { Measure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { growthOf } from './growingThings.ts';
import { findCues, indexCues, nearestCue } from './matchCues.ts';
import { moneyCues } from './moneyCues.ts';

/** Which of several definitions under one measure the words around a quantity mean; figures of different definitions never conflict. */
export function definitionOf(measure: Measure, { items, lower }: ReadSentence, at: number): string | null {
  const quantity = items[at]?.quantity;
  if (quantity == null) return null;
  switch (measure) {
    case 'deal_value':
      return ofDealValue(items, at, lower);
    case 'spending_commitment':
      return isYearly(items, at, quantity) ? 'annual_rate' : IN_ALL.test(lower) ? 'cumulative' : null;
    case 'investment':
      return isFurther(items, at) ? 'additional' : 'cumulative';
    case 'growth':
      return growthOf(items, at);
    case 'users':
      return /\b(weekly|daily|monthly)\b/.exec(near(items, at))?.[1] ?? null;
    case 'revenue':
    case 'profit':
    case 'loss':
    case 'price':
    case 'cost':
      return ofResult(measure, items, at, quantity);
    default:
      return null;
  }
}

function near(items: readonly Item[], at: number): string {
  return ` ${wordsOf(items, at - 8, at + 9)} `;
}

/** `The total of what OpenAI has committed itself to spend`, `if all the agreements are added together`: anywhere in the sentence. */
const IN_ALL =
  /\b(?:total|totals|totall?ing|commitments|altogether|in all|all told|combined|sum|adds? up|added (?:up|to|together)|obligations|are added|taken together)\b/;

function isFurther(items: readonly Item[], at: number): boolean {
  return (
    / (?:another|further|additional|new|more|extra|second) /.test(` ${wordsOf(items, at - 4, at)} `) ||
    / more (?:in|into|to) /.test(` ${wordsOf(items, at + 1, at + 4)} `)
  );
}

const WITH_DEBT =
  / (?:including (?:its |the |assumed |net |all )?debt|enterprise value|with debt|debt included|including the assumption of debt|inclusive of debt|(?:counting|with|plus) (?:the |its |all )?debts?) /;

/** `completes the purchase at $24.6 billion`: the price paid at last. `completed its $5bn purchase` says only which purchase. */
const COMPLETED_AT =
  /\b(?:complet(?:es?|ed|ing)|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|finali[sz](?:es?|ed|ing))\b[^;]* at(?: a (?:final )?price of)?(?: about| roughly| some)?$/;

function ofDealValue(items: readonly Item[], at: number, sentence: string): string | null {
  const close = ` ${wordsOf(items, ...ownWords(items, at))} `;
  if (WITH_DEBT.test(close)) return 'with_debt';
  if (/ (?:equity value|in equity|of equity|excluding debt|equity) /.test(close)) return 'equity';
  if (/\b(?:adjust\p{L}+|final price)/u.test(sentence) && /\b(?:complet|clos|final)/.test(sentence)) return 'final_price';
  return COMPLETED_AT.test(wordsOf(items, at - 14, at)) ? 'final_price' : null;
}

/** From the last "or", "and" or clause end to the next amount: words that qualify this amount and no other. */
function ownWords(items: readonly Item[], at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && at - from < 14 && !/^(?:or|and|;|:)$/.test(items[from - 1]?.lower ?? '')) from--;
  let to = at + 1;
  while (to < items.length && to - at < 7 && items[to]?.kind !== 'quantity' && !/^[;:]$/.test(items[to]?.text ?? '')) to++;
  return [from, to];
}

const cues = indexCues(moneyCues);

/** `operating profit`, `net loss`, `earnings per share`, `sales at a yearly rate`: what the nearest word of the tables says. */
function ofResult(measure: Measure, items: readonly Item[], at: number, quantity: Quantity): string | null {
  if (quantity.per === 'share') return 'per_share';
  const best = nearestCue(
    items,
    at,
    findCues(items, cues).filter(({ cue }) => cue.measure === measure),
  );
  if (best?.cue.definition != null) return best.cue.definition;
  if (measure !== 'revenue') return null;
  return isYearly(items, at, quantity) || / (?:annuali[sz]ed|run rate|run-rate) /.test(near(items, at)) ? 'annual_rate' : null;
}

const YEARLY = /^(?:(?:a|per|each|every) year|per annum|annually|yearly|annuali[sz]ed)\b/;

/** "$13 billion a year", "annualised". */
function isYearly(items: readonly Item[], at: number, { per }: Quantity): boolean {
  return per === 'year' || YEARLY.test(wordsOf(items, at + 1, at + 3)) || / annuali[sz]ed /.test(` ${wordsOf(items, at - 3, at)} `);
}
