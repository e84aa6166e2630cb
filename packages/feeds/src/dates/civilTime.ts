/** Fields of a date as written; missing ones are the first of their kind. */
export interface CivilTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of Greenwich. */
  offset: number;
}

/** The instant in milliseconds, or null for a date that no calendar has. A leap second is the one after it. */
export function instantOf(time: CivilTime): number | null {
  const { year, month, day, hour, minute, second, offset } = time;
  const midnight = hour === 24 && minute === 0 && second === 0;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if ((hour > 23 && !midnight) || minute > 59 || second > 60 || Math.abs(offset) > 15 * 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() - offset * 60_000;
}

function daysIn(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

/** RFC 5322 §4.3: two digits are 1950–2049, three count from 1900. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

/** Minutes of `+0530`, `-06:00`, `+01`; null for anything else. */
export function numericOffset(text: string): number | null {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return Number(match[3] ?? 0) > 59 ? null : match[1] === '-' ? -minutes : minutes;
}
