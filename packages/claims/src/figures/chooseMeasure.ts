import type { Measure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import { hasTrait } from '../entities/organisations.ts';
import { makerOf } from '../entities/names.ts';
import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { type CueMatch, findCues, nearestCue } from './matchCues.ts';
import { marketValueMoves, moneyCues } from './moneyCues.ts';
import { countNouns, downWords, durationCues, percentCues, upWords } from './otherCues.ts';

/** What a quantity measures. */
export interface MeasureChoice {
  readonly measure: Measure;
  readonly definition: string | null;
  /** The noun phrase of an `other_*` measure. */
  readonly noun: string | null;
  readonly unit: string;
  /** The item whose words decided; the quantity itself when none did. */
  readonly anchor: number;
  /** −1 for falls. */
  readonly sign: 1 | -1;
  readonly cue: string | null;
}

/** Measure, unit and sign of the quantity at item `at`; null when it is not worth a figure. */
export function chooseMeasure(items: readonly Item[], at: number): MeasureChoice | null {
  const item = items[at];
  if (item?.kind !== 'quantity') return null;
  const { quantity } = item;
  switch (quantity.kind) {
    case 'money':
      return money(items, at, quantity);
    case 'percent':
      return percent(items, at, quantity);
    case 'physical':
      return physical(items, at, quantity);
    case 'duration':
      return duration(items, at);
    case 'count':
      return count(items, at, quantity);
    case 'number':
      return quantity.unit === 'x' ? multiple(items, at, quantity) : count(items, at, quantity);
  }
}

function money(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  const perShare = quantity.per === 'share' || (/^(?:a|per|each)$/.test(items[at + 1]?.lower ?? '') && /^(?:share|diluted|basic)$/.test(items[at + 2]?.lower ?? ''));
  const unit = perShare ? `${quantity.unit}/share` : quantity.unit;
  const best = nearestCue(items, at, findCues(items, moneyCues));
  if (quantity.per !== null && !perShare && isUnitPrice(quantity) && best?.cue.measure !== 'profit' && best?.cue.measure !== 'revenue')
    return chosen('price', at, { unit, cue: quantity.per });
  if (perShare && items.some((item) => /^(?:eps|earned|earnings|profit|per-share|analysts|surveyed|consensus|predicted|expecting)$/.test(item.lower)) && !items.some((item) => /^(?:bid|offer|offered|paid|pay|pays|paying|deal|stake|acquire|takeover)$/.test(item.lower))) return chosen('profit', best?.cue.measure === 'profit' ? best.from : at, { unit, definition: 'per_share', cue: 'per share' });
  if (perShare && best?.cue.measure !== 'profit' && best?.cue.measure !== 'loss') return chosen('price', at, { unit, cue: 'share' });
  if (best === null && isTotal(items, at) && !yearly(items, at, quantity)) return chosen('spending_commitment', at, { unit, definition: 'cumulative', cue: 'total' });
  if (best === null) return chosen('other_money', at, { unit, noun: nounNear(items, at) });
  const { measure, definition } = best.cue;
  if (measure === 'market_cap' || ((measure === 'valuation' || measure === 'other_money') && words(items, at, 4).some((word) => word === 'value'))) {
    const move = marketMove(items, at, best);
    if (move !== null) return chosen('market_cap_change', best.from, { unit, sign: move, cue: wordsAt(items, best) });
  }
  if (measure === 'funding_raised' && /^(?:of|in)$/.test(items[at + 1]?.lower ?? '') && /^(?:debt|bonds?|loans?|notes)$/.test(items[at + 2]?.lower ?? '') && items[at + 3]?.lower !== 'and') return chosen('debt', at, { unit, cue: items[at + 2]?.lower ?? '' });
  if (measure === 'other_money') return chosen(measure, best.from, { unit, noun: wordsAt(items, best), cue: wordsAt(items, best) });
  if ((measure === 'valuation' || measure === 'market_cap') && ofDeal(items, best.from)) return chosen('deal_value', best.from, { unit, cue: wordsAt(items, best) });
  if (items[at + 1]?.lower === 'of' && /^(?:the|that|this|it|which)$/.test(items[at + 2]?.lower ?? '') && /^(?:deal_value|price)$/.test(measure) && /^(?:price|sum|total|amount|money|in|,|\.)?$/.test(items[at + 3]?.lower ?? '')) return chosen('other_money', at, { unit, noun: 'part of the price', cue: 'of the price' });
  const annual = yearly(items, at, quantity);
  if (MONEY_PROMISED.has(measure) && !annual && isTotal(items, at)) return chosen('spending_commitment', best.from, { unit, definition: 'cumulative', cue: wordsAt(items, best) });
  if (measure === 'capital_expenditure' && items.some((item, index) => index < at && at - index < 9 && /^(?:promised?|promises|committed|commits?|pledged?|pledges)$/.test(item.lower))) return chosen('spending_commitment', best.from, { unit, definition: annual ? 'annual_rate' : null, cue: 'promised to spend' });
  if (measure === 'revenue') return chosen(measure, best.from, { unit, definition: definition ?? (annual ? 'annual_rate' : null), cue: wordsAt(items, best) });
  if ((measure === 'deal_value' || measure === 'spending_commitment') && annual) return chosen('spending_commitment', best.from, { unit, definition: 'annual_rate', cue: wordsAt(items, best) });
  return chosen(measure, best.from, { unit, definition, cue: wordsAt(items, best) });
}

/** "7.1 cents per kilowatt-hour", "$20 a month": what one of something costs; large sums a month are spending. */
function isUnitPrice({ per, value, high }: Quantity): boolean {
  if (per === null || /^(?:year|quarter|week|day|share)$/.test(per)) return false;
  return per !== 'month' || Number(value ?? high ?? 0) < 10_000;
}

const MONEY_PROMISED: ReadonlySet<Measure> = new Set<Measure>(['deal_value', 'spending_commitment', 'capital_expenditure', 'other_money', 'cost', 'investment']);

/** "commitments of about $1.4 trillion", "all the agreements add up to": a sum over several deals. */
function isTotal(items: readonly Item[], at: number): boolean {
  const near = items.slice(Math.max(0, at - 14), at + 14).map((item) => item.lower).join(' ');
  const promises = /\b(?:commitments|obligations|promises|pledges|contracts|agreements|deals|(?:committed|promised|signed up|commit) )/;
  return promises.test(near) && /\b(?:commitments of|obligations of|total\w*|altogether|all together|in all|combined|sum|add(?:s|ed)?(?: \w+){0,3} up|added to|all (?:the |its |of )?(?:\w+ )?(?:agreements|deals|contracts|commitments|promises)|commitments (?:are|come|reach|now|stand|amount|have|worth|at)|everything|overall|put together|brings?|some|somewhere|tally|(?:stands?|comes?|amounts?) (?:at|to))\b/.test(near) && /\b(?:trillion|tn)\b/.test(items[at]?.lower ?? '') || /\b(?:total (?:commitments|obligations)|(?:commitments|obligations|promises) (?:of|totalling|totaling|worth|come to|add up to|reach))\b/.test(near);
}

/** The value is one of a contract, not of a company: the nearest noun before the words is a deal's. */
function ofDeal(items: readonly Item[], anchor: number): boolean {
  for (let i = anchor - 1; i >= Math.max(0, anchor - 10); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) return false;
    if (item.kind === 'word' && /^(?:deals?|contracts?|agreements?|pacts?|accords?|transactions?|orders?|acquisition|takeover|purchase|tie-up|lease|merger|bid|offer|sale)$/.test(item.lower)) return true;
    if (item.kind === 'mention' && item.mention.kind !== 'place' && !/^(?:with|between|and|by|from|of)$/.test(items[i - 1]?.lower ?? '') && !isVerbItem(items[i - 1]) && item.mention.form !== 'pronoun') return false;
  }
  return false;
}

