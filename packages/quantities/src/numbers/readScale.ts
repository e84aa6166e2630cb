import { shift } from '../exact.ts';
import { isDash, isHyphen, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { bareScaleLetters, moneyScaleLetters, scaleAbbreviations, scaleWords } from './scales.ts';
import type { WrittenNumber } from './writtenNumber.ts';

/** `hundred thousand million` and no longer: what follows is another number, or an attack. */
const MAX_SCALES = 3;

/** Adds the scales that follow: `bn`, `-billion`, `hundred thousand`, `lakh crore`. */
export function withScale(tokens: Tokens, number: WrittenNumber, isMoney: boolean): WrittenNumber {
  return scaleBehind(tokens, number, number.next, isMoney);
}

/** The number with the scales that stand at the token `at`, and `at` as its end when none does. */
export function scaleBehind(tokens: Tokens, number: WrittenNumber, at: number, isMoney: boolean): WrittenNumber {
  let { scale } = number;
  let next = at;
  for (let count = 0; count < MAX_SCALES; count += 1) {
    const step = readScale(tokens, next, isMoney, scale > 0 && (count > 0 || number.form === 'digits'));
    if (step === null) break;
    scale += step.scale;
    next = step.next;
  }
  return scaled(number, scale, next);
}

export function scaled(number: WrittenNumber, scale: number, next: number): WrittenNumber {
  if (scale === number.scale) return next === number.next ? number : { ...number, next };
  const added = scale - number.scale;
  return { ...number, scale, next, value: shift(number.value, added), lastUnit: shift(number.lastUnit, added) };
}

function readScale(tokens: Tokens, at: number, isMoney: boolean, hasScale: boolean): { scale: number; next: number } | null {
  const token = tokens.at(at);
  if (isHyphen(token.text) && tokens.isAttached(at) && tokens.isAttached(at + 1)) {
    const word = scaleWords.get(tokens.lower(at + 1)) ?? scaleAbbreviations.get(tokens.lower(at + 1));
    return word === undefined ? null : { scale: word, next: at + 2 };
  }
  if (token.kind !== 'word') return null;
  const word = scaleWords.get(token.lower);
  if (word !== undefined) return { scale: word, next: at + 1 };
  if (hasScale) return null;
  const abbreviation = scaleAbbreviations.get(withoutPossessive(token.lower));
  if (abbreviation !== undefined) return { scale: abbreviation, next: skipAbbreviationPoint(tokens, at + 1) };
  const letter = letterScale(tokens, at, isMoney);
  return letter === undefined ? null : { scale: letter, next: at + 1 };
}

/** The `m` of `$5m's worth`. */
function withoutPossessive(word: string): string {
  const mark = word.length > 2 && word.endsWith('s') ? word.at(-2) : undefined;
  return mark === "'" || mark === '’' ? word.slice(0, -2) : word;
}

/** `5 Mio. EUR`, `3 mln. dollars`: the point belongs to the abbreviation where a currency follows. */
function skipAbbreviationPoint(tokens: Tokens, at: number): number {
  if (tokens.at(at).text !== '.' || !tokens.isAttached(at)) return at;
  return currencyWords.test(tokens.at(at + 1).text) ? at + 1 : at;
}

/** What is paid in, behind a scale. */
const currencyWords = /^(?:[A-Z]{3}|[$€£¥₹]|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Ff]rancs?|[Ff]ranken|[Yy]en|[Rr]upees?|[Kk]ron[aeo]r?|kr)$/;

function letterScale(tokens: Tokens, at: number, isMoney: boolean): number | undefined {
  const token = tokens.at(at);
  if (isDash(tokens.at(at + 1).text) && tokens.isAttached(at + 1) && tokens.isWord(at + 2) && token.gap) return undefined;
  if (isMoney) return moneyScaleLetters.get(withoutPossessive(token.lower));
  if (token.text === 'M' && token.gap && !tokens.isAttached(at + 1) && !isUpperCase(tokens.at(at + 1).text)) return 6;
  return tokens.isAttached(at) ? bareScaleLetters.get(token.text) : undefined;
}
