import { fullYear, instantOf, numericOffset } from './civilTime.ts';
import { AFTERNOON, MORNING, monthOf, saysNothing, weekdayOf, ZONES } from './dateWords.ts';
import { type DayAndMonth, dayAndMonth } from './dayAndMonth.ts';
import { parseIsoDate } from './isoDate.ts';
import { instantInZone, isNamedZone } from './namedZone.ts';

/** Longer texts are no dates; reading them would be work for nothing. */
const MAX_LENGTH = 120;
/** Korean dates name no zone and mean Seoul. */
const SEOUL = 9 * 60;

interface Parts {
  year: string | null;
  month: number | null;
  /** Numbers of one or two digits in order: the day, and a year of two digits or the number of the month. */
  numbers: string[];
  /** The three numbers of `03/30/2020` are parted by slashes or hyphens. */
  slashed: boolean;
  /** A dash stands between day and time. */
  dashed: boolean;
  weekday: number | null;
  clock: RegExpExecArray | null;
  half: 'am' | 'pm' | null;
  offset: number | null;
  zone: string | null;
}

/**
 * Milliseconds since 1970 of a date in any form that feeds and pages are known to use: ISO 8601, RFC 822 and its mistakes, asctime, names
 * of months in a dozen languages, Korean and Japanese characters, seconds or milliseconds since 1970. Null for everything that names no day
 * or an impossible one. Without a zone the time counts as UTC. Fractions of a second are dropped.
 */
export function parseFeedDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  return parseEpoch(trimmed) ?? parseIsoDate(trimmed) ?? parseWords(trimmed);
}

/** Ten digits are seconds from 2001 on, thirteen milliseconds. */
function parseEpoch(text: string): number | null {
  if (!/^[1-9](?:\d{9}|\d{12})$/.test(text)) return null;
  return Math.floor(Number(text) / (text.length === 13 ? 1000 : 1)) * 1000;
}

function parseWords(text: string): number | null {
  const parts: Parts = {
    year: null,
    month: null,
    numbers: [],
    slashed: false,
    dashed: false,
    weekday: null,
    clock: null,
    half: null,
    offset: null,
    zone: null,
  };
  const words = spread(text)
    .split(/[\s,|·•]+/)
    .filter((word) => word !== '');
  for (const [index, word] of words.entries()) if (!take(word, words.slice(index + 1), parts)) return null;
  const [date, hour] = [dateOf(parts), hourOf(parts)];
  if (date === null || hour === null) return null;
  const { clock, zone } = parts;
  const offset = parts.offset ?? (/[\uac00-\ud7a3]/.test(text) ? SEOUL : 0);
  const time = { ...date, hour, minute: Number(clock?.[2] ?? 0), second: Number(clock?.[3] ?? 0) };
  return zone === null ? instantOf({ ...time, offset }) : instantInZone(time, zone);
}

function dateOf({ year, month, numbers, slashed, dashed, weekday }: Parts): (DayAndMonth & { year: number }) | null {
  const [first, second] = numbers;
  if (month !== null) {
    const written = year ?? second;
    if (written === undefined || (year !== null && second !== undefined)) return null;
    return { year: fullYear(written), month, day: Number(first ?? 1) };
  }
  if (year === null || first === undefined || second === undefined) return null;
  const decided = dayAndMonth(Number(first), Number(second), fullYear(year), weekday);
  if (decided !== null) return { ...decided, year: fullYear(year) };
  // 3/11/2025 is read the American way. Before a dash, and with spaces, both orders are usual: nobody can tell.
  return slashed && !dashed ? { year: fullYear(year), month: Number(first), day: Number(second) } : null;
}

