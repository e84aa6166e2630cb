import { skipHyphen } from '../numbers/numberWords.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readUnit } from '../units/readUnit.ts';
import { unitsByName, unitsBySymbol } from '../units/unitTable.ts';
import { readCountedNoun, singularOf } from './countedNoun.ts';
import { phraseEnds } from './nounWords.ts';

/** What an amount is per, as a noun in the singular: `year`, `share`, `million tokens` is `million token`. */
export interface Rate {
  readonly per: string;
  readonly next: number;
}

/** Behind `a` or `an` these make a rate: `$30bn a year`, `$0.24 a share`. */
const rateNouns = new Set(
  'year month week day hour minute second quarter night share barrel ton tonne ounce pound gallon kilo kilogram unit person head piece litre liter bushel seat ticket copy user token bottle case acre mile'.split(
    ' ',
  ),
);

const adverbs: ReadonlyMap<string, string> = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['hourly', 'hour'],
]);

/** Behind `a year` these make it a point in time: `$6.78 billion a year earlier`. */
const points = new Set(['earlier', 'ago', 'later', 'before', 'after', 'prior', 'previously', 'old', 'from']);

/** Reads `a year`, `per share`, `/month`, `annually` at a token behind an amount. */
export function readRate(tokens: Tokens, at: number): Rate | null {
  const token = tokens.at(at);
  const isPer = token.lower === 'per' || (token.text === '/' && tokens.isWord(at + 1));
  if (isPer) return readPerNoun(tokens, at + 1);
  const joined = token.lower === 'a' || token.lower === 'an' ? skipHyphen(tokens, at + 1) : at + 1;
  const noun = tokens.lower(joined);
  if (points.has(tokens.lower(joined + 1))) return null;
  if ((token.lower === 'a' || token.lower === 'an' || token.lower === 'each' || token.lower === 'every') && rateNouns.has(noun))
    return { per: baseOf(noun), next: joined + 1 };
  const adverb = adverbs.get(token.lower);
  return adverb === undefined ? null : { per: adverb, next: at + 1 };
}

function readPerNoun(tokens: Tokens, at: number): Rate | null {
  const first = skipHyphen(tokens, at);
  if (!tokens.isWord(first) || phraseEnds.has(tokens.lower(first))) return null;
  const isScale =
    tokens.lower(first) === 'million' ||
    tokens.lower(first) === 'thousand' ||
    tokens.lower(first) === 'hundred' ||
    tokens.lower(first) === 'billion';
  if (isScale && tokens.isWord(first + 1)) {
    const counted = readCountedNoun(tokens, first + 1, false);
    const phrase = counted?.phrase ?? singularOf(tokens.at(first + 1).text);
    return { per: `${tokens.lower(first)} ${phrase}`, next: counted?.next ?? first + 2 };
  }
  const unit = readUnit(tokens, first);
  if (unit !== null && unit.next > first + 1) return { per: unit.unit.written, next: unit.next };
  return { per: baseOf(tokens.at(first).text), next: first + 1 };
}

/** Durations and units under one name (`mo` → `month`); anything else as its singular noun. */
function baseOf(noun: string): string {
  const unit = unitsByName.get(noun.toLowerCase()) ?? unitsBySymbol.get(noun);
  return unit === undefined || noun.toLowerCase() === 'pound' ? singularOf(noun) : unit.written;
}
