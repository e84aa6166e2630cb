import type { Measure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import { makerOfPlane } from '../deals/planes.ts';
import { groundAt } from '../explain/ground.ts';
import { isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { headCue } from './headCue.ts';
import { type CueMatch, findCues, groundOf, indexCues, nearestCue } from './matchCues.ts';
import { chosen, type MeasureChoice, nounNear, words, wordsAt } from './measureChoice.ts';
import { marketValueMoves, moneyCues } from './moneyCues.ts';
import { thingOfWorth } from './thingOfWorth.ts';

const moneyCueIndex = indexCues(moneyCues);
const signOfMove = new Map(
  marketValueMoves.flatMap(({ sign, words: forms }) => forms.split(' ').map((form): [string, 1 | -1] => [form, sign])),
);

/** What an amount of money measures: by its cue, corrected by unit prices, moves of market value, totals and yearly rates. */
export function money(items: readonly Item[], at: number, quantity: Quantity, find = findCues): MeasureChoice {
  const perShare =
    quantity.per === 'share' ||
    shareOf(items, at) !== null ||
    (/^(?:a|per|each)$/.test(items[at + 1]?.lower ?? '') && /^(?:share|diluted|basic)$/.test(items[at + 2]?.lower ?? ''));
  const unit = perShare ? `${quantity.unit}/share` : quantity.unit;
  const cues = find(items, moneyCueIndex);
  const nearest = nearestCue(items, at, cues);
  const isReached = /^(?:to|of)$/.test(items[at - 1]?.lower ?? '') && nearest !== null && nearest.from > at;
  const risen = nearest === null || !RESULTS.has(nearest.cue.measure) ? resultBehindGrowth(items, at, cues) : null;
  if (risen !== null)
    return chosen(risen.cue.measure, risen.from, {
      unit,
      definition: risen.cue.definition,
      cue: wordsAt(items, risen),
      because: { ...groundOf(items, risen), rule: `${risen.cue.name}, behind its growth` },
    });
  const best = nearest === null || WEAK.has(nearest.cue.measure) || isReached ? (headCue(items, at, cues) ?? nearest) : nearest;
  if (isPerShareResult(items, at, quantity) && (best === null || /^(?:profit|loss|other_money|revenue)$/.test(best.cue.measure)))
    return chosen(best?.cue.measure === 'loss' ? 'loss' : 'profit', best === null || best.from > at ? at : best.from, {
      unit: `${quantity.unit}/share`,
      definition: 'per_share',
      cue: 'per share',
      because: groundAt('earnings per share', items, at),
    });
  const move = best?.cue.measure === 'price' ? moveOfShares(items, at, quantity) : null;
  if (move !== null)
    return chosen('share_price_change', at, {
      unit,
      sign: move,
      cue: 'shares',
      because: groundAt('move of shares in money', items, at - 1, at + 1),
    });
  if (quantity.per !== null && !perShare && isUnitPrice(quantity) && best?.cue.measure !== 'profit' && best?.cue.measure !== 'revenue')
    return chosen('price', at, { unit, cue: quantity.per, because: groundAt('money per unit', items, at, at + 2) });
  if (
    perShare &&
    items.some((item) => /^(?:eps|earned|earnings|profit|per-share|analysts|surveyed|consensus|predicted|expecting)$/.test(item.lower)) &&
    !items.some((item) => /^(?:bid|offer|offered|paid|pay|pays|paying|deal|stake|acquire|takeover)$/.test(item.lower))
  )
    return chosen('profit', best?.cue.measure === 'profit' ? best.from : at, {
      unit,
      definition: 'per_share',
      cue: 'per share',
      because: groundAt('earnings per share', items, at, at + 3),
    });
  if (perShare && best?.cue.measure !== 'profit' && best?.cue.measure !== 'loss')
    return chosen('price', at, { unit, cue: 'share', because: groundAt('money per share', items, at, at + 3) });
  if (best === null && isTotal(items, at) && !yearly(items, at, quantity))
    return chosen('spending_commitment', at, {
      unit,
      definition: 'cumulative',
      cue: 'total',
      because: groundAt('total of commitments', items, at),
    });
  if (best === null && isReachedByMove(items, at, quantity))
    return chosen('price', at, { unit, cue: 'moved to', because: groundAt('where a move ended', items, at - 1, at + 1) });
  if (best === null) return chosen('other_money', at, { unit, noun: nounNear(items, at), because: groundAt('no cue near', items, at) });
  const because = groundOf(items, best);
  const { measure, definition } = best.cue;
  if (
    measure === 'market_cap' ||
    ((measure === 'valuation' || measure === 'other_money') && words(items, at, 4).some((word) => word === 'value')) ||
    (measure === 'valuation' && /^(?:from|off)$/.test(items[at + 1]?.lower ?? ''))
  ) {
    const move = marketMove(items, at, best);
    if (move !== null)
      return chosen('market_cap_change', best.from, {
        unit,
        sign: move,
        cue: wordsAt(items, best),
        because: { ...because, rule: 'move of market value' },
      });
  }
  if (
    measure === 'funding_raised' &&
    /^(?:of|in)$/.test(items[at + 1]?.lower ?? '') &&
    /^(?:debt|bonds?|loans?|notes)$/.test(items[at + 2]?.lower ?? '') &&
    items[at + 3]?.lower !== 'and'
  )
    return chosen('debt', at, { unit, cue: items[at + 2]?.lower ?? '', because: groundAt('raised in debt', items, at, at + 3) });
  if (measure === 'cost' && best.from > at && isSaved(items, at))
    return chosen('other_money', best.from, {
      unit,
      noun: 'savings',
      cue: wordsAt(items, best),
      because: { ...because, rule: 'costs saved' },
    });
  if (measure === 'other_money')
    return chosen(measure, best.from, { unit, noun: wordsAt(items, best), cue: wordsAt(items, best), because });
  const annual = yearly(items, at, quantity);
  const thing = best.cue.words.startsWith('worth') ? thingOfWorth(items, best.from) : null;
  if (thing !== null)
    return chosen(thing.measure, best.from, {
      unit,
      noun: thing.measure === 'other_money' ? thing.noun : null,
      cue: wordsAt(items, best),
      because: { ...because, rule: `${because.rule}, of ${thing.noun}` },
    });
  const next = items[at + 2];
  if (
    measure === 'spending_commitment' &&
    !annual &&
    /^(?:to|for|on|in)$/.test(items[at + 1]?.lower ?? '') &&
    ((next?.kind === 'mention' && next.mention.kind === 'market') ||
      /^(?:build|building|expand|expanding|new|construct|constructing|develop|developing)$/.test(next?.lower ?? '') ||
      items.slice(at + 2, at + 6).some(({ lower }) => BUILT.has(lower)))
  )
    return chosen('investment', best.from, {
      unit,
      cue: wordsAt(items, best),
      because: groundAt('committed to what is built', items, at, at + 3),
    });
  if (
    measure === 'capital_expenditure' &&
    !annual &&
    items[at + 1]?.lower === 'with' &&
    next?.kind === 'mention' &&
    next.mention.kind === 'organisation'
  )
    return chosen('spending_commitment', best.from, {
      unit,
      cue: wordsAt(items, best),
      because: groundAt('spent with a supplier', items, at, at + 3),
    });
  if ((measure === 'valuation' || measure === 'market_cap') && best.from < at && ofDeal(items, best.from))
    return annual
      ? chosen('spending_commitment', best.from, {
          unit,
          definition: 'annual_rate',
          cue: wordsAt(items, best),
          because: { ...because, rule: 'yearly worth of a deal' },
        })
      : chosen('deal_value', best.from, { unit, cue: wordsAt(items, best), because: { ...because, rule: 'worth of a deal' } });
  if (
    items[at + 1]?.lower === 'of' &&
    /^(?:the|that|this|it|which)$/.test(items[at + 2]?.lower ?? '') &&
    /^(?:deal_value|price)$/.test(measure) &&
    /^(?:price|sum|total|amount|money|in|,|\.)?$/.test(items[at + 3]?.lower ?? '')
  )
    return chosen('other_money', at, {
      unit,
      noun: 'part of the price',
      cue: 'of the price',
      because: groundAt('part of the price', items, at, at + 4),
    });
  if (MONEY_PROMISED.has(measure) && !annual && isTotal(items, at))
    return chosen('spending_commitment', best.from, {
      unit,
      definition: 'cumulative',
      cue: wordsAt(items, best),
      because: { ...because, rule: 'total of commitments' },
    });
  if (
    measure === 'capital_expenditure' &&
    items.some(
      (item, index) => index < at && at - index < 9 && /^(?:promised?|promises|committed|commits?|pledged?|pledges)$/.test(item.lower),
    )
  )
    return chosen('spending_commitment', best.from, {
      unit,
      definition: annual ? 'annual_rate' : null,
      cue: 'promised to spend',
      because: { ...because, rule: 'promised to spend' },
    });
  if (measure === 'revenue')
    return chosen(measure, best.from, {
      unit,
      definition: definition ?? (annual ? 'annual_rate' : null),
      cue: wordsAt(items, best),
      because,
    });
  if ((measure === 'deal_value' || measure === 'spending_commitment') && annual)
    return chosen('spending_commitment', best.from, {
      unit,
      definition: 'annual_rate',
      cue: wordsAt(items, best),
      because: { ...because, rule: 'yearly worth of a deal' },
    });
  return chosen(measure, best.from, { unit, definition, cue: wordsAt(items, best), because });
}

/** The item of whose shares each costs so much: `$6.30 for each Achillion share`, `$53 per Versum share`. */
export function shareOf(items: readonly Item[], at: number): number | null {
  const each = items[at + 1]?.lower === 'for' ? at + 2 : at + 1;
  const isShare = /^(?:per|each|every)$/.test(items[each]?.lower ?? '') && /^shares?$/.test(items[each + 2]?.lower ?? '');
  return isShare && items[each + 1]?.kind === 'mention' ? each + 1 : null;
}

/** `EPS of $1.95 versus $1.97`, `$2.34 in adjusted earnings per share`: small sums beside such words are results for each share. */
function isPerShareResult(items: readonly Item[], at: number, { value, high, per }: Quantity): boolean {
  if (per !== null || Number(value ?? high ?? 1000) >= 1000) return false;
  for (let i = Math.max(0, at - 10); i < Math.min(at + 9, items.length); i++) {
    const word = items[i]?.lower;
    if (word === 'eps' || word === 'per-share') return true;
    const isShare = word === 'share' && items[i - 1]?.lower === 'per';
    if (isShare && /^(?:earnings|income|profit|loss|losses)$/.test(items[i - 2]?.lower ?? '')) return true;
  }
  return false;
}

/** What is built with money that is committed to it. */
const BUILT = new Set('infrastructure campus campuses plant plants factory factories center centre centers centres fab fabs'.split(' '));

/** Verbs by which costs become less. */
const SAVING =
  /^(?:sav(?:e|es|ed|ing)|cut|cuts|cutting|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|eliminat(?:e|es|ed|ing))$/;

/** `cut $10 billion in costs`, `saved it $200 million in costs`: what is no longer spent. */
function isSaved(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 4), at).some(({ lower }) => SAVING.test(lower)) && !/^(?:to|by)$/.test(items[at - 1]?.lower ?? '');
}

