import type { Quantity } from '@newsledger/quantities';
import { groundAt } from '../explain/ground.ts';
import { type LeftOut, nothingLeftOut } from '../ruleFamilies.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { count } from './chooseCountMeasure.ts';
import { money } from './chooseMoneyMeasure.ts';
import { multiple, percent } from './choosePercentMeasure.ts';
import { findCues, groundOf, indexCues, nearestCue } from './matchCues.ts';
import { chosen, type MeasureChoice, nounNear, words, wordsAt } from './measureChoice.ts';
import { durationCues } from './otherCues.ts';

const durationCueIndex = indexCues(durationCues);

/** Measure, unit and sign of the quantity at item `at`; null when it is not worth a figure. */
export function chooseMeasure(items: readonly Item[], at: number, leftOut: LeftOut = nothingLeftOut): MeasureChoice | null {
  const find = leftOut.has('measure cues') ? () => [] : findCues;
  const item = items[at];
  if (item?.kind !== 'quantity') return null;
  const { quantity } = item;
  switch (quantity.kind) {
    case 'money':
      return money(items, at, quantity, find);
    case 'percent':
      return percent(items, at, quantity, find);
    case 'physical':
      return physical(items, at, quantity);
    case 'duration':
      return duration(items, at, find);
    case 'count':
      return leftOut.has('counted nouns') ? null : count(items, at, quantity);
    case 'number':
      return quantity.unit === 'x' ? multiple(items, at, quantity) : leftOut.has('counted nouns') ? null : count(items, at, quantity);
  }
}

function physical(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  if (quantity.unit === 'W') return chosen('power_capacity', at, { unit: 'W', because: groundAt('unit of power', items, at) });
  if (quantity.unit === 'Wh') return chosen('energy', at, { unit: 'Wh', because: groundAt('unit of energy', items, at) });
  return chosen('other_physical', at, {
    unit: quantity.unit,
    noun: nounNear(items, at),
    because: groundAt('no rule for this unit', items, at),
  });
}

const SPELL = /^(?:\S+ ){0,2}?(?:run|rally|frenzy|streak|high|low|slump|boom|slide|history)\b/;

function duration(items: readonly Item[], at: number, find: typeof findCues): MeasureChoice | null {
  if (
    /-old$/.test(items[at]?.lower ?? '') ||
    /^(?:old|-old)$/.test(items[at + 1]?.lower ?? '') ||
    /^a[- ](?:year|month)$/.test(items[at]?.lower ?? '')
  )
    return null;
  // `three months after it passed …`, `a five-year run`: how long ago, or how long something went on, is no figure of anybody.
  if (/^(?:after|before|since|ago|earlier|later)$/.test(items[at + 1]?.lower ?? '') || SPELL.test(wordsOf(items, at + 1, at + 4)))
    return null;
  const best = nearestCue(items, at, find(items, durationCueIndex));
  const near = words(items, at, 7);
  const deal = near.some((word) =>
    /^(?:deals?|contracts?|agreements?|pact|leases?|partnership|commitment|accord|alliance|order)$/.test(word),
  );
  if (
    best !== null &&
    deal &&
    /year|month/.test(items[at]?.lower ?? '') &&
    !/^(?:past|last|ago|previous|first|within)$/.test(items[at - 1]?.lower ?? '') &&
    items[at + 1]?.lower !== 'ago'
  )
    return chosen('deal_term', best.from, { unit: 'year', cue: wordsAt(items, best), because: groundOf(items, best) });
  if (/^(?:in|within|than|past|last|previous|first|next|coming|every|after|of|from)$/.test(items[at - 1]?.lower ?? '')) return null;
  const item = items[at];
  if (item !== undefined && /^(?:one|a|an|1)[- ](?:day|week|month|year|hour|minute|quarter|session)/i.test(item.text)) return null;
  return chosen('other_duration', at, { unit: 'year', noun: nounNear(items, at), because: groundAt('no cue near', items, at) });
}
