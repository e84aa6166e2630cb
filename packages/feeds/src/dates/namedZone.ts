import { type CivilTime, instantOf } from './civilTime.ts';

/** `Europe/Brussels`, `America/Argentina/Buenos_Aires`. */
const ZONE_NAME = /^[A-Za-z]+(?:\/[A-Za-z_+-]+){1,2}$/;

/** Whether a word is the name of a zone in the IANA time zone database. */
export function isNamedZone(word: string): boolean {
  return ZONE_NAME.test(word) && formatterOf(word) !== null;
}

/** The instant in milliseconds of a time by the clocks of a named zone, or null for a date that no calendar has. */
export function instantInZone(time: Omit<CivilTime, 'offset'>, zone: string): number | null {
  const asUtc = instantOf({ ...time, offset: 0 });
  const formatter = formatterOf(zone);
  if (asUtc === null || formatter === null) return null;
  // The clock was changed at most once within the hours between both guesses; the second is that of the zone itself.
  const guess = asUtc - offsetMs(formatter, asUtc);
  return asUtc - offsetMs(formatter, guess);
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** How far the zone is ahead of UTC at an instant; it is written as `GMT+01:00`, or as `GMT` alone. */
function offsetMs(formatter: Intl.DateTimeFormat, instant: number): number {
  const written = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(written) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}
