import { powerOfTen } from '../exact.ts';
import { scaleWords } from '../numbers/scales.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyAfter } from '../units/readCurrency.ts';
import { type Amount, plainAmount } from './amount.ts';

/** Words that are a number of their own before money. */
export const bareScaleWords: readonly string[] = ['hundred', 'thousand', 'lakh', 'million', 'crore', 'billion', 'trillion'];

/** `hundred dollars`, `thousand euros`, `lakh crore rupees`: a scale without a number is one of it. A `million-dollar` thing is none. */
export function readBareScale(tokens: Tokens, at: number): Amount | null {
  const scale = scaleWords.get(tokens.lower(at));
  const before = tokens.at(at - 1);
  if (scale === undefined || (isHyphen(before.text) && tokens.isAttached(at)) || vagueWords.has(before.lower)) return null;
  const second = scaleWords.get(tokens.lower(at + 1));
  const end = second === undefined ? at + 1 : at + 2;
  const currency = tokens.isWord(end) ? readCurrencyAfter(tokens, end, true) : null;
  if (currency === null) return null;
  const value = powerOfTen(scale + (second ?? 0));
  return plainAmount({ first: at, next: currency.next, value, unit: currency.unit, lastUnit: value });
}

/** Before a scale these say that nobody counted, or what something is per. */
const vagueWords = new Set('few many multi several per every each couple umpteen zillion gazillion'.split(' '));