function hourOf({ clock, half }: Parts): number | null {
  const hour = Number(clock?.[1] ?? 0);
  if (half === null) return hour;
  if (hour < 1 || hour > 12) return half === 'pm' && hour >= 12 ? hour : null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Parts what is written together: `2004-július-13T9:15-05:00`, `2004년 5월`, `18:28:36-0500`, `3pm`, `GMT+02:00`. */
function spread(text: string): string {
  return text
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]/, '$1-$2-$3 ')
    .replace(/(\d{4})-(\p{L}+\.?)-(\d{1,2})/u, '$1 $2 $3 ')
    .replace(/(\d{1,2})-(\p{L}+\.?)-(\d{2,4})/u, '$1 $2 $3')
    .replace(/(?<=[\s\d])T(?=\d{1,2}:\d)/, ' ')
    .replace(/\b(?:GMT|UTC|UT)\s*([+-]\d)/i, ' $1')
    .replace(/(:\d{2}(?:\.\d+)?)([+-]\d{2}:?\d{2})\b/, '$1 $2')
    .replace(/(\d)\s*([ap])\.?m\b\.?/gi, '$1 $2m')
    .replace(/(:\d{2})([A-Z]{1,4})\b/, '$1 $2')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|[.](?=\s))/i, '$1');
}

/** Takes a word for the first field it can be; false when it can be none. */
function take(word: string, later: readonly string[], parts: Parts): boolean {
  if (/^\d+$/.test(word)) return takeNumber(word, parts);
  const month = parts.month === null && !isWeekdayBefore(word, later) ? monthOf(word) : null;
  if (month !== null) return set(parts, 'month', month);
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(word) ?? /^(\d{1,2})[h.](\d{2})$/.exec(word);
  if (clock) return set(parts, 'clock', clock);
  const lower = word.toLowerCase();
  if (AFTERNOON.has(lower) || MORNING.has(lower)) return takeHalf(AFTERNOON.has(lower) ? 'pm' : 'am', parts);
  return takeZone(word, parts) || takeNumericDate(word, parts) || takeRest(word, parts);
}

/** `mar. 3 marzo`: what names a month and a weekday is a weekday when another month follows. */
function isWeekdayBefore(word: string, later: readonly string[]): boolean {
  return weekdayOf(word) !== null && later.some((other) => !/^\d+$/.test(other) && monthOf(other) !== null);
}

function takeHalf(half: 'am' | 'pm', parts: Parts): boolean {
  // "3 pm": the number before was the hour.
  if (parts.clock === null && parts.year !== null && parts.numbers.length === 0) return false;
  return set(parts, 'half', half);
}

function takeNumber(word: string, parts: Parts): boolean {
  if (word.length === 4) return set(parts, 'year', word);
  if (word.length === 3) return parts.month !== null && set(parts, 'year', word);
  if (word.length > 3 || parts.numbers.length === 2) return false;
  parts.numbers.push(word);
  return true;
}

/** Of several offsets the first counts: `-0500 EST` says one twice. */
function takeZone(word: string, parts: Parts): boolean {
  const lower = word.toLowerCase();
  const offset = ZONES.get(lower) ?? numericOffset(word);
  if (offset !== null && (parts.clock !== null || /^[a-z/]+$/.test(lower))) {
    parts.offset ??= offset;
    return true;
  }
  return isNamedZone(word) && set(parts, 'zone', word);
}

function takeNumericDate(word: string, parts: Parts): boolean {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(word);
  if (match) return setDate(parts, match[1], Number(match[3]), match[4]);
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(word);
  if (european) return setDate(parts, european[3], Number(european[2]), european[1]);
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(word) ?? [];
  if (first === undefined || second === undefined || year === undefined) return false;
  if (parts.numbers.length > 0 || parts.month !== null) return false;
  parts.numbers.push(first, second);
  parts.slashed = true;
  return set(parts, 'year', year);
}

function setDate(parts: Parts, year: string | undefined, month: number, day: string | undefined): boolean {
  if (year === undefined || day === undefined || parts.numbers.length > 0) return false;
  parts.numbers.push(day);
  return set(parts, 'year', year) && set(parts, 'month', month);
}

function takeRest(word: string, parts: Parts): boolean {
  parts.dashed ||= /^[-–—]$/.test(word);
  parts.weekday ??= weekdayOf(word);
  return weekdayOf(word) !== null || saysNothing(word);
}

/** A field that is named twice makes no date. */
function set<K extends keyof Parts>(parts: Parts, key: K, value: Parts[K]): boolean {
  if (parts[key] !== null) return false;
  parts[key] = value;
  return true;
}
