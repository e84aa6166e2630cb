import { fullYear, instantOf, numericOffset } from './civilTime.ts';

/** Calendar and ordinal dates of ISO 8601, the two-digit years of its 1988 edition among them. */
const DATES: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{4})-?(?<ordinal>\d{3})$/,
  /^(?<year>\d{4})-(?<month>\d{2})$/,
  /^(?<year>\d{4})$/,
  /^(?<year>\d{2})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{2})-?(?<ordinal>\d{3})$/,
  /^-(?<year>\d{2})-?(?<month>\d{2})$/,
  /^-(?<year>\d{2})$/,
];
const TIME = /^(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?Z?)?$/i;

/**
 * Milliseconds since 1970 of an ISO 8601 or W3CDTF date, fractions of a second dropped; null when it is none. No zone means UTC, and a Z
 * behind an offset, as some programs write it, nothing.
 */
export function parseIsoDate(text: string): number | null {
  const [, datePart = '', timePart] = /^([\d/-]+)(?:[Tt]\s*|\s+)?((?<=[Tt\s])[\d:][^Tt]*)?$/.exec(text) ?? [];
  const date = DATES.map((form) => form.exec(datePart)?.groups).find((groups) => groups !== undefined);
  if (!date?.year) return null;
  const time = timePart === undefined ? undefined : TIME.exec(timePart)?.groups;
  if (timePart !== undefined && !time) return null;
  const offset = time?.zone === undefined || /^z$/i.test(time.zone) ? 0 : numericOffset(time.zone.replace(/z$/i, ''));
  if (offset === null) return null;
  const start = instantOf({
    year: fullYear(date.year),
    month: Number(date.month ?? 1),
    day: Number(date.day ?? 1),
    hour: Number(time?.hour ?? 0),
    minute: Number(time?.minute ?? 0),
    second: Number(time?.second ?? 0),
    offset,
  });
  if (start === null || date.ordinal === undefined) return start;
  const ordinal = Number(date.ordinal);
  return ordinal >= 1 && ordinal <= 366 ? start + (ordinal - 1) * 86_400_000 : null;
}
