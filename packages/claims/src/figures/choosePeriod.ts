import type { Measure, Period } from '@newsledger/events';
import { byDefault, type Chosen, groundAt } from '../explain/ground.ts';
import { addDays, type Day, dayPeriod, isoDay, monthPeriod, weekdayOf, yearPeriod, yearsPeriod } from '../periods/calendar.ts';
import type { Item } from '../text/items.ts';

/** Measures that hold at a moment; without a date of their own they hold in the month of publication. */
const AT_A_MOMENT: ReadonlySet<Measure> = new Set<Measure>([
  'valuation',
  'market_cap',
  'price',
  'stake',
  'debt',
  'employees',
  'users',
  'customers',
  'sites',
  'market_share',
]);
const MOVES: ReadonlySet<Measure> = new Set<Measure>(['share_price_change', 'market_cap_change']);
const TIMELESS: ReadonlySet<Measure> = new Set<Measure>(['deal_value', 'deal_term']);
/** What forecasts are made of; a year named in the sentence before holds on for them. */
const AHEAD: ReadonlySet<Measure> = new Set<Measure>(['power_capacity', 'energy', 'capital_expenditure', 'other_count', 'other_physical']);
const RESULTS: ReadonlySet<Measure> = new Set<Measure>(['revenue', 'profit', 'loss', 'margin', 'growth']);

/** Periods that hold where a clause names none. */
export interface KnownPeriods {
  readonly today: Day | null;
  /** What the article reports results for. */
  readonly reported: Chosen<Period> | null;
  /** The day of the last move of share prices that the paragraph names. */
  readonly move: Period | null;
  /** The figure is told as a fact, which no day after publication can hold. */
  readonly past: boolean;
  /** For a forecast: the year ahead that the sentence before speaks of. */
  readonly ahead: Chosen<Period> | null;
  /** A company says of itself what will be, of which a quarter that is over can't be meant. */
  readonly isToCome: boolean;
}

/** The period of a figure: the nearest expression of time in its clause, else what its measure implies. */
export function choosePeriod(
  items: readonly Item[],
  at: number,
  measure: Measure,
  definition: string | null,
  { today, reported, move, past, ahead, isToCome }: KnownPeriods,
): Chosen<Period> | null {
  if (TIMELESS.has(measure) || (measure === 'spending_commitment' && definition !== null)) return null;
  if (measure === 'investment' && definition === 'cumulative') return null;
  const last = past && today !== null ? isoDay(today) : null;
  const written = (measure === 'growth' ? during(items, at, today) : null) ?? nearest(items, at, measure, last);
  if (MOVES.has(measure))
    return written ?? (move === null ? tradingDay(today) : { value: move, because: byDefault('day of the move told before') });
  if (AT_A_MOMENT.has(measure) && isNow(items, at)) return month(today);
  if (written !== null) return isToCome && RESULTS.has(measure) ? yearAfterQuarter(written, today) : written;
  if (measure === 'investment' && definition === 'additional') return month(today);
  if (AT_A_MOMENT.has(measure)) return month(today);
  if (RESULTS.has(measure)) return reported;
  return AHEAD.has(measure) ? ahead : null;
}

/** `a member since August 2019 and now worth $1.27 trillion`: no other time of the clause is meant. */
function isNow(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8) && items[i]?.kind !== 'mark' && items[i]?.kind !== 'period'; i--)
    if (NOW.has(items[i]?.lower ?? '')) return true;
  return false;
}

/** `tripled in three years` runs up to the day of publication. */
function during(items: readonly Item[], at: number, today: Day | null): Chosen<Period> | null {
  if (today === null) return null;
  for (let i = Math.max(0, at - 5); i < Math.min(at + 8, items.length); i++) {
    const item = items[i];
    if (
      item?.kind !== 'quantity' ||
      item.quantity.kind !== 'duration' ||
      !/year/.test(item.lower) ||
      !/^(?:in|over|within)$/.test(items[i - 1]?.lower ?? '')
    )
      continue;
    const years = Number(item.quantity.value ?? 0);
    if (Number.isInteger(years) && years > 0 && years < 100)
      return { value: yearsPeriod(today.year - years, today.year), because: groundAt('years up to publication', items, i - 1, i + 1) };
  }
  return null;
}

/** Words behind which a time belongs to something else. */
const OTHER_CLAUSE = new Set('while but and after when whereas from compared versus than'.split(' '));
const COMPARING = new Set(['compared', 'versus', 'vs', 'against']);
const NOW = new Set(['now', 'currently', 'today']);

/** The nearest expression of time; one behind the quantity is nearer than one as far before it. */
function nearest(items: readonly Item[], at: number, measure: Measure, last: string | null): Chosen<Period> | null {
  let best: Chosen<Period> | null = null;
  let bestCost = 40;
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'period' || (item.lower.startsWith('since') && measure !== 'growth' && measure !== 'share_price_change')) continue;
    if (last !== null && (item.period.period.from ?? '') > last) continue;
    if (isBase(items, index, at, measure === 'growth') || isOfFounding(items, index)) continue;
    if (MOVES.has(measure) && isOfResults(items, index)) continue;
    const [from, to] = index < at ? [index + 1, at] : [at + 1, index];
    if (index > at && isOfComparison(items, from, to)) continue;
    let cost = to - from + (index < at ? 1 : 0);
    for (let i = from; i < to; i++) {
      const between = items[i];
      if (between?.kind === 'quantity') cost += index > at ? 5 : 2;
      else if (between?.kind === 'mark' && /^[;—–:(]$/.test(between.text)) cost += 8;
      else if (between?.text === ',') cost += 2;
      else if (between?.kind === 'word' && OTHER_CLAUSE.has(between.lower))
        cost += /^(?:while|whereas)$/.test(between.lower) ? 16 : /^(?:from|compared|versus|than|but|after)$/.test(between.lower) ? 6 : 2;
    }
    if (cost < bestCost) {
      best = { value: item.period.period, because: groundAt(`period rule “${item.period.rule}”`, items, index) };
      bestCost = cost;
    }
  }
  return best;
}