/** What nearby words say without being what reaches an amount: `revenue of the infrastructure business climbed to …`. */
const WEAK: ReadonlySet<Measure> = new Set<Measure>(['investment', 'deal_value']);

/** "7.1 cents per kilowatt-hour", "$20 a month": what one of something costs; large sums a month are spending. */
function isUnitPrice({ per, value, high }: Quantity): boolean {
  if (per === null || /^(?:year|quarter|week|day|share)$/.test(per)) return false;
  return per !== 'month' || Number(value ?? high ?? 0) < 10_000;
}

const MONEY_PROMISED: ReadonlySet<Measure> = new Set<Measure>([
  'deal_value',
  'spending_commitment',
  'capital_expenditure',
  'other_money',
  'cost',
  'investment',
]);

/** "commitments of about $1.4 trillion", "all the agreements add up to": a sum over several deals. */
function isTotal(items: readonly Item[], at: number): boolean {
  const near = items
    .slice(Math.max(0, at - 22), at + 14)
    .map((item) => item.lower)
    .join(' ');
  const promises = /\b(?:commitments|obligations|promises|pledges|contracts|agreements|deals|(?:committed|promised|signed up|commit) )/;
  return (
    (promises.test(near) &&
      /\b(?:commitments of|obligations of|total\w*|altogether|all together|in all|combined|sum|add(?:s|ed)?(?: \w+){0,3} up|added to|all (?:the |its |of )?(?:\w+ )?(?:agreements|deals|contracts|commitments|promises)|commitments (?:are|come|reach|now|stand|amount|have|worth|at)|everything|overall|put together|brings?|some|somewhere|tally|(?:stands?|comes?|amounts?) (?:at|to))\b/.test(
        near,
      ) &&
      /\b(?:trillion|tn)\b/.test(items[at]?.lower ?? '')) ||
    /\b(?:total (?:commitments|obligations)|(?:commitments|obligations|promises) (?:of|totalling|totaling|worth|come to|add up to|reach))\b/.test(
      near,
    )
  );
}

