import { isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { currencySymbols, symbolPrefixes } from './currencyTable.ts';

/** Tokens: a clause at most. */
const MONEY_NEAR = 8;
const moneyWords = new Set('cent cents dollar dollars euro euros share shares dividend litre stock price fare'.split(' '));

/** `up 10c to $3`: a `c` that touches its number, with other money near by. A capital is Celsius. */
export function isCents(tokens: Tokens, at: number): boolean {
  if (!tokens.isAttached(at) || isUpperCase(tokens.at(at).text) || (tokens.isAttached(at + 1) && tokens.at(at + 1).kind !== 'symbol'))
    return false;
  return isMoneyNear(tokens, at, 1) || isMoneyNear(tokens, at, -1);
}

function isMoneyNear(tokens: Tokens, from: number, step: 1 | -1): boolean {
  for (let near = 1; near <= MONEY_NEAR; near += 1) {
    const token = tokens.at(from + near * step);
    if (token.kind === 'break') return false;
    if (currencySymbols.has(token.text) || moneyWords.has(token.lower)) return true;
  }
  return false;
}

/** `to A$` has three tokens, `higher at NZ$` four. */
const LONGEST_TURN = 5;

/** `rose 3c to A$1.45`: whose dollars the cents are of, if a sign with a country says so right behind them. */
export function dollarsBehind(tokens: Tokens, first: number): string {
  for (let at = first; at < first + LONGEST_TURN && tokens.at(at).kind !== 'break'; at += 1) {
    if (tokens.at(at).text === '$' && tokens.isAttached(at)) return symbolPrefixes.get(`${tokens.lower(at - 1)}$`) ?? 'USD';
  }
  return 'USD';
}