/** "added nearly $140 billion of market value", "lost $593 billion in value". */
function marketMove(items: readonly Item[], at: number, cue: CueMatch): 1 | -1 | null {
  for (let i = Math.min(at, cue.from) - 1; i >= Math.max(0, at - 8); i--) {
    const move = marketValueMoves[items[i]?.lower ?? ''];
    if (move !== undefined) return move;
    if (/^(?:to|at|of|past|above)$/.test(items[i]?.lower ?? '') && i === at - 1) return null;
  }
  for (let i = at + 1; i < Math.min(at + 3, items.length); i++) if (/^more$/.test(items[i]?.lower ?? '')) return 1;
  return null;
}

/** "$13 billion a year", "annualised". */
export function yearly(items: readonly Item[], at: number, quantity: Quantity): boolean {
  if (quantity.per === 'year') return true;
  const near = words(items, at, 3);
  const next = `${items[at + 1]?.lower ?? ''} ${items[at + 2]?.lower ?? ''}`;
  return /^(?:a year|per year|per annum|each year|every year|annually|yearly|annualised|annualized)/.test(next) || near.some((word) => /^annuali[sz]ed$/.test(word));
}

function percent(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  const unit = quantity.unit;
  const cues = findCues(items, percentCues);
  const best = nearestCue(items, at, cues);
  const direction = signOf(items, at, quantity, best);
  if (best === null || best.cue.measure === 'growth') {
    if (best === null && quantity.change === null) return chosen('other_percent', at, { unit, noun: nounNear(items, at) });
    const anchor = best?.from ?? at;
    if (aboutShares(items, anchor, at)) return chosen('share_price_change', anchor, { unit, sign: direction, cue: 'shares' });
    return chosen('growth', anchor, { unit, sign: direction, definition: growthOf(items, anchor), cue: best === null ? 'change' : wordsAt(items, best) });
  }
  const { measure } = best.cue;
  if (measure === 'other_percent') return chosen(measure, best.from, { unit, noun: wordsAt(items, best), cue: wordsAt(items, best) });
  return chosen(measure, best.from, { unit, cue: wordsAt(items, best) });
}

