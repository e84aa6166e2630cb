import type { Quantity } from '@newsledger/quantities';
import { hasTrait } from '../entities/organisations.ts';
import { groundAt } from '../explain/ground.ts';
import { isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { type CueMatch, findCues, groundOf, indexCues, nearestCue } from './matchCues.ts';
import { chosen, type MeasureChoice, nounNear, words, wordsAt } from './measureChoice.ts';
import { downWords, percentCues, upWords } from './otherCues.ts';

const percentCueIndex = indexCues(percentCues);

/** What a percentage measures, with the sign of its move. */
export function percent(items: readonly Item[], at: number, quantity: Quantity, find = findCues): MeasureChoice {
  const unit = quantity.unit;
  // `Meta Platforms (META 10.05%)`
  if (items[at - 2]?.text === '(' && items[at + 1]?.text === ')' && /^[A-Z]{1,5}$/.test(items[at - 1]?.text ?? ''))
    return chosen('share_price_change', at, { unit, because: groundAt('move behind a ticker', items, at - 1, at + 1) });
  const cues = find(items, percentCueIndex);
  const moves = cues.filter((match) => !isIdle(items, match, at));
  const best = adjacentMove(items, at, moves) ?? nearestCue(items, at, moves);
  const direction = signOf(items, at, quantity, best);
  if ((best === null && quantity.change === null) || best?.cue.measure === 'other_percent') {
    if (isPartOfCompany(items, at)) return chosen('stake', at, { unit, because: groundAt('percent of a company', items, at + 1, at + 3) });
    if (isQuoteLine(items, at))
      return chosen('share_price_change', at, { unit, sign: direction, because: groundAt('last number of a line of prices', items, at) });
  }
  if (best === null || best.cue.measure === 'growth') {
    if (best === null && quantity.change === null)
      return chosen('other_percent', at, { unit, noun: nounNear(items, at), because: groundAt('no cue near', items, at) });
    const anchor = best?.from ?? at;
    const because = best === null ? groundAt('words of change', items, at) : groundOf(items, best);
    if (aboutShares(items, anchor, at))
      return chosen('share_price_change', anchor, {
        unit,
        sign: direction,
        cue: 'shares',
        because: { ...because, rule: `${because.rule}, of shares` },
      });
    return chosen('growth', anchor, {
      unit,
      sign: direction,
      definition: growthOf(items, anchor),
      cue: best === null ? 'change' : wordsAt(items, best),
      because,
    });
  }
  const measure = best.cue.measure === 'stake' && isOfMarket(items, at) ? 'market_share' : best.cue.measure;
  if (measure === 'other_percent')
    return chosen(measure, best.from, { unit, noun: wordsAt(items, best), cue: wordsAt(items, best), because: groundOf(items, best) });
  return chosen(measure, best.from, { unit, cue: wordsAt(items, best), because: groundOf(items, best) });
}

/** `14 percent of the cloud computing market`. */
function isOfMarket(items: readonly Item[], at: number): boolean {
  const of = items.findIndex(({ lower }, index) => lower === 'of' && index > at && index < at + 3);
  return of > 0 && items.slice(of + 1, of + 6).some(({ lower }) => /\bmarket$/.test(lower));
}

/** `HP, with a 17 % market share, fell 9.5 %`: a verb of change right in front says that it is a change. */
function adjacentMove(items: readonly Item[], at: number, cues: readonly CueMatch[]): CueMatch | null {
  let i = at - 1;
  while (i > at - 4 && /^(?:by|nearly|almost|about|around|roughly|some|just|over|more|than|a|further|another)$/.test(items[i]?.lower ?? ''))
    i--;
  if (!isVerbItem(items[i])) return null;
  return cues.find(({ cue, from, to }) => cue.measure === 'growth' && from <= i && to > i) ?? null;
}

/** What companies have: `62 % of CoreWeave revenue` is no part of the company itself. */
const OF_COMPANIES =
  /^(?:revenues?|sales|profits?|income|employees|staff|workers|workforce|users|customers|spending|costs?|capacity|shipments|orders|output|production|power|traffic)$/;

/** `24.4 % of the company`, `a quarter of Tribune`, and not `of the company's sales`. */
function isPartOfCompany(items: readonly Item[], at: number): boolean {
  const owned = items[at + 2];
  return (
    items[at + 1]?.lower === 'of' &&
    owned?.kind === 'mention' &&
    owned.mention.kind === 'organisation' &&
    owned.mention.form !== 'pronoun' &&
    !isPossessive(items, at + 2) &&
    !OF_COMPANIES.test(items[at + 3]?.lower ?? '')
  );
}

/** `HD THE HOME DEPOT INC. 225.86 -12.99 -5.44%`: name, price, change, and the change in per cent, without a verb. */
function isQuoteLine(items: readonly Item[], at: number): boolean {
  if (items[0]?.kind !== 'mention' || items.length > 14 || items.some((item) => isVerbItem(item))) return false;
  const decimals = items.slice(1, at).filter((item) => /^[+-]?\d[\d,]*\.\d\d?$/.test(item.text));
  return decimals.length >= 2;
}

/** `lay off`, `up to 15 %`, and `cut 14 % of its staff`, which is a part and no change of anything. */
function isIdle(items: readonly Item[], { cue, from }: CueMatch, at: number): boolean {
  if (cue.measure !== 'growth') return false;
  const word = items[from]?.lower;
  if (word === 'off' && /^(?:la(?:y|ys|id|ying)|s(?:ell|old)|sp(?:in|un)|kick(?:s|ed)|pa(?:y|id)|cut)$/.test(items[from - 1]?.lower ?? ''))
    return true;
  if (word === 'up' && items[from + 1]?.lower === 'to' && from < at) return items[from - 1]?.kind !== 'mention';
  return (
    items[at + 1]?.lower === 'of' &&
    /^(?:its|their|the|his|her|all|global|total|staff|employees|workers|jobs)$/.test(items[at + 2]?.lower ?? '')
  );
}

function signOf(items: readonly Item[], at: number, quantity: Quantity, best: CueMatch | null): 1 | -1 {
  if (best !== null && best.cue.measure === 'growth') {
    const word = items[best.from]?.lower ?? '';
    if (isLevelOfGrowth(items, best.from, at)) return 1;
    if (downWords.has(word)) return -1;
    if (upWords.has(word)) return 1;
  }
  if (quantity.change === 'down') return -1;
  return words(items, at, 1).some((word) => downWords.has(word)) ? -1 : 1;
}

/** `growth is expected to slump below 6%`: what falls is the growth, and it falls to a level. */
function isLevelOfGrowth(items: readonly Item[], anchor: number, at: number): boolean {
  return (
    anchor < at &&
    /^(?:to|below|under|above|past)$/.test(items[at - 1]?.lower ?? '') &&
    items.slice(Math.max(0, anchor - 8), anchor).some((item) => item.lower === 'growth')
  );
}

const SHARES = /^(?:shares?|stock|stocks|index)$/;

/** The move is one of shares when the clause speaks of them, or of an index. */
function aboutShares(items: readonly Item[], anchor: number, at: number): boolean {
  let limit = 16;
  for (let i = Math.min(anchor, at) - 1; i >= 0 && limit > 0; i--, limit--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) break;
    // `its stock price fell`
    if (/^prices?$/.test(item.lower) && /^(?:shares?|stock)$/.test(items[i - 1]?.lower ?? '')) return true;
    if (
      item.kind === 'word' &&
      /^(?:revenues?|sales|profits?|demand|capacity|spending|income|orders|users|prices?|output|earnings|expenditure|capex)$/.test(
        item.lower,
      )
    )
      return false;
    if (item.kind === 'word' && item.lower === 'share' && items[i - 1]?.lower === 'market') return false;
    if (item.kind === 'word' && SHARES.test(item.lower) && items[i + 1]?.lower !== 'of') return true;
    if (item.kind === 'word' && SHARES.test(item.lower)) return items[i + 2]?.kind === 'mention' || items[i + 2]?.lower === 'the';
    if (item.kind === 'mention' && (item.mention.kind === 'index' || hasTrait(item.mention.entity, 'index'))) return true;
  }
  const after = words(items, at, 6, true);
  return (
    (after.some((word) => /^(?:trading|premarket|debut|shares|session)$/.test(word)) && !after.some((word) => RESULT.test(word))) ||
    movesToPrice(items, at)
  );
}

