import type { Period } from '@newsledger/events';
import { addDays, type Day, dayPeriod, lastDayOfMonth, weekdayOf } from './calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 1 for `January` and `Jan.`; 0 for what is no month. */
export const monthNumber = (text: string | undefined): number => MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1;
/** `three` and `3`. */
export const numberOf = (text: string | undefined): number => {
  const word = NUMBERS.indexOf((text ?? '').toLowerCase());
  return word >= 0 ? word : Number(text);
};
/** `third`, `3rd` and `Q3`; 0 for what is no ordinal. */
export const ordinalOf = (text: string | undefined): number => {
  const word = (text ?? '').toLowerCase();
  const digit = /[1-4]/.exec(word)?.[0];
  return digit === undefined ? ['first', 'second', 'third', 'fourth'].indexOf(word) + 1 : Number(digit);
};

/** The day in the year that lies nearest before publication, or just after it. */
export function dayWithoutYear(month: number, day: number, today: Day | null): Period | null {
  if (today === null || month === 0 || day < 1 || day > 31) return null;
  const ahead = (month - today.month) * 31 + day - today.day;
  return dayPeriod({ year: ahead > 62 ? today.year - 1 : ahead < -310 ? today.year + 1 : today.year, month, day });
}

/** The last day of a year. */
export function endOf(year: number): Period {
  return dayPeriod({ year, month: 12, day: 31 });
}

/** `last` is one back, `next` one ahead. */
export function offset(word: string | undefined): number {
  return word?.toLowerCase() === 'last' ? -1 : word?.toLowerCase() === 'next' ? 1 : 0;
}

/** `the end of September`, with or without its year. */
export function endOfMonth(match: RegExpExecArray, today: Day | null): Period | null {
  const month = monthNumber(match[1]);
  const year = match[2] === undefined ? (today === null ? null : month > today.month ? today.year - 1 : today.year) : Number(match[2]);
  return year === null ? null : dayPeriod({ year, month, day: lastDayOfMonth(year, month) });
}

/** A bare weekday is the last one up to and including publication; `next` is the one after it. */
export function weekday(match: RegExpExecArray, today: Day): Period {
  const back = (weekdayOf(today) - WEEKDAYS.indexOf((match[2] ?? '').toLowerCase()) + 7) % 7;
  const which = match[1]?.toLowerCase();
  if (which === 'next' || which === 'coming') return dayPeriod(addDays(today, 7 - back));
  return dayPeriod(addDays(today, which === 'last' || which === 'previous' ? -(back === 0 ? 7 : back) : -back));
}
