import { fullYear, instantOf, numericOffset } from './civilTime.ts';
import { AFTERNOON, MORNING, monthOf, saysNothing, ZONES } from './dateWords.ts';
import { parseIsoDate } from './isoDate.ts';

/** Longer texts are no dates; reading them would be work for nothing. */
const MAX_LENGTH = 120;
/** Korean dates name no zone and mean Seoul. */
const SEOUL = 9 * 60;

interface Parts {
  year: string | null;
  month: number | null;
  day: number | null;
  clock: RegExpExecArray | null;
  half: 'am' | 'pm' | null;
  offset: number | null;
}

/**
 * Milliseconds since 1970 of a date in any form that feeds and pages are known to use: ISO 8601, RFC 822 and its mistakes, asctime,
 * names of months in a dozen languages, Korean and Japanese characters. Null for everything that names no day or an impossible one.
 * Without a zone the time counts as UTC. Fractions of a second are dropped.
 */
export function parseFeedDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  return parseIsoDate(trimmed) ?? parseWords(trimmed);
}

function parseWords(text: string): number | null {
  const parts: Parts = { year: null, month: null, day: null, clock: null, half: null, offset: null };
  const korean = /[\uac00-\ud7a3]/.test(text);
  const words = spread(text)
    .split(/[\s,|·•]+/)
    .filter((word) => word !== '');
  for (const word of words) if (!take(word, parts)) return null;
  const { year, month, day, clock, half, offset } = parts;
  if (year === null || month === null) return null;
  const hour = Number(clock?.[1] ?? 0);
  if (half !== null && (hour < 1 || hour > 12)) return half === 'pm' && hour >= 12 ? instantAt(hour) : null;
  return instantAt(half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0));

  function instantAt(hourOfDay: number): number | null {
    const second = Number(clock?.[3] ?? 0);
    const zone = offset ?? (korean ? SEOUL : 0);
    return instantOf({
      year: fullYear(year ?? ''),
      month: month ?? 0,
      day: day ?? 1,
      hour: hourOfDay,
      minute: Number(clock?.[2] ?? 0),
      second,
      offset: zone,
    });
  }
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
function take(word: string, parts: Parts): boolean {
  const month = parts.month === null ? monthOf(word) : null;
  if (month !== null && !/^\d+$/.test(word)) return set(parts, 'month', month);
  if (/^\d+$/.test(word)) return takeNumber(word, parts);
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(word) ?? /^(\d{1,2})[h.](\d{2})$/.exec(word);
  if (clock) return set(parts, 'clock', clock);
  const lower = word.toLowerCase();
  if (AFTERNOON.has(lower) || MORNING.has(lower)) return takeHalf(AFTERNOON.has(lower) ? 'pm' : 'am', parts);
  const offset = ZONES.get(lower) ?? numericOffset(word);
  if (offset !== null && offset !== undefined && (parts.clock !== null || /^[a-z/]+$/.test(lower))) {
    parts.offset ??= offset;
    return true;
  }
  return takeNumericDate(word, parts) || saysNothing(word);
}

function takeHalf(half: 'am' | 'pm', parts: Parts): boolean {
  // "3 pm": the number before was the hour.
  if (parts.clock === null && parts.year !== null && parts.day === null) return false;
  return set(parts, 'half', half);
}

function takeNumber(word: string, parts: Parts): boolean {
  if (word.length === 4) return set(parts, 'year', word);
  if (word.length <= 2 && parts.day === null) return set(parts, 'day', Number(word));
  if ((word.length === 2 || word.length === 3) && parts.month !== null) return set(parts, 'year', word);
  return false;
}

function takeNumericDate(word: string, parts: Parts): boolean {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(word);
  if (match) return setDate(parts, match[1], Number(match[3]), Number(match[4]));
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(word);
  if (european) return setDate(parts, european[3], Number(european[2]), Number(european[1]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(word);
  if (!slashed) return false;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  // 3/11/2025 is read the American way, unless that is no month.
  return first > 12 ? setDate(parts, slashed[3], second, first) : setDate(parts, slashed[3], first, second);
}

function setDate(parts: Parts, year: string | undefined, month: number, day: number): boolean {
  return year !== undefined && set(parts, 'year', year) && set(parts, 'month', month) && set(parts, 'day', day);
}

/** A field that is named twice makes no date. */
function set<K extends keyof Parts>(parts: Parts, key: K, value: Parts[K]): boolean {
  if (parts[key] !== null) return false;
  parts[key] = value;
  return true;
}
