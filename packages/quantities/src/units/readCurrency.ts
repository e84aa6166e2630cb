import { exact, one } from '../exact.ts';
import { scaleAbbreviations, scaleWords } from '../numbers/scales.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { dollarsBehind, isCents } from './cents.ts';
import {
  capitalAbbreviations,
  currencyAbbreviations,
  currencyCodes,
  currencyNames,
  currencySymbols,
  lowerCaseCodes,
  partNames,
  scaledOnlyNames,
  sharedNames,
  subunitNames,
  symbolPrefixes,
  wordCodes,
} from './currencyTable.ts';
import type { UnitReading } from './readUnit.ts';
import type { Unit } from './unit.ts';

/** `papua new guinean kina` and shorter. */
const MAX_NAME_WORDS = 4;

/** A currency before a number, read backwards from it: where it begins. */
export interface CurrencyBefore {
  readonly unit: Unit;
  readonly first: number;
}

/** Reads `$`, `US$`, `HK $`, `USD`, `Rs`, `EUR` ending right before the token `at`. */
export function readCurrencyBefore(tokens: Tokens, at: number): CurrencyBefore | null {
  const last = tokens.at(at - 1);
  if (last.kind === 'symbol') return readSymbolBefore(tokens, at - 1);
  if (last.text === '.' || last.kind !== 'word') return null;
  const turned = readTurnedPrefix(tokens, at);
  if (turned !== null) return turned;
  const code = codeBefore(tokens, at);
  return code === null ? null : { unit: moneyOf(code), first: at - 1 };
}

function codeBefore(tokens: Tokens, at: number): string | null {
  const { text, lower } = tokens.at(at - 1);
  if (!shortForms.has(lower)) return null;
  if (wordCodes.has(text))
    return hasScale(tokens, at) || (tokens.at(at).numeral?.integerDigits ?? 0) >= LEAST_DIGITS_BEHIND_WORD ? text : null;
  const letter = text.length === 1 && tokens.isAttached(at) ? scaledLetters.get(text) : undefined;
  return letter !== undefined && hasScale(tokens, at) ? letter : codeOf(text, lower);
}

function hasScale(tokens: Tokens, at: number): boolean {
  return scaleWords.has(tokens.lower(at + 1)) || scaleAbbreviations.has(tokens.lower(at + 1));
}

const LEAST_DIGITS_BEHIND_WORD = 3;

/** Letters that stand for a currency at home, told from names by the scale behind: `R1.2bn`, `N500 million`. */
const scaledLetters: ReadonlyMap<string, string> = new Map([
  ['R', 'ZAR'],
  ['N', 'NGN'],
  ['P', 'PHP'],
]);

/** `$US113 trillion`, `$A82`: the country stands between the sign and the number. */
function readTurnedPrefix(tokens: Tokens, at: number): CurrencyBefore | null {
  const sign = tokens.at(at - 2);
  if (sign.kind !== 'symbol' || !tokens.isAttached(at - 1)) return null;
  const code = symbolPrefixes.get(tokens.lower(at - 1) + sign.text);
  return code === undefined ? null : { unit: moneyOf(code), first: at - 2 };
}

/** `Malaysian ringgit 42`, `Rupees 500`: a name before a number that measures nothing else. */
export function readCurrencyNameBefore(tokens: Tokens, at: number, floor: number): CurrencyBefore | null {
  if (!lastWords.has(tokens.lower(at - 1))) return null;
  let name = '';
  let best: CurrencyBefore | null = null;
  for (let first = at - 1; first >= Math.max(floor, at - MAX_NAME_WORDS) && tokens.isWord(first); first -= 1) {
    name = name === '' ? tokens.lower(first) : `${tokens.lower(first)} ${name}`;
    const singular = name.endsWith('s') ? name.slice(0, -1) : name;
    const code = currencyNames.get(name) ?? currencyNames.get(singular);
    const isPlain = first < at - 1 || singular !== name || leadingNames.has(name);
    if (code !== undefined && isPlain) best = { unit: moneyOf(code), first };
  }
  return best;
}

/** Names without a plural that lead a number as a code does. */
const leadingNames = new Set(['ringgit', 'baht', 'rupiah', 'renminbi', 'taka', 'naira', 'rupee']);

function readSymbolBefore(tokens: Tokens, symbolAt: number): CurrencyBefore | null {
  const symbol = tokens.at(symbolAt).text;
  if (symbol === '.') return readDottedAbbreviation(tokens, symbolAt);
  if (symbol === '=' && tokens.lower(symbolAt - 1) === 'y' && tokens.isAttached(symbolAt))
    return { unit: moneyOf('JPY'), first: symbolAt - 1 };
  const plain = currencySymbols.get(symbol);
  if (plain === undefined) return null;
  const prefix = tokens.at(symbolAt - 1);
  const code = prefix.kind === 'word' ? symbolPrefixes.get(prefix.lower + symbol) : undefined;
  const isPrefix = code !== undefined && (tokens.isAttached(symbolAt) || prefix.lower.length > 1 || prefix.lower === 'c');
  return isPrefix ? { unit: moneyOf(code), first: symbolAt - 1 } : { unit: moneyOf(plain), first: symbolAt };
}

/** `Rs. 500`. */
function readDottedAbbreviation(tokens: Tokens, pointAt: number): CurrencyBefore | null {
  if (!tokens.isAttached(pointAt) || !tokens.isWord(pointAt - 1)) return null;
  const code = currencyAbbreviations.get(tokens.lower(pointAt - 1));
  return code === undefined ? null : { unit: moneyOf(code), first: pointAt - 1 };
}

