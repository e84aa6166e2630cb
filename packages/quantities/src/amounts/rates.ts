import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readUnit } from '../units/readUnit.ts';
import { unitsByName, unitsBySymbol } from '../units/unitTable.ts';
import { readCountedNoun, singularOf } from './countedNoun.ts';
import { phraseEnds } from './nounWords.ts';

/** What an amount is per, as a noun in the singular: `year`, `share`, `million tokens` is `million token`. */
export interface Rate {
  readonly per: string;
  readonly next: number;
  /** Joined by `per` or a slash: then it is written as a part of the unit (`$46.41 per MWh`); `a year` is an adverb's phrase. */
  readonly isPartOfUnit: boolean;
}

/** Behind `a` or `an` these make a rate: `$30bn a year`, `$0.24 a share`. */
const rateNouns = new Set(
  'year month week day hour minute second quarter night share barrel ton tonne ounce pound gallon kilo kilogram unit person head piece litre liter bushel seat ticket copy user token bottle case acre mile dollar euro household customer employee patient student passenger line song stream flight trip round game episode query hectare carat vehicle car mmbtu kilowatt-hour'.split(
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

/** `$20 per user per month` is per user month; nobody goes further. */
const MAX_RATES = 3;

/** Reads `a year`, `per share`, `/month`, `annually` at a token behind an amount; several are joined: `per user per month`. */
export function readRate(tokens: Tokens, at: number): Rate | null {
  let rate = readOneRate(tokens, at);
  for (let count = 1; rate !== null && count < MAX_RATES; count += 1) {
    const further = readOneRate(tokens, rate.next);
    if (further === null) break;
    rate = { per: `${rate.per} per ${further.per}`, next: further.next, isPartOfUnit: rate.isPartOfUnit && further.isPartOfUnit };
  }
  return rate;
}

/** `5 million gallons [of water] a day`, `$14.50 [in cash] per share`: what it is stands between the amount and its rate. */
export function readRateBehindSubstance(tokens: Tokens, at: number): Rate | null {
  if (tokens.lower(at) !== 'of' && !(tokens.lower(at) === 'in' && tokens.lower(at + 1) === 'cash')) return null;
  for (let end = at + 2; end <= at + MAX_SUBSTANCE_WORDS + 1 && tokens.isWord(end - 1); end += 1) {
    if (phraseEnds.has(tokens.lower(end - 1))) return null;
    const rate = readOneRate(tokens, end);
    if (rate !== null) return { ...rate, isPartOfUnit: false };
  }
  return null;
}

const MAX_SUBSTANCE_WORDS = 4;

/** `154 yen to the dollar`, `12 km to the litre`. */
const exchanged = new Set('dollar euro pound litre liter gallon acre hectare'.split(' '));

function readOneRate(tokens: Tokens, at: number): Rate | null {
  const token = tokens.at(at);
  if (token.text === '-') return readHyphenatedRate(tokens, at);
  const isPer = token.lower === 'per' || (token.text === '/' && tokens.isWord(at + 1));
  if (isPer) return readPerNoun(tokens, at + 1);
  if (token.lower === 'to' && tokens.lower(at + 1) === 'the' && exchanged.has(tokens.lower(at + 2)))
    return { per: tokens.lower(at + 2), next: at + 3, isPartOfUnit: false };
  const adverb = adverbs.get(token.lower);
  if (adverb !== undefined) return { per: adverb, next: at + 1, isPartOfUnit: false };
  const isArticle = token.lower === 'a' || token.lower === 'an';
  if (!isArticle && token.lower !== 'each' && token.lower !== 'every') return null;
  const joined = isArticle ? skipHyphen(tokens, at + 1) : at + 1;
  if (points.has(tokens.lower(joined + 1))) return null;
  if (rateNouns.has(tokens.lower(joined))) return { per: baseOf(tokens.lower(joined)), next: joined + 1, isPartOfUnit: false };
  const unit = isArticle ? readUnit(tokens, joined) : null;
  const isPhrase = unit !== null && unit.unit.kind === 'physical' && unit.next > joined + 1;
  return isPhrase ? { per: unit.unit.written, next: unit.next, isPartOfUnit: false } : null;
}

/** `a $1-a-year salary`, `a $50-a-barrel cap`, `a $20-per-month plan`. */
function readHyphenatedRate(tokens: Tokens, at: number): Rate | null {
  const isJoined = tokens.isAttached(at) && rateWords.has(tokens.lower(at + 1)) && tokens.at(at + 2).text === '-';
  return isJoined ? readOneRate(tokens, at + 1) : null;
}

const rateWords = new Set(['a', 'an', 'per']);

/** `per net ton`, `per active user`: without what follows they say nothing. */
const unitAdjectives = new Set(
  'net gross active additional new paying monthly daily diluted ordinary common installed full-time registered saved avoided'.split(' '),
);

function readPerNoun(tokens: Tokens, at: number): Rate | null {
  // `$53 per Versum share`: the name says whose.
  if (/^\p{Lu}\p{Ll}/u.test(tokens.at(at).text) && /^shares?$/.test(tokens.lower(at + 1))) return null;
  const first = skipHyphen(tokens, at);
  if (!tokens.isWord(first) || phraseEnds.has(tokens.lower(first))) return null;
  if (unitAdjectives.has(tokens.lower(first)) && tokens.isWord(first + 1) && !phraseEnds.has(tokens.lower(first + 1))) {
    const per = `${tokens.lower(first)} ${singularOf(tokens.at(first + 1).text)}`;
    return { per, next: first + 2, isPartOfUnit: true };
  }
  const isScale =
    tokens.lower(first) === 'million' ||
    tokens.lower(first) === 'thousand' ||
    tokens.lower(first) === 'hundred' ||
    tokens.lower(first) === 'billion';
  if (isScale && tokens.isWord(first + 1)) {
    const counted = readCountedNoun(tokens, first + 1, false);
    const phrase = counted?.phrase ?? singularOf(tokens.at(first + 1).text);
    return { per: `${tokens.lower(first)} ${phrase}`, next: counted?.next ?? first + 2, isPartOfUnit: true };
  }
  const unit = readUnit(tokens, first);
  if (unit !== null && unit.next > first + 1) return { per: unit.unit.written, next: unit.next, isPartOfUnit: true };
  return { per: baseOf(tokens.at(first).text), next: first + 1, isPartOfUnit: true };
}

/** Durations and units under one name (`mo` → `month`); anything else as its singular noun. */
function baseOf(noun: string): string {
  const unit = unitsByName.get(noun.toLowerCase()) ?? unitsBySymbol.get(noun);
  return unit === undefined || noun.toLowerCase() === 'pound' ? singularOf(noun) : unit.written;
}
