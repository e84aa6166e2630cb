import type { Period } from '@newsledger/events';
import {
  addDays,
  type Day,
  dayPeriod,
  fiscalPeriod,
  halfPeriod,
  lastQuarter,
  monthPeriod,
  quarterPeriod,
  yearPeriod,
  yearsPeriod,
} from './calendar.ts';
import {
  endedMonths,
  endedQuarter,
  endingMonth,
  lastHalf,
  monthWithoutYear,
  namedHalf,
  namedQuarter,
  nextQuarter,
  reportedFiscalQuarter,
  shiftedMonth,
} from './nearPeriods.ts';
import { MONTH, sharedHints, timeHints, YEAR } from './timeHints.ts';
import { dayWithoutYear, endOf, endOfMonth, monthNumber, numberOf, offset, ordinalOf, weekday } from './timeWords.ts';

/** How an expression of time becomes a period. `today` is the day of publication; without it only absolute expressions resolve. */
export interface PeriodRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** What stands in every text that the pattern matches; where it doesn't, the pattern is not tried. */
  readonly needs: { readonly hints: number; readonly words: readonly string[] };
  /** One text and what it means for an article of 3 November 2025; a test runs every row. */
  readonly example: readonly [text: string, label: string];
  readonly resolve: (match: RegExpExecArray, today: Day | null) => Period | null;
}

const NUMBER = '(two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|q[1-4])';
/** The month, and perhaps the day and year, in which a span of time ends: `March 31, 2019`, `31 March`, `June`. */
const END = `(?:(\\d{1,2}) )?${MONTH}(?: (\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? ${YEAR})?`;
const QUARTERS = ['quarter', 'q1', 'q2', 'q3', 'q4'];
/** `words`: one of them, in small letters, stands in all that the rule is about; `hints`: what single words of it hint at. */
const rule = (
  name: string,
  pattern: string,
  example: readonly [string, string],
  resolve: PeriodRule['resolve'],
  words: readonly string[] = [],
  hints: number = sharedHints(words),
): PeriodRule => ({
  name,
  pattern: new RegExp(`(?<![\\w$€£-])${pattern}(?![\\w%])`, 'gi'),
  needs: { hints: hints | (isNeeded(pattern, YEAR) ? timeHints('2025') : 0) | (isNeeded(pattern, MONTH) ? timeHints('may') : 0), words },
  example,
  resolve,
});

/** A part that is not optional. */
function isNeeded(pattern: string, part: string): boolean {
  return pattern.includes(part) && !pattern.includes(`${part})?`);
}

/** What `END` matched behind `ended`, `ending` or `to`. */
function endOfSpan(match: readonly (string | undefined)[], today: Day | null): ReturnType<typeof endingMonth> {
  const [verb, before, month, behind, year] = match;
  const day = before ?? behind;
  return endingMonth(
    monthNumber(month),
    day === undefined ? null : Number(day),
    year === undefined ? null : Number(year),
    verb === 'ending',
    today,
  );
}

const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:quarter|three|3)/i, 3],
  [/^(?:six|6|half)/i, 6],
  [/^(?:nine|9)/i, 9],
];

function monthsOf(span: string | undefined): number {
  return MONTHS.find(([words]) => words.test(span ?? ''))?.[1] ?? 12;
}

