import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** Names go on while letters, digits and hyphens touch: `GPT-4o`, `747-8F`, `A320neo`. */
export function endOfName(tokens: Tokens, from: number): number {
  let at = from;
  while (tokens.isAttached(at)) {
    const token = tokens.at(at);
    if (token.kind === 'word' || token.kind === 'number') at += 1;
    else if (isHyphen(token.text) && tokens.isAttached(at + 1) && tokens.isNumber(at + 1)) at += 2;
    else break;
  }
  return at;
}