function signOf(items: readonly Item[], at: number, quantity: Quantity, best: CueMatch | null): 1 | -1 {
  if (best !== null && best.cue.measure === 'growth') {
    const word = items[best.from]?.lower ?? '';
    if (downWords.has(word)) return -1;
    if (upWords.has(word)) return 1;
  }
  if (quantity.change === 'down') return -1;
  return words(items, at, 1).some((word) => downWords.has(word)) ? -1 : 1;
}

const SHARES = /^(?:shares?|stock|stocks|index)$/;

/** The move is one of shares when the clause speaks of them, or of an index. */
function aboutShares(items: readonly Item[], anchor: number, at: number): boolean {
  let limit = 10;
  for (let i = Math.min(anchor, at) - 1; i >= 0 && limit > 0; i--, limit--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) break;
    if (item.kind === 'word' && /^(?:revenues?|sales|profits?|demand|capacity|spending|income|orders|users|prices?|output|earnings|expenditure|capex)$/.test(item.lower)) return false;
    if (item.kind === 'word' && item.lower === 'share' && items[i - 1]?.lower === 'market') return false;
    if (item.kind === 'word' && SHARES.test(item.lower) && items[i + 1]?.lower !== 'of') return true;
    if (item.kind === 'word' && SHARES.test(item.lower)) return items[i + 2]?.kind === 'mention' || items[i + 2]?.lower === 'the';
    if (item.kind === 'mention' && (item.mention.kind === 'index' || hasTrait(item.mention.entity, 'index'))) return true;
  }
  const after = words(items, at, 6, true);
  return after.some((word) => /^(?:trading|premarket|debut|shares|session)$/.test(word)) && !after.some((word) => /^(?:revenue|sales)$/.test(word));
}

const GROWING: readonly (readonly [definition: string, words: RegExp])[] = [
  ['revenue', /^(?:revenues?|sales|turnover)$/],
  ['profit', /^(?:profits?|income|earnings|ebitda)$/],
  ['power_demand', /^(?:power|electricity|energy)$/],
  ['capacity', /^capacity$/],
  ['spending', /^(?:spending|expenditure|capex|investment|outlays)$/],
  ['demand', /^demand$/],
  ['users', /^(?:users|subscribers|customers)$/],
  ['employees', /^(?:headcount|workforce|staff|employees|jobs)$/],
  ['orders', /^(?:orders|bookings|backlog)$/],
  ['price', /^(?:prices?|rents?|costs?)$/],
];