/** Reads `dollars`, `-dollar`, `US dollars`, `yuan`, `USD`, `€`, `cents`, `p` at the token `at`. */
export function readCurrencyAfter(tokens: Tokens, at: number, isScaled: boolean): UnitReading | null {
  const first = skipHyphen(tokens, at);
  const token = tokens.at(first);
  if (token.kind === 'symbol') return readSymbolAfter(tokens, first);
  if (token.kind !== 'word') return null;
  const named = readName(tokens, first, isScaled);
  if (named === null) return readShortForm(tokens, first);
  return named.unit.written === 'cent' && named.unit.base === 'USD' ? inDollarsBehind(tokens, named) : named;
}

/** `12 cents at NZ$3.10`. */
function inDollarsBehind(tokens: Tokens, cents: UnitReading): UnitReading {
  const code = dollarsBehind(tokens, cents.next);
  return code === 'USD' ? cents : { ...cents, unit: subunit('cent', code) };
}

function readSymbolAfter(tokens: Tokens, at: number): UnitReading | null {
  const symbol = tokens.at(at).text;
  if (symbol === '¢') return { unit: subunit('cent', 'USD'), next: at + 1 };
  const code = currencySymbols.get(symbol);
  const belongsToNext = tokens.isNumber(at + 1) && tokens.isAttached(at + 1);
  return code === undefined || belongsToNext ? null : { unit: moneyOf(code), next: at + 1 };
}

const everyName: readonly string[] = [...currencyNames.keys(), ...scaledOnlyNames.keys(), ...sharedNames, ...subunitNames.keys()];
/** Most words end the search at the first look. */
const firstWords = withPlurals(everyName.map((name) => name.split(' ')[0] ?? name));
const lastWords = withPlurals([...currencyNames.keys()].map((name) => name.split(' ').at(-1) ?? name));

function withPlurals(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}

/** `5 Sen. Warren`: no coins. */
const SENATOR = 'Sen';

function readName(tokens: Tokens, first: number, isScaled: boolean): UnitReading | null {
  if (!firstWords.has(tokens.lower(first)) || tokens.at(first).text === SENATOR) return null;
  let name = '';
  let best: UnitReading | null = null;
  for (let count = 0; count < MAX_NAME_WORDS && tokens.isWord(first + count); count += 1) {
    name = name === '' ? tokens.lower(first) : `${name} ${tokens.lower(first + count)}`;
    const unit = (isScaled ? scaledUnits : plainUnits).get(name);
    if (unit !== undefined) best = { unit, next: first + count + 1 };
  }
  return best;
}

function unitNamed(name: string, isScaled: boolean): Unit | null {
  const singular = name.endsWith('s') ? name.slice(0, -1) : name;
  const code =
    currencyNames.get(name) ??
    currencyNames.get(singular) ??
    (isScaled ? (scaledOnlyNames.get(name) ?? scaledOnlyNames.get(singular)) : undefined);
  if (code !== undefined) return moneyOf(code);
  if (sharedNames.has(name)) return moneyOf(name);
  if (sharedNames.has(singular)) return moneyOf(singular);
  const sub = subunitNames.get(name) ?? subunitNames.get(singular);
  return sub === undefined ? null : subunit(sub === 'GBP' ? 'penny' : 'cent', sub);
}

/** What each name and its plural mean behind a plain number, and behind a scale. */
const plainUnits = unitsOfNames(false);
const scaledUnits = unitsOfNames(true);

function unitsOfNames(isScaled: boolean): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const name of withPlurals(everyName)) {
    const unit = unitNamed(name, isScaled);
    if (unit !== null) units.set(name, unit);
  }
  return units;
}

/** `kopiykas`, `centimes`, `paise` behind an amount in whole units: a hundredth of whatever those are. */
export function isPartName(word: string): boolean {
  return partNames.has(word) || partNames.has(word.endsWith('s') ? word.slice(0, -1) : word);
}

function readShortForm(tokens: Tokens, at: number): UnitReading | null {
  const { text, lower } = tokens.at(at);
  if (text === 'p' && !isGlued(tokens, at + 1)) return { unit: subunit('penny', 'GBP'), next: at + 1 };
  if (text === 'c') return isCents(tokens, at) ? { unit: subunit('cent', dollarsBehind(tokens, at + 1)), next: at + 1 } : null;
  if (lower === 'rp') return null;
  const code = codeOf(text, lower);
  return code === null ? null : { unit: moneyOf(code), next: at + 1 };
}

function isGlued(tokens: Tokens, at: number): boolean {
  return tokens.isAttached(at) && tokens.at(at).kind !== 'symbol';
}

/** Every code and abbreviation in small letters: most words are none of them. */
const shortForms: ReadonlySet<string> = new Set(
  [...currencyCodes, ...wordCodes, ...lowerCaseCodes, ...currencyAbbreviations.keys(), ...scaledLetters.keys()].map((form) =>
    form.toLowerCase(),
  ),
);

function codeOf(text: string, lower: string): string | null {
  if (!shortForms.has(lower)) return null;
  if (currencyCodes.has(text) || wordCodes.has(text)) return text;
  if (lowerCaseCodes.has(lower)) return lower.toUpperCase();
  return capitalAbbreviations.has(lower) && text === lower ? null : (currencyAbbreviations.get(lower) ?? null);
}

/** Whole units of the currency with this code, or of a name that several countries share. */
export function moneyOf(code: string): Unit {
  return { kind: 'money', base: code, written: code, numerator: one, denominator: one, offset: null, per: null };
}

function subunit(name: string, code: string): Unit {
  return { ...moneyOf(code), written: name, numerator: exact(1, -2) };
}
