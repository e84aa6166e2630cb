import { isHyphen, isUpperCase } from '../tokens/characters.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { mayBeCompound, readCompound } from './readCompound.ts';
import type { Unit } from './unit.ts';
import { unitsByName, unitsBySymbol } from './unitTable.ts';

/** A unit found in the text, and the token behind it. */
export interface UnitReading {
  readonly unit: Unit;
  readonly next: number;
}

/** The longest unit name has five words (degrees, square, per, an, hour). */
const MAX_NAME_WORDS = 5;
/** `J/m^2` has five tokens. */
const MAX_SYMBOL_TOKENS = 5;

/** Symbols so short that, with a space before them, they are more often something else (5 m, 3 s, 7 h aside). */
const attachedOnly = new Set(['h', 's', 'mo', 'MP', 'K', 'We']);

/** Initials are written like these: `1101 W. Waveland`. */
const initials = new Set(['V', 'J', 'W', 'L', 'N']);

/** Reads a unit behind a number: `GW`, `-gigawatt`, `per cent`, `square miles`, `km/h`, `°C`. */
export function readUnit(tokens: Tokens, at: number): UnitReading | null {
  const first = skipHyphen(tokens, at);
  const pounds = readPounds(tokens, first, first > at);
  if (pounds !== null) return pounds;
  if (isCup(tokens.lower(first)) && !isMeasuringCup(tokens, first)) return null;
  const simple = readNamedOrRaised(tokens, first, first > at) ?? readSymbol(tokens, first, first > at);
  const end = simple?.next ?? first + 1;
  const compound = mayBeCompound(tokens, first, end) ? readCompound(tokens, first) : null;
  return compound !== null && compound.next > end ? compound : simple;
}

/** `ft^2`: `ft` is a name, too, and the power belongs to its symbol. */
function readNamedOrRaised(tokens: Tokens, first: number, isHyphenated: boolean): UnitReading | null {
  const named = readName(tokens, first);
  if (named === null || tokens.at(named.next).text !== '^') return named;
  return readSymbol(tokens, first, isHyphenated) ?? named;
}

/** Pounds of something and a ten-pound something are a weight; elsewhere they may be money and stay open. */
function readPounds(tokens: Tokens, at: number, isHyphenated: boolean): UnitReading | null {
  if (tokens.lower(at) !== 'pounds' && tokens.lower(at) !== 'pound') return null;
  const next = skipHyphen(tokens, at + 1);
  const isTorque = tokens.lower(next) === 'feet' || tokens.lower(next) === 'foot';
  return (isHyphenated || tokens.lower(at + 1) === 'of') && !isTorque ? readNamed('lb', at + 1) : null;
}

function isCup(word: string): boolean {
  return word === 'cup' || word === 'cups';
}

/** `1/2 cup`, `two cups of flour`; others are won, or drunk. */
function isMeasuringCup(tokens: Tokens, at: number): boolean {
  return tokens.lower(at + 1) === 'of' || tokens.at(at - 2).text === '/' || /^[¼½¾⅓⅔⅛]$/.test(tokens.at(at - 1).text);
}

function readNamed(name: string, next: number): UnitReading | null {
  const unit = unitsByName.get(name);
  return unit === undefined ? null : { unit, next };
}

export function unitNamed(name: string): Unit | null {
  return unitsByName.get(name) ?? null;
}

/** Most words end the search at the first look. */
const firstWords: ReadonlySet<string> = new Set([...unitsByName.keys()].map((name) => name.split(' ')[0] ?? name));

function readName(tokens: Tokens, first: number): UnitReading | null {
  if (!tokens.isWord(first) || !firstWords.has(tokens.lower(first))) return null;
  let name = '';
  let best: UnitReading | null = null;
  let at = first;
  for (let words = 0; words < MAX_NAME_WORDS && tokens.isWord(at); words += 1) {
    name = name === '' ? tokens.lower(at) : `${name} ${tokens.lower(at)}`;
    at += 1;
    const unit = unitsByName.get(name);
    if (unit !== undefined && !isQuarterPoint(tokens, at)) best = { unit, next: at };
    if (tokens.at(at).text === '.' && tokens.isAttached(at) && isShort(tokens.lower(at - 1)) && tokens.isWord(at + 1)) at += 1;
    else at = skipHyphen(tokens, at);
  }
  return best;
}

/** `three quarter-point cuts`: cuts are counted, not quarters. */
function isQuarterPoint(tokens: Tokens, next: number): boolean {
  return tokens.lower(next - 1) === 'quarter' && isHyphen(tokens.at(next).text) && /^p(?:oint|ercentage)$/.test(tokens.lower(next + 1));
}

/** `sq. ft`, `cu. m`: the point belongs to the short form. */
function isShort(word: string): boolean {
  return word === 'sq' || word === 'cu' || word === 'fl';
}

/** What goes on behind a symbol's letters: the slash of `km/h`, the point of `lb·ft`. */
const insideSymbols: ReadonlySet<string> = new Set(
  [...unitsBySymbol.keys()].flatMap((symbol) => [...symbol.slice(1)].filter((mark) => !/\p{L}/u.test(mark))),
);

function readSymbol(tokens: Tokens, first: number, isHyphenated: boolean): UnitReading | null {
  const isSpaced = tokens.at(first).gap;
  let symbol = '';
  let best: UnitReading | null = null;
  for (let count = 0; count < MAX_SYMBOL_TOKENS; count += 1) {
    const at = first + count;
    const token = tokens.at(at);
    if (token.kind === 'break' || (count > 0 && (token.gap || (token.kind === 'symbol' && !insideSymbols.has(token.text))))) break;
    symbol += token.text;
    const unit = unitsBySymbol.get(symbol);
    if (unit === undefined || (isSpaced && (attachedOnly.has(symbol) || isInitial(tokens, at)))) continue;
    if (symbol === 'x' && tokens.isNumber(at + 1)) continue;
    best = { unit, next: at + 1 };
  }
  if (best === null || isGluedToMore(tokens, best.next, isHyphenated)) return null;
  return best;
}

/** `1101 W. Waveland`, `40 N Main Street`; nobody lives at number 2.5, and `2.5 W.` at a paragraph's end is power. */
function isInitial(tokens: Tokens, at: number): boolean {
  if (!initials.has(tokens.at(at).text) || tokens.at(at - 1).numeral?.decimals) return false;
  const name = tokens.at(at + 1).text === '.' ? at + 2 : at + 1;
  return tokens.isWord(name) ? name > at + 1 || isUpperCase(tokens.at(name).text) : name > at + 1 && tokens.at(name).kind !== 'break';
}

/** `5m-long` and `10GW+` are units; `3G4` and `12C3` are names. */
function isGluedToMore(tokens: Tokens, next: number, isHyphenated: boolean): boolean {
  const token = tokens.at(next);
  return !isHyphenated && !token.gap && token.kind === 'number';
}
