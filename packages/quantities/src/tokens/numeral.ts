import { type Exact, exact, parseWhole } from '../exact.ts';
import { codeAt, isBlank, isDigit, isLetter, isSpace } from './characters.ts';

/** A number in digits. `value` is null when the digits are no amount: a version, an address, an identifier. */
export interface Numeral {
  readonly end: number;
  readonly value: Exact | null;
  /** Digits before and after the decimal point, without grouping. */
  readonly integerDigits: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** More than one point: 1.2.3. */
  readonly dotted: boolean;
}

/** Longer runs of digits are identifiers; also what keeps hostile input linear, since big integers cost more than their length. */
const MAX_DIGITS = 24;
const MAX_EXPONENT = 40;

const COMMA = 0x2c;
const POINT = 0x2e;
/** The raised points of British print, as keyboards and fonts have them: `£1·4bn`. */
const FIRST_RAISED = 0xb7;
const raisedPoints: ReadonlySet<number> = new Set([0xb7, 0x2d9, 0x2027, 0x2219, 0x22c5]);

/**
 * Which mark stands before the decimals. `auto`: as English news writes (1,234.5), with other habits where nothing else is possible;
 * `point`: English throughout; `comma`: Continental throughout (1.234,5).
 */
export type DecimalMark = 'auto' | 'point' | 'comma';

/** Reads the digits at `start`, with grouping by commas, apostrophes or spaces, decimals and a power of ten (1.5e9). */
export function readNumeral(text: string, start: number, decimalMark: DecimalMark): Numeral {
  const integerEnd = endOfDigits(text, start);
  if (decimalMark === 'comma') return readWithComma(text, start, integerEnd);
  const continental = decimalMark === 'auto' ? readContinental(text, start, integerEnd) : null;
  if (continental !== null) return continental;
  const groupedEnd = endOfGroups(text, start, integerEnd);
  const grouped = groupedEnd > integerEnd;
  let end = groupedEnd;
  let decimals = 0;
  if (isDecimalPoint(text, end)) {
    const decimalEnd = endOfDigits(text, end + 1);
    decimals = decimalEnd - end - 1;
    end = decimalEnd;
  }
  const dottedEnd = decimals > 0 && !grouped ? endOfDottedParts(text, end) : end;
  const integer = grouped ? digitsOf(text, start, groupedEnd) : text.slice(start, groupedEnd);
  const dotted = dottedEnd > end;
  const isAmount = !dotted && integer.length + decimals <= MAX_DIGITS;
  const power = isAmount ? readPowerOfTen(text, end) : null;
  return {
    end: power?.end ?? dottedEnd,
    value: isAmount ? exact(parseWhole(integer + text.slice(end - decimals, end)), (power?.exponent ?? 0) - decimals) : null,
    integerDigits: integer.length,
    decimals,
    grouped,
    leadingZero: integer.length > 1 && integer.startsWith('0'),
    dotted,
  };
}

/** More groups than these are no number. */
const MAX_GROUPS = 7;

/**
 * `1.234.567`, `1.234,5`, `1 234,56`: points or spaces for groups and a comma for the decimals. Only where nothing else is possible:
 * with one point and no comma it is an English decimal, and a comma without groups needs a currency, a percent sign or a scale beside it.
 */
function readContinental(text: string, start: number, integerEnd: number): Numeral | null {
  const lead = integerEnd - start;
  const separator = codeAt(text, integerEnd);
  const isPoint = separator === POINT;
  if (lead < 1 || (!isPoint && separator !== COMMA && !isBlank(separator))) return null;
  let end = integerEnd;
  let groups = 0;
  while (lead <= 3 && separator !== COMMA && groups < MAX_GROUPS && codeAt(text, end) === separator) {
    if (endOfDigits(text, end + 1) - end !== 4) break;
    end += 4;
    groups += 1;
  }
  const decimals = codeAt(text, end) === COMMA ? endOfDigits(text, end + 1) - end - 1 : 0;
  const hasDecimals =
    decimals > 0 &&
    decimals !== 3 &&
    codeAt(text, end + 1 + decimals) !== COMMA &&
    (groups > 0 || (decimals < 3 && isMeasured(text, start, end + 1 + decimals)));
  if (groups === 0 ? !hasDecimals : isPoint ? groups < 2 && !hasDecimals : !hasDecimals) return null;
  if (!hasDecimals && (isDigit(codeAt(text, end)) || (codeAt(text, end) === POINT && isDigit(codeAt(text, end + 1))))) return null;
  const integer = digitsOf(text, start, end);
  const places = hasDecimals ? decimals : 0;
  const stop = hasDecimals ? end + 1 + decimals : end;
  if (integer.length + places > MAX_DIGITS) return null;
  const value = exact(parseWhole(integer + text.slice(stop - places, stop)), -places);
  return { end: stop, value, integerDigits: integer.length, decimals: places, grouped: groups > 0, leadingZero: false, dotted: false };
}