/** The value is one of a contract, not of a company: the nearest noun before the words is a deal's. */
function ofDeal(items: readonly Item[], anchor: number): boolean {
  for (let i = anchor - 1; i >= Math.max(0, anchor - 10); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) return false;
    if (makerOfPlane(item) !== null) return true;
    if (
      item.kind === 'word' &&
      /^(?:deals?|contracts?|agreements?|pacts?|accords?|transactions?|orders?|freighters?|airliners?|acquisition|takeover|buyout|purchase|tie-up|lease|merger|bid|offer|sale|chips?|gpus?|processors?|servers?|equipment|hardware|power|electricity|turbines|batteries|planes|jets|aircraft)$/.test(
        item.lower,
      )
    )
      return true;
    if (
      item.kind === 'mention' &&
      item.mention.kind !== 'place' &&
      !/^(?:with|between|and|by|from|of)$/.test(items[i - 1]?.lower ?? '') &&
      !isVerbItem(items[i - 1]) &&
      item.mention.form !== 'pronoun'
    )
      return false;
  }
  return false;
}

/** "added nearly $140 billion of market value", "lost $593 billion in value". */
function marketMove(items: readonly Item[], at: number, cue: CueMatch): 1 | -1 | null {
  for (let i = Math.min(at, cue.from) - 1; i >= Math.max(0, at - 8); i--) {
    const move = signOfMove.get(items[i]?.lower ?? '');
    if (move !== undefined) return move;
    if (/^(?:to|at|of|past|above)$/.test(items[i]?.lower ?? '') && i === at - 1) return null;
  }
  // `its market capitalization surged by $63 billion`
  if (items[at - 1]?.lower === 'by' && isVerbItem(items[at - 2]))
    return /^(?:fell|dropped|slid|sank|shrank|plunged|tumbled|declined|slumped|decreased)$/.test(items[at - 2]?.lower ?? '') ? -1 : 1;
  for (let i = at + 1; i < Math.min(at + 3, items.length); i++) if (/^more$/.test(items[i]?.lower ?? '')) return 1;
  return null;
}

