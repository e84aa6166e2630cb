import type { Period } from '@newsledger/events';
import { type Day, lastQuarter, monthPeriod, quarterPeriod } from './calendar.ts';

/** The latest such quarter that was over at publication; a fourth quarter that is still running is this year's. */
export function namedQuarter(quarter: number, today: Day): Period {
  const last = lastQuarter(today);
  if (quarter > last.quarter && quarter === Math.ceil(today.month / 3)) return quarterPeriod(today.year, quarter);
  return quarterPeriod(quarter <= last.quarter ? last.year : last.year - 1, quarter);
}

/** The quarter behind the one that is running. */
export function nextQuarter(today: Day): Period {
  const quarter = Math.ceil(today.month / 3);
  return quarter === 4 ? quarterPeriod(today.year + 1, 1) : quarterPeriod(today.year, quarter + 1);
}

/** The month so many months behind the one that is running. */
export function shiftedMonth(today: Day, by: number): Period {
  const index = today.year * 12 + today.month - 1 + by;
  return monthPeriod(Math.floor(index / 12), (index % 12) + 1);
}

/** The nearest such month: of this year or the next when it lies ahead, else of this year or the last. */
export function monthWithoutYear(month: number, today: Day, ahead: boolean): Period {
  if (ahead) return monthPeriod(month < today.month ? today.year + 1 : today.year, month);
  return monthPeriod(month > today.month ? today.year - 1 : today.year, month);
}
