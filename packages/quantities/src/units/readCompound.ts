import { compare, divide, type Exact, multiply, one, powerOfTen, shift } from '../exact.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Unit } from './unit.ts';
import { unitsByName, unitsBySymbol } from './unitTable.ts';

/** A unit to a power, negative where it divides. */
interface Factor {
  readonly unit: Unit;
  readonly exponent: number;
}

/** Nobody writes more: `kg·m²/s³A`. */
const MAX_FACTORS = 5;
const LONGEST_SYMBOL = 5;
const LONGEST_COMPOUND = 40;

/** Behind a space these may go on a product, as long as a symbol of a first kind stands before it: `J s`, `N m`, `m s-1`. */
const leadingSymbols = new Set('J kJ MJ N kN Pa kPa W kW V A C T K mol kg g cd lm lx m cm mm km rad'.split(' '));
const spacedSymbols = new Set('s m h K kg m² mol A cd sr'.split(' '));

/** Spaces of every width, none and line ends: one code unit each, so that offsets stay. */
const anySpace = /[\s\u0085\u180e\u200b\u2060]/g;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Units multiplied and divided: `J·s`, `kg·m/s²`, `W/(m²·K)`, `m s⁻¹`, `s-1`. One unit, or one over another, is left to the tables
 * and to the reader of rates. The result is in base units, seconds instead of years.
 */
export function readCompound(tokens: Tokens, first: number): { unit: Unit; next: number } | null {
  const { start } = tokens.at(first);
  const text = tokens.text.slice(start, start + LONGEST_COMPOUND).replace(anySpace, ' ');
  const found = parse(text);
  if (found === null) return null;
  const { factors, end } = found;
  const next = tokenEndingAt(tokens, first, start + end);
  if (next === null || (tokens.isAttached(next) && !/^[\p{P}]$/u.test(tokens.at(next).text))) return null;
  const unit = compose(factors);
  return unit === null ? null : { unit, next };
}

function parse(text: string): { factors: Factor[]; end: number } | null {
  const factors: Factor[] = [];
  let at = 0;
  let sign = 1;
  let isInBrackets = false;
  let isJoined = false;
  for (let count = 0; count < MAX_FACTORS; count += 1) {
    const symbol = symbolAt(text, at);
    if (symbol === null) break;
    const power = powerAt(text, at + symbol.length);
    const unit = unitOf(symbol);
    if (unit === undefined || (unit.kind !== 'physical' && unit.kind !== 'duration')) break;
    factors.push({ unit, exponent: sign * power.exponent });
    at = power.end;
    isJoined ||= count > 0 || power.exponent < 0;
    const joint = jointAt(text, at, symbol, count > 0 && sign < 0);
    if (joint === null) break;
    if (joint.isDivision) sign = -1;
    else if (!isInBrackets && sign < 0 && !joint.isAttached) sign = 1;
    isInBrackets ||= joint.opens;
    if (symbolAt(text, joint.end) === null) break;
    at = joint.end;
  }
  if (isInBrackets && text[at] === ')') at += 1;
  const isRate =
    factors.length === 2 &&
    (factors[0]?.exponent ?? 0) > 0 &&
    (factors[1]?.exponent ?? 0) < 0 &&
    !text.slice(0, at).includes('-') &&
    !/[⁻]/.test(text.slice(0, at));
  return isJoined && !isRate ? { factors, end: at } : null;
}

/** The longest symbol in the table; behind it no letter that would make it a word. */
function symbolAt(text: string, at: number): string | null {
  for (let length = LONGEST_SYMBOL; length > 0; length -= 1) {
    const symbol = text.slice(at, at + length);
    if (
      symbol.length === length &&
      /^[\p{L}°µμ]+$/u.test(symbol) &&
      !/[²³]/.test(symbol) &&
      unitOf(symbol) !== undefined &&
      !/^\p{Ll}{2}/u.test(text.slice(at + length))
    )
      return symbol;
  }
  return null;
}

/** Alone these letters are mostly something else; within a compound they are units. */
const hiddenSymbols: ReadonlyMap<string, string> = new Map([
  ['K', 'kelvin'],
  ['A', 'ampere'],
  ['C', 'coulomb'],
  ['F', 'farad'],
  ['H', 'henry'],
  ['L', 'liter'],
]);

function unitOf(symbol: string): Unit | undefined {
  return unitsBySymbol.get(symbol) ?? unitsByName.get(hiddenSymbols.get(symbol) ?? '');
}

function powerAt(text: string, at: number): { exponent: number; end: number } {
  const rest = text.slice(at);
  const raised = /^([⁻])?([⁰¹²³⁴⁵⁶⁷⁸⁹])/.exec(rest);
  if (raised !== null) {
    const size = superscripts.indexOf(raised[2] ?? '');
    return { exponent: raised[1] === undefined ? size : -size, end: at + raised[0].length };
  }
  const plain = /^(?:\^\(?([-−]?\d)\)?|([-−][1-4]|[2-4])(?!\d|\.\d))/.exec(rest);
  const digits = plain?.[1] ?? plain?.[2];
  if (plain === null || digits === undefined) return { exponent: 1, end: at };
  const end = at + plain[0].length;
  const isNumber =
    plain[1] === undefined && /^ ?[\p{L}%$€£°-]/u.test(rest.slice(plain[0].length)) && !/^ [\p{L}°]+[-−⁻]/u.test(text.slice(end));
  return isNumber && !/^ (?!and|to|or)\p{Ll}{3}/u.test(text.slice(end))
    ? { exponent: 1, end: at }
    : { exponent: Number(digits.replace('−', '-')), end };
}