const RESULTS: ReadonlySet<Measure> = new Set<Measure>(['revenue', 'profit', 'loss', 'capital_expenditure', 'cost']);

/** `revenue …, increasing 31 percent year-over-year to €1.35 billion`: what grew to the amount, however far before it stands. */
function resultBehindGrowth(items: readonly Item[], at: number, cues: readonly CueMatch[]): CueMatch | null {
  if (items[at - 1]?.lower !== 'to') return null;
  let percent = at - 2;
  while (percent > at - 10 && percent > 0 && items[percent]?.kind !== 'quantity') {
    if (isVerbItem(items[percent]) || /^[,;:]$/.test(items[percent]?.text ?? '')) return null;
    percent--;
  }
  const first = percent > 1 && items[percent]?.kind === 'quantity' ? firstOfBrackets(items, percent) : null;
  if (first === null || items[first]?.quantity?.kind !== 'percent') return null;
  const result = cues.findLast(({ cue, to }) => to <= first && RESULTS.has(cue.measure)) ?? null;
  return result !== null && SHARES.test(wordsOf(items, result.to, first)) ? null : result;
}

const SHARES = /\b(?:shares?|stock)\b/;

/** The `18%` of `18% (+21% lc)`. */
function firstOfBrackets(items: readonly Item[], percent: number): number {
  for (let i = percent - 1; i > percent - 4; i--) if (items[i]?.text === '(' && items[i - 1]?.kind === 'quantity') return i - 1;
  return percent;
}

/** `Shares fell 25 cents`: by how much, right behind the verb. */
function moveOfShares(items: readonly Item[], at: number, { value }: Quantity): 1 | -1 | null {
  if (Number(value ?? HIGHEST_PRICE) >= 1000) return null;
  const verb = items[at - 1]?.lower ?? '';
  const isFall = /^(?:fell|lost|dropped|slid|shed|slipped|sank|tumbled|declined|dipped)$/.test(verb);
  return isFall || /^(?:rose|gained|added|climbed|jumped|surged|advanced)$/.test(verb) ? (isFall ? -1 : 1) : null;
}

/** A price of one share, barrel or ounce is written without a scale. */
const HIGHEST_PRICE = 100_000;

/** `rose 11 per cent to 592p`, `jumping 4.1 per cent, to hit $38.58`: the price that something has behind its move. */
function isReachedByMove(items: readonly Item[], at: number, { value, text }: Quantity): boolean {
  if (Number(value ?? HIGHEST_PRICE) >= HIGHEST_PRICE || /(?:million|billion|trillion|[mb]n?)$/i.test(text)) return false;
  let i = at - 1;
  if (/^(?:hit|reach|trade|close|settle|stand|finish|end)$/.test(items[i]?.lower ?? '')) i--;
  if (items[i]?.lower === 'at') i--;
  if (items[i]?.lower !== 'to') return false;
  const before = items[items[i - 1]?.text === ',' ? i - 2 : i - 1];
  return before?.kind === 'quantity' && before.quantity.kind === 'percent';
}

const YEARLY = new Set(['a year', 'per year', 'per annum', 'each year', 'every year', 'annually', 'yearly', 'annualised', 'annualized']);

/** "$13 billion a year", "annualised". */
export function yearly(items: readonly Item[], at: number, quantity: Quantity): boolean {
  if (quantity.per === 'year') return true;
  const [next = '', second = ''] = [items[at + 1]?.lower, items[at + 2]?.lower];
  if (YEARLY.has(next) || YEARLY.has(`${next} ${second}`)) return true;
  return words(items, at, 3).some((word) => word === 'annualised' || word === 'annualized');
}