/** Points, spaces or apostrophes part groups of three, a comma the decimals. With a point anywhere else it is no amount: a date, a version. */
function readWithComma(text: string, start: number, integerEnd: number): Numeral {
  const lead = integerEnd - start;
  const separator = codeAt(text, integerEnd);
  let groupedEnd = integerEnd;
  if (lead >= 1 && lead <= 3 && separator !== COMMA && (separator === POINT || isSeparator(separator))) {
    while (codeAt(text, groupedEnd) === separator && endOfDigits(text, groupedEnd + 1) - groupedEnd === 4) groupedEnd += 4;
  }
  const decimalEnd = codeAt(text, groupedEnd) === COMMA ? endOfDigits(text, groupedEnd + 1) : groupedEnd;
  const isList = codeAt(text, decimalEnd) === COMMA && isDigit(codeAt(text, decimalEnd + 1));
  const decimals = isList ? 0 : Math.max(0, decimalEnd - groupedEnd - 1);
  const end = decimals > 0 ? decimalEnd : groupedEnd;
  const dottedEnd = endOfDottedParts(text, end);
  const integer = digitsOf(text, start, groupedEnd);
  const isAmount = dottedEnd === end && integer.length > 0 && integer.length + decimals <= MAX_DIGITS;
  return {
    end: dottedEnd,
    value: isAmount ? exact(parseWhole(integer + text.slice(end - decimals, end)), -decimals) : null,
    integerDigits: integer.length,
    decimals,
    grouped: groupedEnd > integerEnd,
    leadingZero: integer.length > 1 && integer.startsWith('0'),
    dotted: dottedEnd > end,
  };
}

const LONGEST_MEASURE = 10;
/** Space within a paragraph, if any: what stands in the next one says nothing of a number. */
const GAP = '[^\\S\\u2029]?';
const measure = new RegExp(
  `^${GAP}(?:[%€£]|per ?cent|mill?i|milh|milj|bill?i|bilh|trill?i|trilh|mln|bn|mn|mrd|mio|mia|mdr|euros?\\b|` +
    `(?:[kmtb]|mn|md)?(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF)m?\\b|(?:[kmt]|mn|md|mdr)?kr\\b|(?:[km]|mds?|mrd)${GAP}[€$£])`,
  'i',
);

const currencyBefore = new RegExp(`[$€£¥₹]${GAP}$`);

/** Before `12,50` or behind it stands what only an amount has. */
function isMeasured(text: string, start: number, end: number): boolean {
  if (currencyBefore.test(text.slice(Math.max(0, start - 2), start))) return true;
  return measure.test(text.slice(end, end + LONGEST_MEASURE));
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(codeAt(text, end))) end += 1;
  return end;
}

/** 1,234,567 · 1 234 567 · 1'234'567 · 12,34,567 (lakh, crore): one kind of separator throughout. */
function endOfGroups(text: string, start: number, integerEnd: number): number {
  const lead = integerEnd - start;
  const separator = codeAt(text, integerEnd);
  if (lead < 1 || lead > 3 || !isSeparator(separator) || (isSpace(separator) && codeAt(text, start) === 0x30)) return integerEnd;
  let end = integerEnd;
  while (codeAt(text, end) === separator) {
    const groupEnd = endOfDigits(text, end + 1);
    const size = groupEnd - end - 1;
    const isIndianGroup =
      size === 2 && separator === COMMA && lead <= 2 && codeAt(text, groupEnd) === COMMA && isGroupOfThreeAhead(text, groupEnd);
    if (size !== 3 && !isIndianGroup) break;
    if (isSpace(separator) && codeAt(text, groupEnd) === 0x2d && isDigit(codeAt(text, groupEnd + 1))) break;
    end = groupEnd;
  }
  return isSpace(separator) && isAirliner(text, end) ? integerEnd : end;
}

/** `50 787 Dreamliners`, `15 777Xs`: the group is a model, and the number before it counts them. */
function isAirliner(text: string, end: number): boolean {
  if (codeAt(text, end - 1) !== 0x37 || codeAt(text, end - 3) !== 0x37) return false;
  return /^(?:s\b|X|-\d|\s(?:max|dreamliner|jet|ng\b|plane|aircraft|freighter))/i.test(text.slice(end, end + 12));
}

function isGroupOfThreeAhead(text: string, comma: number): boolean {
  const size = endOfDigits(text, comma + 1) - comma - 1;
  return size === 3 || size === 2;
}

function isSeparator(code: number): boolean {
  return code === COMMA || code === 0x27 || code === 0x2019 || isBlank(code);
}

function endOfDottedParts(text: string, start: number): number {
  let end = start;
  while (isDecimalPoint(text, end)) end = endOfDigits(text, end + 1);
  return end;
}

/** A point with a digit behind it. The raised one multiplies, too: `3·10^8`. */
export function isDecimalPoint(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if ((code !== POINT && code < FIRST_RAISED) || !isDigit(codeAt(text, at + 1))) return false;
  return code === POINT || (raisedPoints.has(code) && !/^10[\^⁰¹²³⁴-⁹⁻]/.test(text.slice(at + 1, at + 4)));
}

/** `e10`, `e-3`, `E+9` right behind the digits, and nothing of a word behind it. */
function readPowerOfTen(text: string, start: number): { end: number; exponent: number } | null {
  const mark = codeAt(text, start);
  if (mark !== 0x65 && mark !== 0x45) return null;
  const sign = codeAt(text, start + 1);
  const isSigned = sign === 0x2b || sign === 0x2d;
  const digitsStart = isSigned ? start + 2 : start + 1;
  const end = endOfDigits(text, digitsStart);
  if (end === digitsStart || end - digitsStart > 2 || isLetter(codeAt(text, end))) return null;
  const size = Number(text.slice(digitsStart, end));
  if (size > MAX_EXPONENT) return null;
  return { end, exponent: sign === 0x2d ? -size : size };
}

function digitsOf(text: string, start: number, end: number): string {
  const written = text.slice(start, end);
  return end - start > MAX_DIGITS * 2 ? written : written.replace(/\D/g, '');
}