const RESULT = /^(?:revenues?|sales|profits?|income|earnings|statement|update)$/;

/** `Antofagasta rose 7.7 per cent, to 550.5p`: a small sum without a scale is the price behind the move. */
function movesToPrice(items: readonly Item[], at: number): boolean {
  const to = items[at + 1]?.text === ',' ? at + 2 : at + 1;
  const price = items[to]?.lower === 'to' ? items.slice(to + 1, to + 3).find(({ kind }) => kind === 'quantity') : undefined;
  if (price?.kind !== 'quantity' || price.quantity.kind !== 'money' || price.quantity.per !== null) return false;
  return Number(price.quantity.value ?? 10_000) < 10_000;
}

/** What can grow, by its noun; the first row that matches a word names the definition. */
export const growingThings: readonly { readonly definition: string; readonly words: RegExp; readonly example: string }[] = [
  { definition: 'revenue', words: /^(?:revenues?|sales|turnover)$/, example: 'Its revenue rose 12 percent.' },
  { definition: 'profit', words: /^(?:profits?|income|earnings|ebitda)$/, example: 'Its profit fell 4 percent.' },
  { definition: 'power_demand', words: /^(?:power|electricity|energy)$/, example: 'Electricity use will rise 165 percent.' },
  { definition: 'capacity', words: /^capacity$/, example: 'Its capacity grew 33 percent.' },
  { definition: 'spending', words: /^(?:spending|expenditure|capex|investment|outlays)$/, example: 'Its capex rose 40 percent.' },
  { definition: 'demand', words: /^demand$/, example: 'Demand for chips rose 20 percent.' },
  { definition: 'users', words: /^(?:users|subscribers|customers)$/, example: 'The number of subscribers rose 8 percent.' },
  { definition: 'employees', words: /^(?:headcount|workforce|staff|employees|jobs)$/, example: 'Its headcount fell 6 percent.' },
  { definition: 'orders', words: /^(?:orders|bookings|backlog)$/, example: 'Its orders jumped 30 percent.' },
  { definition: 'price', words: /^(?:prices?|rents?|costs?)$/, example: 'Rents climbed 5 percent.' },
];