/** Rules in order of precedence: an earlier match hides later ones that overlap it. */
export const periodRules: readonly PeriodRule[] = [
  rule(
    'iso day',
    `${YEAR}-(\\d\\d)-(\\d\\d)`,
    ['on 2025-10-29', '2025-10-29'],
    (m) => dayPeriod({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
    ['-0', '-1'],
  ),
  rule(
    'quarter that ended',
    `(?:the |its )?(?:fiscal[ -])?${ORDINAL}[ -]quarter,? (?:which |that )?(ended|ending)(?: on| in)? ${END}`,
    ['in the third quarter ended March 31', 'FY2025-Q3'],
    (m, today) => {
      const end = endOfSpan(m.slice(2), today);
      return end === null ? null : endedQuarter(ordinalOf(m[1]), end.year, end.month);
    },
    QUARTERS,
  ),
  rule(
    'months that ended',
    `(?:the |its )?(quarter|(?:three|six|nine|twelve|3|6|9|12) months|half[ -]year|(?:full |fiscal |financial )?year),? (?:which |that )?(ended|ending|to)(?: on| in)? ${END}`,
    ['in the three months to June 30', '2025-Q2'],
    (m, today) => {
      const end = endOfSpan(m.slice(2), today);
      return end === null ? null : endedMonths(monthsOf(m[1]), end.year, end.month);
    },
    ['quarter', 'months', 'year'],
    timeHints('may'),
  ),
  rule('month day year', `${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, ['October 29, 2025', '2025-10-29'], (m) =>
    dayPeriod({ year: Number(m[3]), month: monthNumber(m[1]), day: Number(m[2]) }),
  ),
  rule('day month year', `(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}`, ['29 October 2025', '2025-10-29'], (m) =>
    dayPeriod({ year: Number(m[3]), month: monthNumber(m[2]), day: Number(m[1]) }),
  ),
  rule('month day', `${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?! ?(?:million|billion|bn|per))`, ['Oct. 29', '2025-10-29'], (m, today) =>
    dayWithoutYear(monthNumber(m[1]), Number(m[2]), today),
  ),
  rule('day month', `(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}`, ['on 29 October', '2025-10-29'], (m, today) =>
    dayWithoutYear(monthNumber(m[2]), Number(m[1]), today),
  ),
  rule(
    'years after years',
    `by ${YEAR},? (?:up )?(?:from|compared with|versus|over|on|than(?: it was)?(?: in)?) ${YEAR}(?: levels)?`,
    ['by 2030 from 2023', '2023/2030'],
    (m) => yearsPeriod(Number(m[2]), Number(m[1])),
    ['by '],
  ),
  rule(
    'between years',
    `(?:between|from) ${YEAR} (?:and|to|through|until) ${YEAR}`,
    ['between 2023 and 2030', '2023/2030'],
    (m) => yearsPeriod(Number(m[1]), Number(m[2])),
    ['between', 'from'],
  ),
  rule('years to years', `${YEAR} ?[–/-] ?${YEAR}`, ['in 2023–2030', '2023/2030'], (m) => yearsPeriod(Number(m[1]), Number(m[2])), [
    '–',
    '/',
    '-',
  ]),
  rule(
    'quarter of fiscal year',
    `(?:the )?(?:fiscal )?${ORDINAL}(?:[ -](?:fiscal[ -])?quarter)?(?: of)?(?: its)? (?:fiscal(?: year)?|fy) ?(\\d{4})`,
    ['third quarter of fiscal 2026', 'FY2026-Q3'],
    (m) => fiscalPeriod(Number(m[2]), ordinalOf(m[1])),
    ['fiscal', 'fy'],
  ),
  rule(
    'quarter of year',
    `(?:the )?(?:${ORDINAL}[ -]quarter|(q[1-4]))(?: of| in)?,? ${YEAR}`,
    ['the third quarter of 2025', '2025-Q3'],
    (m) => quarterPeriod(Number(m[3]), ordinalOf(m[1] ?? m[2])),
    QUARTERS,
  ),
  rule('year quarter', `${YEAR}[ -]?q([1-4])`, ['2025 Q3', '2025-Q3'], (m) => quarterPeriod(Number(m[1]), Number(m[2])), QUARTERS),
  rule(
    'half of year',
    `(?:the )?(first|second) half of ${YEAR}`,
    ['the first half of 2025', '2025-H1'],
    (m) => halfPeriod(Number(m[2]), ordinalOf(m[1])),
    ['half'],
  ),
  rule(
    'named half',
    `(?:the |its )?(first|second)[ -]half`,
    ['first-half profit', '2025-H1'],
    (m, today) => (today === null ? null : namedHalf(ordinalOf(m[1]), today)),
    ['half'],
  ),
  rule(
    'last half',
    `(?:in |for |over )(?:the |its )half[ -]year|half-year(?= (?:results|profit|sales|revenue|report))`,
    ['sales rose for the half year', '2025-H1'],
    (_m, today) => (today === null ? null : lastHalf(today)),
    ['half'],
  ),
  rule(
    'fiscal year',
    `(?:(?:full[ -])?fiscal(?:[ -]year)?|fy|financial year) ?'?(\\d{4}|\\d\\d)`,
    ['fiscal 2026', 'FY2026'],
    (m) => fiscalPeriod(Number(m[1]) + ((m[1] ?? '').length === 2 ? 2000 : 0), null),
    ['fiscal', 'fy', 'financial'],
  ),
  rule(
    'end of year',
    `(?:the )?(?:end of|close of|year[ -]end|end-)(?: of)?(?: the year| calendar)? ?${YEAR}`,
    ['by the end of 2026', '2026-12-31'],
    (m) => endOf(Number(m[1])),
    ['end', 'close of'],
  ),
  rule(
    'end of this year',
    `(?:the )?(?:end of (?:the|this) year|year[’']s end|year[ -]end)`,
    ['by the end of the year', '2025-12-31'],
    (_m, today) => (today === null ? null : endOf(today.year)),
    ['end'],
    timeHints('year'),
  ),
  rule(
    'end of next year',
    `(?:the )?end of next year`,
    ['by the end of next year', '2026-12-31'],
    (_m, today) => (today === null ? null : endOf(today.year + 1)),
    ['end of next'],
    timeHints('year'),
  ),
  rule(
    'end of month',
    `(?:the )?end of ${MONTH}(?:,? ${YEAR})?`,
    ['at the end of September', '2025-09-30'],
    (m, today) => endOfMonth(m, today),
    ['end of'],
  ),
  rule('middle of year', `(?:mid[- ]|the middle of )${YEAR}`, ['as of mid-2025', '2025-06'], (m) => monthPeriod(Number(m[1]), 6), ['mid']),
  rule('month year', `(?:(?:early|mid|late)[ -])?${MONTH}(?: of)?,? ${YEAR}`, ['in November 2024', '2024-11'], (m) =>
    monthPeriod(Number(m[2]), monthNumber(m[1])),
  ),
  rule('early or late in a year', `(?:early|late)(?: in)?[ -]${YEAR}`, ['late 2026', '2026'], (m) => yearPeriod(Number(m[1])), [
    'early',
    'late',
  ]),
  rule(
    'since a year',
    `since ${YEAR}`,
    ['since 2023', '2023/2025'],
    (m, today) => (today === null ? null : yearsPeriod(Number(m[1]), today.year)),
    ['since'],
  ),
  rule('year', `(?:calendar(?: year)? )?${YEAR}(?!,\\d{3})`, ['in 2025', '2025'], (m) => yearPeriod(Number(m[1]))),
  rule(
    'month last or next year',
    `${MONTH}(?: of)? (last|this|next) year`,
    ['in September last year', '2024-09'],
    (m, today) => (today === null ? null : monthPeriod(today.year + offset(m[2]), monthNumber(m[1]))),
    ['year'],
  ),
  rule(
    'same period before',
    `(?:(?:in )?the )?(?:same|year[- ](?:ago|earlier)) (?:quarter|period|month|three months)(?: (?:a year (?:ago|earlier|before)|(?:of )?last year|of the previous year))?|(?:a|one) year (?:ago|earlier|before|prior)|the (?:previous|prior) year|year-ago`,
    ['from $18bn a year ago', '2024'],
    (_m, today) => (today === null ? null : yearPeriod(today.year - 1)),
    ['same', 'ago', 'earlier', 'before', 'prior', 'previous'],
  ),
  rule(
    'years ago',
    `${NUMBER} years (?:ago|earlier|before)`,
    ['three years ago', '2022'],
    (m, today) => (today === null ? null : yearPeriod(today.year - numberOf(m[1]))),
    ['years'],
  ),
  rule(
    'past years',
    `(?:in|over|during|within) (?:the )?(?:past|last|previous) ${NUMBER} years`,
    ['over the past three years', '2022/2025'],
    (m, today) => (today === null ? null : yearsPeriod(today.year - numberOf(m[1]), today.year)),
    ['years'],
  ),
  rule(
    'next years',
    `(?:in|over|during|within) (?:the )?(?:next|coming|following) ${NUMBER} years`,
    ['over the next five years', '2025/2030'],
    (m, today) => (today === null ? null : yearsPeriod(today.year, today.year + numberOf(m[1]))),
    ['years'],
  ),
  rule(
    'year to date',
    `(?:so far )?this year|year[- ]to[- ]date|(?:for|since) the (?:start of the )?year`,
    ['up 40% year to date', '2025'],
    (_m, today) => (today === null ? null : yearPeriod(today.year)),
    ['this year', 'to date', 'to-date', 'the year'],
    timeHints('year'),
  ),
  rule('last year', `last year`, ['last year', '2024'], (_m, today) => (today === null ? null : yearPeriod(today.year - 1)), ['last year']),
  rule('next year', `next year`, ['next year', '2026'], (_m, today) => (today === null ? null : yearPeriod(today.year + 1)), ['next year']),
  rule(
    'end of the decade',
    `(?:the )?end of (?:the|this) decade`,
    ['by the end of the decade', '2030'],
    (_m, today) => (today === null ? null : yearPeriod(Math.ceil((today.year + 1) / 10) * 10)),
    ['decade'],
  ),
  rule(
    'quarter of month',
    `(?:the )?(march|june|september|december) quarter`,
    ['the June quarter', '2025-Q2'],
    (m, today) => (today === null ? null : namedQuarter(monthNumber(m[1]) / 3, today)),
    ['quarter'],
  ),
  rule(
    'fiscal quarter',
    `(?:the |its )?fiscal[ -]${ORDINAL}(?:[ -]quarter)?`,
    ['fiscal fourth-quarter net income', 'FY2025-Q4'],
    (m, today) => (today === null ? null : reportedFiscalQuarter(ordinalOf(m[1]), today)),
    ['fiscal'],
  ),
  rule(
    'named quarter',
    `(?:the |its )?${ORDINAL}[ -]quarter|q([1-4])`,
    ['third-quarter revenue', '2025-Q3'],
    (m, today) => (today === null ? null : namedQuarter(ordinalOf(m[1] ?? m[2]), today)),
    QUARTERS,
  ),
  rule(
    'last quarter',
    `(?:the )?(?:last|latest|previous|past|most recent|recent|prior) quarter|(?:the|in the|for the) quarter|quarterly|the (?:latest )?three months`,
    ['in the latest quarter', '2025-Q3'],
    (_m, today) => (today === null ? null : quarterPeriod(lastQuarter(today).year, lastQuarter(today).quarter)),
    ['quarter', 'month'],
  ),
  rule(
    'this quarter',
    `(?:this|the current) quarter`,
    ['this quarter', '2025-Q4'],
    (_m, today) => (today === null ? null : quarterPeriod(today.year, Math.ceil(today.month / 3))),
    ['quarter'],
  ),
  rule('next quarter', `next quarter`, ['next quarter', '2026-Q1'], (_m, today) => (today === null ? null : nextQuarter(today)), [
    'quarter',
  ]),
  rule(
    'relative month',
    `(last|this|next|earlier this) month`,
    ['last month', '2025-10'],
    (m, today) => (today === null ? null : shiftedMonth(today, offset(m[1]))),
    ['month'],
  ),
  rule(
    'relative day',
    `(today|yesterday|tomorrow)`,
    ['yesterday', '2025-11-02'],
    (m, today) =>
      today === null ? null : dayPeriod(addDays(today, m[1]?.toLowerCase() === 'today' ? 0 : m[1]?.toLowerCase() === 'tomorrow' ? 1 : -1)),
    [],
    timeHints('today'),
  ),
  rule(
    'weekday',
    `(?:(last|next|this|previous|coming) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?: (?:last|this|next) week)?`,
    ['on Friday', '2025-10-31'],
    (m, today) => (today === null ? null : weekday(m, today)),
    [],
    timeHints('monday'),
  ),
  rule(
    'named month',
    `(?:in|by|since|until|through|from|as of|during|late|early|mid|back in|of|last|next|this|announced|until|before|after)[ -](?:early |late |mid-)?${MONTH}`,
    ['in October', '2025-10'],
    (m, today) => (today === null ? null : monthWithoutYear(monthNumber(m[1]), today, /next|by|until|before/i.test(m[0]))),
  ),
];