/** What grows, by the nearest noun before the verb, else behind it: `revenue rose`, `a 40 % surge in revenue`. */
function growthOf(items: readonly Item[], anchor: number): string | null {
  for (let i = anchor - 1; i >= Math.max(0, anchor - 12); i--) {
    const lower = items[i]?.lower ?? '';
    const found = GROWING.find(([, pattern]) => pattern.test(lower));
    if (found !== undefined) return demandOf(found[0], items, i);
    if (/^[;:]$/.test(items[i]?.text ?? '')) break;
  }
  for (let i = anchor; i < Math.min(anchor + 6, items.length); i++) {
    const found = GROWING.find(([, pattern]) => pattern.test(items[i]?.lower ?? ''));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** "power demand" and "demand for power" grow alike; "AI-ready capacity" is not "power capacity". */
function demandOf(definition: string, items: readonly Item[], at: number): string {
  if (definition !== 'demand' && definition !== 'capacity') return definition;
  const near = [items[at - 1]?.lower, items[at + 1]?.lower, items[at + 2]?.lower];
  return near.some((word) => word === 'power' || word === 'electricity' || word === 'energy') && definition === 'demand' ? 'power_demand' : definition;
}

function physical(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  if (quantity.unit === 'W') return chosen('power_capacity', at, { unit: 'W' });
  if (quantity.unit === 'Wh') return chosen('energy', at, { unit: 'Wh' });
  return chosen('other_physical', at, { unit: quantity.unit, noun: nounNear(items, at) });
}

function duration(items: readonly Item[], at: number): MeasureChoice | null {
  const best = nearestCue(items, at, findCues(items, durationCues));
  const near = words(items, at, 7);
  const deal = near.some((word) => /^(?:deal|contract|agreement|pact|lease|partnership|commitment|accord|alliance|order)$/.test(word));
  if (best !== null && deal && /year|month/.test(items[at]?.lower ?? '') && !/^(?:past|last|ago|previous|first|within)$/.test(items[at - 1]?.lower ?? '') && items[at + 1]?.lower !== 'ago') return chosen('deal_term', best.from, { unit: 'year', cue: wordsAt(items, best) });
  if (/^(?:in|within|than|past|last|previous|first|next|coming|every|after|of|from)$/.test(items[at - 1]?.lower ?? '')) return null;
  const item = items[at];
  if (item !== undefined && /^(?:one|a|an|1)[- ](?:day|week|month|year|hour|minute|quarter|session)/i.test(item.text)) return null;
  return chosen('other_duration', at, { unit: 'year', noun: nounNear(items, at) });
}

function count(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice | null {
  const noun = countedNoun(items, at, quantity);
  if (noun === null) return null;
  const near = words(items, at, 8);
  if (/^(?:people|person)$/.test(noun)) {
    if (near.some((word) => /^(?:employ\w*|laid|lay|hire\w*|jobs?|staff|workforce|layoffs|dismiss\w*)$/.test(word))) return chosen('employees', at, { unit: 'employee' });
    if (near.some((word) => /^(?:use|uses|used|using|weekly|daily|monthly|users)$/.test(word))) return chosen('users', at, { unit: 'user' });
    return isSmallWord(quantity) ? null : chosen('other_count', at, { unit: 'person', noun: 'people' });
  }
  const row = countRow(noun);
  if (noun === 'cpu') return chosen('other_count', at, { unit: 'CPU', noun: 'CPUs' });
  const counted = noun.replace(/-/g, ' ');
  if (row === undefined) return isSmallWord(quantity) ? null : chosen('other_count', at, { unit: counted, noun: plural(counted) });
  if (row.measure === 'units_sold' && !near.some((word) => /^(?:sold|sell|sells|sales|deliver\w*|order\w*|ship\w*|produc\w*|purchase\w*|bought|buy|built|backlog)$/.test(word))) return isSmallWord(quantity) ? null : chosen('other_count', at, { unit: counted, noun: plural(counted) });
  return chosen(row.measure, at, { unit: row.unit ?? counted, definition: row.measure === 'users' ? (near.find((word) => /^(?:weekly|daily|monthly)$/.test(word)) ?? null) : null });
}

/** The counted noun in the singular: the scanner's, else the first known one behind names and adjectives: `of Nvidia's GB200 chips`. */
function countedNoun(items: readonly Item[], at: number, quantity: Quantity): string | null {
  const own = singular((quantity.noun?.phrase ?? quantity.unit).toLowerCase()).replace(/ /g, '-');
  if (/(?:^|-)(?:cpu|central-processing-unit|central-processor)$/.test(own)) return 'cpu';
  if (/graphics-processing-unit$/.test(own)) return 'gpu';
  if (own !== '' && countRow(own) !== undefined) return own;
  for (let i = at + 1; i < Math.min(at + 7, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && !/^['’/-]$/.test(item.text)) || isVerbItem(item)) break;
    if (item.kind === 'mention') {
      if (item.mention.kind === 'market' && /data centres$/i.test(item.mention.entity)) return 'data-centre';
      if (item.mention.kind === 'product' && hasTrait(makerOf.get(item.mention.entity.toLowerCase()) ?? null, 'chip') && !/^(?:chips?|gpus?)$/.test(items[i + 1]?.lower ?? '')) return 'chip';
      continue;
    }
    if (item.kind !== 'word' || /^(?:in|for|at|to|from|by|with|on|as)$/.test(item.lower)) {
      if (item.kind !== 'mark') break;
      continue;
    }
    const noun = singular(item.lower);
    if (countRow(noun) !== undefined || noun === 'cpu') return noun;
    if (noun === 'unit' && items[i - 1]?.lower === 'processing') return items[i - 2]?.lower === 'central' ? 'cpu' : 'gpu';
  }
  return own === '' ? null : own;
}

function countRow(noun: string): (typeof countNouns)[number] | undefined {
  const last = noun.split('-').at(-1) ?? noun;
  return rowOf.get(noun) ?? rowOf.get(noun.split('-').slice(-2).join('-')) ?? rowOf.get(last);
}

const rowOf = new Map(countNouns.flatMap((row) => row.nouns.split(' ').map((noun): [string, (typeof countNouns)[number]] => [noun, row])));

/** "one person", "two of them": small numbers in words count nothing that anybody looks up. */
function isSmallWord(quantity: Quantity): boolean {
  return !/\d/.test(quantity.text) && quantity.value !== null && Number(quantity.value) <= 12;
}

function singular(noun: string): string {
  return /(?:ss|us|news)$/.test(noun) ? noun : /ies$/.test(noun) ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}

/** "tripled" is growth of 200 %; "four times the size" a count of times. */
function multiple(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice {
  if (/^(?:more than )?(?:doubl|tripl|trebl|quadrupl)/i.test(quantity.text)) return chosen('growth', at, { unit: '%', definition: growthOf(items, at), cue: quantity.text.toLowerCase() });
  return chosen('other_count', at, { unit: 'x', noun: nounNear(items, at) });
}

function chosen(measure: Measure, anchor: number, rest: { readonly unit: string; readonly definition?: string | null; readonly noun?: string | null; readonly sign?: 1 | -1; readonly cue?: string }): MeasureChoice {
  return { measure, anchor, definition: rest.definition ?? null, noun: rest.noun ?? null, unit: rest.unit, sign: rest.sign ?? 1, cue: rest.cue ?? null };
}

function words(items: readonly Item[], at: number, reach: number, after = false): string[] {
  const found: string[] = [];
  for (let i = after ? at : Math.max(0, at - reach); i <= Math.min(items.length - 1, at + reach); i++) if (i !== at) found.push(items[i]?.lower ?? '');
  return found;
}

function wordsAt(items: readonly Item[], match: CueMatch): string {
  return items.slice(match.from, match.to).map((item) => item.lower).join(' ');
}

function plural(noun: string): string {
  return /(?:s|x|ch|sh)$/.test(noun) ? noun : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

const STOP = /^(?:the|a|an|of|in|for|on|at|to|by|with|and|or|from|as|than|that|which|its|their|his|her|this|these|was|were|is|are|has|have|had|been|be|would|will|could|about|nearly|over|up|some)$/;

/** The noun phrase that an uncued quantity belongs to: behind "of/in/for", else right behind it, else before it. */
function nounNear(items: readonly Item[], at: number): string | null {
  let from = at + 1;
  if (/^(?:of|in|for|worth)$/.test(items[from]?.lower ?? '')) from++;
  while (/^(?:the|a|an|its|their)$/.test(items[from]?.lower ?? '')) from++;
  const after: string[] = [];
  for (let i = from; i < Math.min(from + 3, items.length); i++) {
    const item = items[i];
    if (item === undefined || item.kind !== 'word' || STOP.test(item.lower)) break;
    after.push(item.lower);
  }
  if (after.length > 0) return after.join(' ').slice(0, 120);
  const before: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 4) && before.length < 2; i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark') break;
    if (item.kind === 'word' && !STOP.test(item.lower)) before.unshift(item.lower);
  }
  return before.length > 0 ? before.join(' ').slice(0, 120) : null;
}