interface Joint {
  readonly end: number;
  readonly isDivision: boolean;
  readonly isAttached: boolean;
  readonly opens: boolean;
}

function jointAt(text: string, at: number, before: string, isDividing: boolean): Joint | null {
  const sign = /^(?:[·⋅*∙]| [·⋅*×] |\/\(?|(?<=.)\()/.exec(text.slice(at));
  if (sign !== null && sign[0] !== '(')
    return { end: at + sign[0].length, isDivision: sign[0].startsWith('/'), isAttached: false, opens: sign[0].endsWith('(') };
  const isTouching = isDividing && symbolAt(text, at) !== null;
  if (isTouching) return { end: at, isDivision: true, isAttached: true, opens: false };
  const spaced = text[at] === ' ' ? symbolAt(text, at + 1) : null;
  const isLength = /^(?:[cmk]?m)$/.test(before);
  const isProduct =
    spaced !== null &&
    leadingSymbols.has(before) &&
    (!isLength || powerAt(text, at + 1 + spaced.length).exponent < 0) &&
    spacedSymbols.has(spaced) &&
    !/^[\p{L}'’]/u.test(text.slice(at + 1 + spaced.length));
  return isProduct ? { end: at + 1, isDivision: false, isAttached: false, opens: false } : null;
}

/** Whether what touches or follows a simple unit can make it a part of a compound: one look, for most units stand alone. */
export function mayBeCompound(tokens: Tokens, simple: number, next: number): boolean {
  const token = tokens.at(next);
  if (token.kind === 'break') return false;
  if (token.gap) return spacedSymbols.has(tokens.at(next).text) && leadingSymbols.has(tokens.at(simple).text);
  if (token.text === '-' || token.text === '−') return tokens.isNumber(next + 1) && tokens.isAttached(next + 1);
  return token.kind === 'number' || compoundSigns.has(token.text);
}

const compoundSigns = new Set(['/', '^', '·', '⋅', '∙', '*', '⁻']);

/** The token behind the one that ends at this offset. */
function tokenEndingAt(tokens: Tokens, first: number, offset: number): number | null {
  for (let at = first; at < first + LONGEST_COMPOUND && tokens.at(at).kind !== 'break'; at += 1) {
    if (tokens.at(at).end === offset) return at + 1;
  }
  return null;
}

function compose(factors: readonly Factor[]): Unit | null {
  const second = unitsByName.get('second');
  if (
    second === undefined ||
    factors.some(({ unit, exponent }) => exponent === 0 || unit.offset !== null || !/^[\p{L}°]+$/u.test(unit.base))
  )
    return null;
  const written = spell(factors.map(({ unit, exponent }) => ({ name: shortOf(unit), exponent })));
  const known = unitsBySymbol.get(written);
  if (known !== undefined) return known;
  let numerator = one;
  let denominator = one;
  for (const { unit, exponent } of factors) {
    const top =
      unit.kind === 'duration'
        ? divide(multiply(unit.numerator, second.denominator), multiply(unit.denominator, second.numerator))
        : unit.numerator;
    const bottom = unit.kind === 'duration' ? one : unit.denominator;
    for (let count = 0; count < Math.abs(exponent); count += 1) {
      numerator = multiply(numerator, exponent > 0 ? top : bottom);
      denominator = multiply(denominator, exponent > 0 ? bottom : top);
    }
  }
  const base = spell(factors.map(({ unit, exponent }) => ({ name: unit.kind === 'duration' ? 's' : unit.base, exponent })));
  return { kind: 'physical', base, written, ...reduced(numerator, denominator), offset: null, per: null };
}

/** A whole power of ten below the line goes above it. */
function reduced(numerator: Exact, denominator: Exact): { numerator: Exact; denominator: Exact } {
  if (compare(denominator, powerOfTen(denominator.exponent)) !== 0) return { numerator, denominator };
  return { numerator: shift(numerator, -denominator.exponent), denominator: one };
}

function shortOf(unit: Unit): string {
  return unit.kind === 'duration' ? (shortTimes.get(unit.written) ?? unit.written) : unit.written;
}

const shortTimes: ReadonlyMap<string, string> = new Map([
  ['second', 's'],
  ['minute', 'min'],
  ['hour', 'h'],
]);

/** `kg·m/s²`, `W/m²/K`, `s⁻¹`. */
function spell(factors: readonly { name: string; exponent: number }[]): string {
  const top = factors.filter(({ exponent }) => exponent > 0).map(({ name, exponent }) => name + superscript(exponent));
  const bottom = factors.filter(({ exponent }) => exponent < 0);
  if (top.length === 0) return bottom.map(({ name, exponent }) => `${name}⁻${superscript(-exponent) || '¹'}`).join('·');
  return [top.join('·'), ...bottom.map(({ name, exponent }) => name + superscript(-exponent))].join('/');
}

function superscript(exponent: number): string {
  return exponent === 1 ? '' : (superscripts[exponent] ?? '');
}