/** What grows, by the nearest noun before the verb, else behind it: `revenue rose`, `a 40 % surge in revenue`. */
function growthOf(items: readonly Item[], anchor: number): string | null {
  for (let i = anchor - 1; i >= Math.max(0, anchor - 12); i--) {
    const lower = items[i]?.lower ?? '';
    const found = growingThings.find((thing) => thing.words.test(lower));
    if (found !== undefined) return demandOf(found.definition, items, i);
    if (/^[;:]$/.test(items[i]?.text ?? '')) break;
  }
  for (let i = anchor; i < Math.min(anchor + 6, items.length); i++) {
    const found = growingThings.find((thing) => thing.words.test(items[i]?.lower ?? ''));
    if (found !== undefined) return found.definition;
  }
  return null;
}

/** "power demand" and "demand for power" grow alike; "AI-ready capacity" is not "power capacity". */
function demandOf(definition: string, items: readonly Item[], at: number): string {
  if (definition !== 'demand' && definition !== 'capacity') return definition;
  const near = [items[at - 1]?.lower, items[at + 1]?.lower, items[at + 2]?.lower];
  return near.some((word) => word === 'power' || word === 'electricity' || word === 'energy') && definition === 'demand'
    ? 'power_demand'
    : definition;
}

/** "tripled" is growth of 200 %; "four times the size" and "double the price" are counts of times. */
export function multiple(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  const isVerb = quantity.change !== null || /(?:ed|ing)$/i.test(quantity.text);
  if (isVerb && /^(?:more than )?(?:doubl|tripl|trebl|quadrupl)/i.test(quantity.text))
    return chosen('growth', at, {
      unit: '%',
      definition: growthOf(items, at),
      cue: quantity.text.toLowerCase(),
      because: groundAt('multiple in one word', items, at),
    });
  return chosen('other_count', at, { unit: 'x', noun: nounNear(items, at), because: groundAt('number of times', items, at) });
}
