import { isHyphen } from './characters.ts';
import type { Tokens } from './tokens.ts';

/** The next token's index, behind a hyphen that touches both sides. */
export function skipHyphen(tokens: Tokens, at: number): number {
  return isHyphen(tokens.at(at).text) && tokens.isAttached(at) && tokens.isAttached(at + 1) ? at + 1 : at;
}
