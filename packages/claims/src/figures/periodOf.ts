import type { Measure, Period } from '@newsledger/events';
import type { FigurePlace } from '../candidates/reading.ts';
import type { PeriodCandidate } from '../decisions/period.ts';
import { type Day, monthPeriod } from '../periods/calendar.ts';
import type { Answer } from '../scores/choose.ts';
import type { Item } from '../text/items.ts';

/** Measures that hold at a moment: where the text names no day, they hold in the month of publication. */
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

/** A deal has its own day; its value and term have none. */
const TIMELESS: ReadonlySet<Measure> = new Set<Measure>(['deal_value', 'deal_term']);

/** From which probability a period is filled in rather than left open: in cross-validation, seven of ten that are filled in are right. */
const LEAST = 0.12;

/** The period of a figure: the likeliest candidate, as far as its measure has periods. */
export function periodOf(
  answers: readonly Answer<PeriodCandidate>[],
  measure: Measure,
  definition: string | null,
  { sentence, at }: FigurePlace,
  today: Day | null,
): Period | null {
  if (TIMELESS.has(measure)) return null;
  if (definition === 'cumulative' && (measure === 'investment' || measure === 'spending_commitment')) return null;
  const likely = answers.find(({ value }) => value.period !== null);
  const isWritten = likely !== undefined && likely.probability >= LEAST && likely.value.from !== 'published';
  if (AT_A_MOMENT.has(measure) && (!isWritten || isNow(sentence.items, at)))
    return today === null ? null : monthPeriod(today.year, today.month);
  return likely !== undefined && likely.probability >= LEAST ? likely.value.period : null;
}

/** `Nvidia is now worth $5 trillion`: no other time of the text is meant. */
function isNow(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6) && items[i]?.kind !== 'mark' && items[i]?.kind !== 'period'; i--)
    if (/^(?:now|currently|today)$/.test(items[i]?.lower ?? '')) return true;
  return false;
}
