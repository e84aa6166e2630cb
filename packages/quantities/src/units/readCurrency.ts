import { exact, one } from '../exact.ts';
import { skipHyphen } from '../numbers/numberWords.ts';
import type { Tokens } from '../tokens/tokens.ts';
import {
  currencyAbbreviations,
  currencyCodes,
  currencyNames,
  currencySymbols,
  lowerCaseCodes,
  subunitNames,
  symbolPrefixes,
} from './currencyTable.ts';
import type { UnitReading } from './readUnit.ts';
import type { Unit } from './unit.ts';

const MAX_NAME_WORDS = 3;

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
  const code = codeOf(last.text);
  if (code === null) return null;
  return { unit: money(code), first: at - 1 };
}

function readSymbolBefore(tokens: Tokens, symbolAt: number): CurrencyBefore | null {
  const symbol = tokens.at(symbolAt).text;
  if (symbol === '.') return readDottedAbbreviation(tokens, symbolAt);
  if (symbol === '=' && tokens.lower(symbolAt - 1) === 'y' && tokens.isAttached(symbolAt))
    return { unit: money('JPY'), first: symbolAt - 1 };
  const plain = currencySymbols.get(symbol);
  if (plain === undefined) return null;
  const prefix = tokens.at(symbolAt - 1);
  const code = prefix.kind === 'word' ? symbolPrefixes.get(prefix.lower + symbol) : undefined;
  const isPrefix = code !== undefined && (tokens.isAttached(symbolAt) || prefix.lower.length > 1);
  return isPrefix ? { unit: money(code), first: symbolAt - 1 } : { unit: money(plain), first: symbolAt };
}

/** `Rs. 500`. */
function readDottedAbbreviation(tokens: Tokens, pointAt: number): CurrencyBefore | null {
  if (!tokens.isAttached(pointAt) || !tokens.isWord(pointAt - 1)) return null;
  const code = currencyAbbreviations.get(tokens.lower(pointAt - 1));
  return code === undefined ? null : { unit: money(code), first: pointAt - 1 };
}

/** Reads `dollars`, `-dollar`, `US dollars`, `yuan`, `USD`, `€`, `cents`, `p` at the token `at`. */
export function readCurrencyAfter(tokens: Tokens, at: number, isScaled: boolean): UnitReading | null {
  const first = skipHyphen(tokens, at);
  const token = tokens.at(first);
  if (token.kind === 'symbol') return readSymbolAfter(tokens, first);
  if (token.kind !== 'word') return null;
  return readName(tokens, first, isScaled) ?? readShortForm(tokens, first);
}

function readSymbolAfter(tokens: Tokens, at: number): UnitReading | null {
  const symbol = tokens.at(at).text;
  if (symbol === '¢') return { unit: subunit('cent', 'USD'), next: at + 1 };
  const code = currencySymbols.get(symbol);
  const belongsToNext = tokens.isNumber(at + 1) && tokens.isAttached(at + 1);
  return code === undefined || belongsToNext ? null : { unit: money(code), next: at + 1 };
}

function readName(tokens: Tokens, first: number, isScaled: boolean): UnitReading | null {
  let name = '';
  let best: UnitReading | null = null;
  for (let count = 0; count < MAX_NAME_WORDS && tokens.isWord(first + count); count += 1) {
    name = name === '' ? tokens.lower(first) : `${name} ${tokens.lower(first + count)}`;
    const unit = unitNamed(name, isScaled);
    if (unit !== null) best = { unit, next: first + count + 1 };
  }
  return best;
}

function unitNamed(name: string, isScaled: boolean): Unit | null {
  const singular = name.endsWith('s') ? name.slice(0, -1) : name;
  const code = currencyNames.get(name) ?? currencyNames.get(singular) ?? (isScaled ? scaledOnly.get(singular) : undefined);
  if (code !== undefined) return money(code);
  if (sharedNames.has(singular)) return money(singular);
  const sub = subunitNames.get(name) ?? subunitNames.get(singular);
  return sub === undefined ? null : subunit(sub === 'GBP' ? 'penny' : 'cent', sub);
}

/** Names that several countries share: money, but whose is left open; the name stands in for the code. */
const sharedNames = new Set([
  'riyal',
  'rial',
  'dinar',
  'peso',
  'krona',
  'krone',
  'kronor',
  'kroner',
  'franc',
  'lira',
  'lire',
  'peseta',
  'guilder',
  'drachma',
  'escudo',
  'taka',
  'shilling',
  'crown',
  'markka',
]);

/** Words with another meaning (to win, real, a pound of flour): a currency only behind a scale such as `million`. */
const scaledOnly: ReadonlyMap<string, string> = new Map([
  ['won', 'KRW'],
  ['pound', 'GBP'],
  ['rand', 'ZAR'],
  ['real', 'BRL'],
]);

function readShortForm(tokens: Tokens, at: number): UnitReading | null {
  const { text, lower } = tokens.at(at);
  if (text === 'p' && !isGlued(tokens, at + 1)) return { unit: subunit('penny', 'GBP'), next: at + 1 };
  if (lower === 'rp') return null;
  const code = codeOf(text);
  return code === null ? null : { unit: money(code), next: at + 1 };
}

function isGlued(tokens: Tokens, at: number): boolean {
  return tokens.isAttached(at) && tokens.at(at).kind !== 'symbol';
}

function codeOf(text: string): string | null {
  if (currencyCodes.has(text)) return text;
  const lower = text.toLowerCase();
  if (lowerCaseCodes.has(lower)) return lower.toUpperCase();
  const isCapital = text !== lower;
  const isAmbiguous = lower === 'rm' || lower === 'dm' || lower === 'rs' || lower === 'rp';
  return isAmbiguous && !isCapital ? null : (currencyAbbreviations.get(lower) ?? null);
}

function money(code: string): Unit {
  return { kind: 'money', base: code, written: code, numerator: one, denominator: one, offset: null, per: null };
}

function subunit(name: string, code: string): Unit {
  return { ...money(code), written: name, numerator: exact(1, -2) };
}
