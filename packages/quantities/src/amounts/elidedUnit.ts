import { canBeginNumber } from '../numbers/readNumber.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { type Amount, isBare } from './amount.ts';
import { readAmount } from './readAmount.ts';

/** Longer lists of elided units are no lists. */
const MAX_ITEMS = 6;

/** `five-, 10- and 40-year bonds`: a number whose hyphen hangs in the air has the unit of the list's last number. */
export function withElidedUnit(tokens: Tokens, amount: Amount): Amount {
  if (!isBare(amount) || !hasHangingHyphen(tokens, amount.next)) return amount;
  let at = amount.next;
  for (let items = 0; items < MAX_ITEMS && hasHangingHyphen(tokens, at); items += 1) {
    const first = skipListWords(tokens, at + 1);
    if (!canBeginNumber(tokens, first)) return amount;
    const next = readAmount(tokens, first, first);
    if (next === null) return amount;
    if (next.unit !== null) return isHyphen(tokens.at(next.number.next).text) ? { ...amount, unit: next.unit, isAge: next.isAge } : amount;
    at = next.next;
  }
  return amount;
}

/** `10-,` and `10- and`: a hyphen that touches the number before it and no word behind it. */
function hasHangingHyphen(tokens: Tokens, at: number): boolean {
  if (!isHyphen(tokens.at(at).text) || !tokens.isAttached(at)) return false;
  const behind = tokens.at(at + 1);
  return behind.text === ',' || (behind.gap && listWords.has(behind.lower));
}

const listWords = new Set(['and', 'or', 'to']);

function skipListWords(tokens: Tokens, at: number): number {
  const comma = tokens.at(at).text === ',' ? at + 1 : at;
  return listWords.has(tokens.lower(comma)) ? comma + 1 : comma;
}
