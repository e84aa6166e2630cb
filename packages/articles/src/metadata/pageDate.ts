/** Month names on pages whose dates are written out; first letters decide, so that cases and abbreviations match. */
const MONTHS: readonly RegExp[] = [
  /^(jan|januar|янв|sty|ene|gen|led|1月)/, /^(feb|fév|fev|фев|lut|únor)/, /^(mar|mär|maer|мар|břez)/, /^(apr|avr|abr|апр|kwi|dub)/, /^(may|mai|maj|mag|maio|mei|мая|май|kvě)/, /^(jun|juin|giu|июн|cze|červn)/,
  /^(jul|juil|lug|июл|lip|červe)/, /^(aug|aoû|aou|ago|авг|sie|srp)/, /^(sep|set|сен|wrz|zář)/, /^(oct|okt|ott|out|окт|paź|říj)/, /^(nov|ноя|lis|noviembre)/, /^(dec|dez|déc|dic|дек|gru|pros)/,
]; // biome-ignore format: a table
/** Offsets in minutes of the zone names that newsrooms write. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    utc: 0,
    gmt: 0,
    bst: 60,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    est: -300,
    edt: -240,
    et: -300,
    cst: -360,
    cdt: -300,
    ct: -360,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    pt: -480,
    ist: 330,
    jst: 540,
    wet: 0,
    west: 60,
    eet: 120,
    eest: 180,
    msk: 180,
    sast: 120,
    pkt: 300,
    sgt: 480,
    hkt: 480,
    kst: 540,
    awst: 480,
    acst: 570,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    ast: -240,
    nst: -210,
    akst: -540,
    akdt: -480,
    hst: -600,
  }),
);

const ISO = /(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;
const WRITTEN: readonly [RegExp, { day: number; month: number; year: number }][] = [
  [/(\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?:\s+de)?\s+([\p{L}]{3,12})\.?,?(?:\s+de[l]?)?,?\s+(\d{4})/u, { day: 1, month: 2, year: 3 }],
  [/([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u, { day: 2, month: 1, year: 3 }],
  [/(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/, { day: 1, month: 2, year: 3 }],
  [/(\d{4})[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})/, { day: 3, month: 2, year: 1 }],
  [/(\d{1,2})\/(\d{1,2})\/(\d{4})/, { day: 2, month: 1, year: 3 }],
];
const CLOCK = /(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*([A-Z]{1,4}\b)?\s*([+-]\d{2}:?\d{2})?/i;

/**
 * Instant as ISO 8601 in UTC of a date in metadata or in the words of a page, however far away it lies; a time without a zone counts as UTC.
 * Null when there is none.
 */
export function pageDate(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return null;
  const seconds = /^\d{10}(\d{3})?$/.exec(trimmed);
  const instant = seconds ? Number(trimmed.slice(0, 10)) * 1000 : (isoInstant(trimmed) ?? writtenInstant(trimmed.slice(0, 200)));
  return instant === null ? null : new Date(instant).toISOString();
}

function isoInstant(text: string): number | null {
  const match = ISO.exec(text);
  if (!match || (match.index > 0 && /\d/.test(text[match.index - 1] ?? ''))) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return instantOf(Number(year), Number(month), Number(day), [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)], zone ?? '');
}

function writtenInstant(text: string): number | null {
  for (const [pattern, field] of WRITTEN) {
    const match = pattern.exec(text);
    if (!match) continue;
    const month = monthOf(match[field.month] ?? '');
    if (month === null) continue;
    const rest = text.slice(match.index + match[0].length);
    const clock = CLOCK.exec(rest) ?? CLOCK.exec(text.slice(0, match.index));
    const hour = clock ? hourOf(Number(clock[1]), clock[4]) : 0;
    return instantOf(
      Number(match[field.year]),
      month,
      Number(match[field.day]),
      [hour, Number(clock?.[2] ?? 0), Number(clock?.[3] ?? 0)],
      clock?.[6] ?? clock?.[5] ?? '',
    );
  }
  return null;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function monthOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const index = MONTHS.findIndex((pattern) => pattern.test(word.toLowerCase()));
  return index < 0 ? null : index + 1;
}

function instantOf(
  year: number,
  month: number,
  day: number,
  [hour, minute, second]: readonly [number, number, number],
  zone: string,
): number | null {
  // `0001-01-01` is how some programs write that they know no date.
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const numeric = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  const offset = numeric
    ? (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0))
    : (ZONES.get(zone.toLowerCase()) ?? 0);
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
}
