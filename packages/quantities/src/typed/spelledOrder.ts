import { small, tens } from '../numbers/cardinals.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { type TypedReading, typed } from './typedReading.ts';

const ordinals = new Set('first second third fourth fifth sixth seventh eighth ninth'.split(' '));

/** `twenty-first`, `nine o'clock`, `ten-for-one`: number words that tell an order, a time or a ratio. Behind `one` the first is a fraction's bottom. */
export function readSpelledOrder(tokens: Tokens, at: number): TypedReading | null {
  const word = tokens.lower(at);
  const after = tokens.lower(at + 1);
  if (isCardinal(word) && (after === "o'clock" || after === 'o’clock')) return typed('time', at, at + 2);
  if (
    isHyphen(after) &&
    tokens.lower(at + 2) === 'for' &&
    isHyphen(tokens.lower(at + 3)) &&
    isCardinal(tokens.lower(at + 4)) &&
    isCardinal(word)
  )
    return typed('score', at, at + 5);
  if (!tens.has(word) || !isHyphen(after) || !tokens.isAttached(at + 1) || !tokens.isAttached(at + 2)) return null;
  const isBottom = small.has(tokens.lower(at - 1)) || tokens.lower(at - 1) === 'a' || tens.has(tokens.lower(at - 1));
  return ordinals.has(tokens.lower(at + 2)) && !isBottom ? typed('ordinal', at, at + 3) : null;
}

function isCardinal(word: string): boolean {
  return small.has(word) || tens.has(word);
}
