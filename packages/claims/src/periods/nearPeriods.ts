import type { Period } from '@newsledger/events';
import {
  addMonths,
  type Day,
  fiscalPeriod,
  halfPeriod,
  lastQuarter,
  monthPeriod,
  monthsPeriod,
  quarterPeriod,
  yearPeriod,
} from './calendar.ts';

/** The latest such quarter that was over at publication; a fourth quarter that is still running is this year's. */
export function namedQuarter(quarter: number, today: Day): Period {
  const last = lastQuarter(today);
  if (quarter > last.quarter && quarter === Math.ceil(today.month / 3)) return quarterPeriod(today.year, quarter);
  return quarterPeriod(quarter <= last.quarter ? last.year : last.year - 1, quarter);
}

/**
 * The quarter of a fiscal year that ended in this month. Companies name a fiscal year after the calendar year in which it ends, and each
 * quarter to come takes three months: a third quarter that ended in March 2019 is of the fiscal year 2019, a first one that ended in April of 2020.
 */
function fiscalQuarter(quarter: number, year: number, month: number): Period {
  return fiscalPeriod(year + Math.ceil((month + (4 - quarter) * 3) / 12) - 1, quarter);
}

/** The fiscal quarter that results tell of: the one that was over some weeks before publication. */
export function reportedFiscalQuarter(quarter: number, { year, month }: Day): Period {
  return month === 1 ? fiscalQuarter(quarter, year - 1, 12) : fiscalQuarter(quarter, year, month - 1);
}

/** The quarter that ended in this month: of the calendar year where the two agree, else of a fiscal year. */
export function endedQuarter(quarter: number, year: number, month: number): Period {
  return month === quarter * 3 ? quarterPeriod(year, quarter) : fiscalQuarter(quarter, year, month);
}

/** `the three months to June 30`: so many months up to the end of one; a fiscal year where they are twelve that end in another month than December. */
export function endedMonths(count: number, year: number, month: number): Period {
  if (count === 12) return month === 12 ? yearPeriod(year) : fiscalPeriod(year, null);
  if (count === 3 && month % 3 === 0) return quarterPeriod(year, month / 3);
  if (count === 6 && month % 6 === 0) return halfPeriod(year, month / 6);
  return monthsPeriod(count, year, month);
}

/** The month that a span of time ends with: one that ends in a month's first days is over with the month before. */
export function endingMonth(
  month: number,
  day: number | null,
  year: number | null,
  ahead: boolean,
  today: Day | null,
): { readonly year: number; readonly month: number } | null {
  const near = today === null ? null : ahead ? today.year + Number(month < today.month) : today.year - Number(month > today.month);
  const of = year ?? near;
  if (of === null || month === 0) return null;
  return addMonths(of, month, day !== null && day < 8 ? -1 : 0);
}

/** The latest such half of a year that was over at publication, or is running. */
export function namedHalf(half: number, { year, month }: Day): Period {
  return halfPeriod((half === 1 && month < 3) || (half === 2 && month < 7) ? year - 1 : year, half);
}

/** The half of a year that was over at publication. */
export function lastHalf({ year, month }: Day): Period {
  return month > 6 ? halfPeriod(year, 1) : halfPeriod(year - 1, 2);
}

/** The quarter behind the one that is running. */
export function nextQuarter(today: Day): Period {
  const quarter = Math.ceil(today.month / 3);
  return quarter === 4 ? quarterPeriod(today.year + 1, 1) : quarterPeriod(today.year, quarter + 1);
}

/** The month so many months behind the one that is running. */
export function shiftedMonth(today: Day, by: number): Period {
  const { year, month } = addMonths(today.year, today.month, by);
  return monthPeriod(year, month);
}

/** The nearest such month: of this year or the next when it lies ahead, else of this year or the last. */
export function monthWithoutYear(month: number, today: Day, ahead: boolean): Period {
  if (ahead) return monthPeriod(month < today.month ? today.year + 1 : today.year, month);
  return monthPeriod(month > today.month ? today.year - 1 : today.year, month);
}
