import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { type TypedReading, typed } from './typedReading.ts';

/** `odds of 5/1`, `a 9/4 favourite`, `5-to-1 odds`, `120/80`: a ratio of two numbers, of which the first is the greater or a bet is told. */
export function readOdds(tokens: Tokens, at: number): TypedReading | null {
  const isTo = tokens.lower(at + 2) === 'to' && isHyphen(tokens.at(at + 1).text) && isHyphen(tokens.at(at + 3).text);
  const second = isTo ? at + 4 : at + 2;
  if (!isTo && (tokens.at(at + 1).text !== '/' || tokens.at(at + 1).gap)) return null;
  if (
    !tokens.isNumber(second) ||
    tokens.at(second).gap ||
    !/^\d{1,3}$/.test(tokens.at(at).text) ||
    !/^\d{1,3}$/.test(tokens.at(second).text)
  )
    return null;
  if (tokens.at(second + 1).text === '/' || (tokens.isAttached(second + 1) && tokens.isWord(second + 1))) return null;
  const isBet = tokens.lower(at - 1) === 'odds' || tokens.lower(at - 2) === 'odds' || oddsBehind.has(tokens.lower(second + 1));
  const isGreater = !isTo && Number(tokens.at(at).text) >= Number(tokens.at(second).text);
  return isBet || isGreater ? typed('score', at, second + 1) : null;
}

const oddsBehind = new Set(['odds', 'favourite', 'favorite', 'favourites', 'favorites', 'outsider', 'outsiders', 'shot', 'chance']);
