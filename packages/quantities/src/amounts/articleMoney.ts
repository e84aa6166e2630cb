import { exact, one } from '../exact.ts';
import { standsAlone } from '../numbers/denominators.ts';
import { canBeginNumber } from '../numbers/readNumber.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyAfter } from '../units/readCurrency.ts';
import { type Amount, plainAmount } from './amount.ts';
import { readHedgeBefore } from './hedges.ts';
import { phraseEnds } from './nounWords.ts';

/** Before `a dollar` these make it an amount: `it costs a dollar`, `sold for a euro`. */
const payingWords = new Set('for cost costs costing worth paid pay pays paying charge charges charged at'.split(' '));

const coins = new Set('dollar euro penny cent buck rupee pound'.split(' '));

/**
 * `it costs a dollar`, `more than a euro`, `a dollar and 42 cents`: an article as one. Elsewhere `a dollar` is what something is per
 * (`150 yen a dollar`) or a part of another word (`a dollar store`). A pound may be a weight: it needs its pence behind it.
 */
export function readArticleMoney(tokens: Tokens, at: number, floor: number): Amount | null {
  if ((tokens.lower(at) !== 'a' && tokens.lower(at) !== 'an') || !coins.has(tokens.lower(at + 1))) return null;
  const isPound = tokens.lower(at + 1) === 'pound';
  const unit = readCurrencyAfter(tokens, at + 1, isPound)?.unit;
  if (unit === undefined || !(hasPart(tokens, at + 2) || (!isPound && isAmount(tokens, at, floor)))) return null;
  return plainAmount({ first: at, next: at + 2, value: one, unit, lastUnit: exact(1) });
}

/** `and 42 cents`: whether these are its parts is for the reader of parts to see. */
function hasPart(tokens: Tokens, at: number): boolean {
  return tokens.lower(at) === 'and' && canBeginNumber(tokens, at + 1) && /^(?:cents?|pence|p|c)$/.test(tokens.lower(at + 2));
}

function isAmount(tokens: Tokens, at: number, floor: number): boolean {
  if (standsAlone(tokens, at, at + 2)) return true;
  const behind = tokens.at(at + 2);
  const endsPhrase = behind.kind !== 'word' || (phraseEnds.has(behind.lower) && behind.lower !== 'or');
  if (!endsPhrase || behind.text === '-') return false;
  return payingWords.has(tokens.lower(at - 1)) || (at > floor && readHedgeBefore(tokens, at, floor) !== null);
}
