import type { Period } from '@newsledger/events';

/** A day as `year`, `month` 1–12 and `day`; no time zone, no clock. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The UTC day of an ISO instant or day; null when it isn't one. */
export function dayOf(instant: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant ?? '');
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

function isoDay({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export function dayPeriod(day: Day): Period {
  const iso = isoDay(day);
  return { label: iso, from: iso, to: iso };
}

export function monthPeriod(year: number, month: number): Period {
  const label = `${pad(year, 4)}-${pad(month)}`;
  return { label, from: `${label}-01`, to: `${label}-${pad(lastDayOfMonth(year, month))}` };
}

export function quarterPeriod(year: number, quarter: number): Period {
  const first = quarter * 3 - 2;
  return {
    label: `${pad(year, 4)}-Q${quarter}`,
    from: `${pad(year, 4)}-${pad(first)}-01`,
    to: `${pad(year, 4)}-${pad(first + 2)}-${lastDayOfMonth(year, first + 2)}`,
  };
}

export function halfPeriod(year: number, half: number): Period {
  return {
    label: `${pad(year, 4)}-H${half}`,
    from: `${pad(year, 4)}-${half === 1 ? '01-01' : '07-01'}`,
    to: `${pad(year, 4)}-${half === 1 ? '06-30' : '12-31'}`,
  };
}

export function yearPeriod(year: number): Period {
  return { label: pad(year, 4), from: `${pad(year, 4)}-01-01`, to: `${pad(year, 4)}-12-31` };
}

/** A company's own year: its ends are not known from the name. */
export function fiscalPeriod(year: number, quarter: number | null): Period {
  return { label: quarter === null ? `FY${year}` : `FY${year}-Q${quarter}`, from: null, to: null };
}

/** Months in a row, of which the last is known. */
export function monthsPeriod(count: number, year: number, month: number): Period {
  const { year: firstYear, month: firstMonth } = addMonths(year, month, 1 - count);
  const [first, last] = [`${pad(firstYear, 4)}-${pad(firstMonth)}`, `${pad(year, 4)}-${pad(month)}`];
  return { label: `${first}/${last}`, from: `${first}-01`, to: `${last}-${pad(lastDayOfMonth(year, month))}` };
}

export function addMonths(year: number, month: number, by: number): { readonly year: number; readonly month: number } {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export function yearsPeriod(from: number, to: number): Period {
  return { label: `${pad(from, 4)}/${pad(to, 4)}`, from: `${pad(from, 4)}-01-01`, to: `${pad(to, 4)}-12-31` };
}

/** The first quarter of a calendar year that was over before `today`. */
export function lastQuarter(today: Day): { readonly year: number; readonly quarter: number } {
  const current = Math.ceil(today.month / 3);
  return current === 1 ? { year: today.year - 1, quarter: 4 } : { year: today.year, quarter: current - 1 };
}