/** `founded in 2015`: so old is whoever the clause is about. */
function isOfFounding(items: readonly Item[], index: number): boolean {
  return /^(?:founded|established|incorporated|born)$/.test(items[index - 2]?.lower ?? '') && items[index - 1]?.lower === 'in';
}

/** `slid after quarterly results`, `rose on its third-quarter report`: the quarter is not the one in which shares moved. */
function isOfResults(items: readonly Item[], index: number): boolean {
  const isQuarter = /-Q\d$/.test(items[index]?.period?.period.label ?? '');
  return (
    isQuarter &&
    items.slice(index + 1, index + 5).some(({ lower }) => /^(?:results?|earnings|reports?|profits?|revenues?|sales|numbers)$/.test(lower))
  );
}

/** `from the second quarter of 2014`, `compared with the same quarter last year`: a time that others are measured against. */
export function isComparedTime(items: readonly Item[], index: number): boolean {
  let i = index - 1;
  while (i > 0 && /^(?:in|of|the|a|same)$/.test(items[i]?.lower ?? '')) i--;
  const word = items[i]?.lower ?? '';
  return /^(?:from|than|versus|vs)$/.test(word) || (/^(?:to|with)$/.test(word) && items[i - 1]?.lower === 'compared');
}

/** `up 8 % from a year ago`, `than in the same quarter last year`: the time that something is measured against is not its own. */
function isBase(items: readonly Item[], index: number, at: number, isGrowth: boolean): boolean {
  if (index < at)
    return (
      isGrowth &&
      index > 1 &&
      /^(?:from|than)$/.test(items[index - 1]?.lower ?? '') &&
      !/^(?:to|through|until)$/.test(items[index + 1]?.lower ?? '')
    );
  let i = index - 1;
  while (i > at && /^(?:in|of|the|a|same|year-earlier|period|quarter|time|month|months|one)$/.test(items[i]?.lower ?? '')) i--;
  const word = items[i]?.lower ?? '';
  if (i === at || /^(?:to|through|until)$/.test(items[index + 1]?.lower ?? '')) return false;
  return /^(?:from|than|versus|vs)$/.test(word) || (/^(?:to|with)$/.test(word) && items[i - 1]?.lower === 'compared');
}

/** `earned $1.36, compared with $1.09 a year ago`: what stands between is compared, and the time is its. */
function isOfComparison(items: readonly Item[], from: number, to: number): boolean {
  let compared = false;
  for (let i = from; i < to; i++) {
    if (COMPARING.has(items[i]?.lower ?? '')) compared = true;
    else if (items[i]?.lower === 'from' && (i === from || /^(?:up|down|,)$/.test(items[i - 1]?.lower ?? ''))) compared = true;
    else if (compared && items[i]?.kind === 'quantity') return true;
  }
  return false;
}

function month(today: Day | null): Chosen<Period> | null {
  return today === null ? null : { value: monthPeriod(today.year, today.month), because: byDefault('month of publication') };
}

/** Markets are shut at weekends: a move without a day is Friday's then, else the day's of publication. */
function tradingDay(today: Day | null): Chosen<Period> | null {
  if (today === null) return null;
  const weekday = weekdayOf(today);
  const back = weekday === 0 ? -2 : weekday === 6 ? -1 : 0;
  return { value: dayPeriod(addDays(today, back)), because: byDefault('last trading day') };
}

/** `for the second quarter, it expects revenue of …`: a quarter named without its year that is over is the next one of its name. */
function yearAfterQuarter(written: Chosen<Period>, today: Day | null): Chosen<Period> {
  const { label, to } = written.value;
  if (today === null || !NAMED_QUARTER.test(written.because.rule) || (to !== null && to > isoDay(today))) return written;
  if (to === null && Number(label.slice(2, 6)) > today.year) return written;
  return { value: aYearLater(written.value), because: written.because };
}

function aYearLater({ label, from, to }: Period): Period {
  const later = (text: string, at: number): string => text.slice(0, at) + String(Number(text.slice(at, at + 4)) + 1) + text.slice(at + 4);
  return { label: later(label, label.startsWith('FY') ? 2 : 0), from: from && later(from, 0), to: to && later(to, 0) };
}

const NAMED_QUARTER = /“(?:named|fiscal) quarter”/;

/** The same period a year before: what "up from $18bn a year ago" is compared with. */
export function yearBefore(period: Period | null, today: Day | null): Chosen<Period> | null {
  const because = byDefault('a year before the figure that it is compared with');
  if (period === null) return today === null ? null : { value: yearPeriod(today.year - 1), because };
  const label = period.label.replace(/\d{4}/g, (year) => String(Number(year) - 1));
  const shift = (day: string | null): string | null =>
    day === null ? null : day.replace(/^\d{4}/, (year) => String(Number(year) - 1)).replace('-02-29', '-02-28');
  return { value: { label, from: shift(period.from), to: shift(period.to) }, because };
}
