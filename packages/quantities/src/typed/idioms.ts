import { beginsNumberWords } from '../numbers/numberWords.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** Sayings and set terms whose number words count nothing. Every number word in one is looked up with its neighbours. */
const sayings =
  'on cloud nine|square one|day one|two and two together|kill two birds|killed two birds|killing two birds|with one stone|takes two to|two of a kind|two by two|one by one|' +
  'one on one|one two punch|two on one|one to one|one and only|one and all|one and the same|one another|one or two|one too many|one for the books|back to one|one way or another|' +
  'zero tolerance|zero sum|zero hour|zero day|zero in on|net zero|ground zero|absolute zero|patient zero|sub zero|near zero|year zero|zero to hero|from zero to|' +
  'a million thanks|thanks a million|one in a million|three cheers|two cents|second to none|at sixes and sevens|six feet under|nine lives|nine to five|two left feet|' +
  'dime a dozen|baker’s dozen|bakers dozen|dirty dozen|catch twenty|four letter word|two thumbs up|one eye on|one foot in|one step ahead|one step closer|' +
  'one step at a time|one at a time|one thing is|one thing for sure|two peas|three musketeers|seven year itch|seven seas|seven deadly sins|' +
  'one size fits|one in the eye|one stop shop|one time|one sided|one off|one man band|one hit wonder|one trick pony|one upmanship|one liner|two faced|two way|one way|three way|four way|two timing|two bit|' +
  'a thousand times|a thousand words|a hundred and ten percent|give me five|high five|take five|hang ten|perfect ten|top ten|top five|top three|top one|ten to one|eight ball|' +
  'two wrongs|one fell swoop|three strikes|second one|first one|last one|next one|only one|which one|that one|this one|each one|every one|any one|no one|one such|one more time|one last time';

interface Place {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** From a number word to what may stand around it; hyphens count as spaces. */
const places: ReadonlyMap<string, readonly Place[]> = sayings.split('|').reduce((map, saying) => {
  const words = saying.split(' ');
  words.forEach((word, index) => {
    if (!beginsNumberWords(word)) return;
    map.set(word, [...(map.get(word) ?? []), { before: words.slice(0, index).reverse(), after: words.slice(index + 1) }]);
  });
  return map;
}, new Map<string, readonly Place[]>());

export function isIdiom(tokens: Tokens, at: number): boolean {
  const candidates = places.get(tokens.lower(at));
  if (candidates === undefined) return false;
  return candidates.some(({ before, after }) => matches(tokens, at, before, -1) && matches(tokens, at, after, 1));
}

function matches(tokens: Tokens, from: number, words: readonly string[], step: 1 | -1): boolean {
  let at = from + step;
  for (const word of words) {
    if (tokens.at(at).text === '-' || tokens.at(at).text === '‑') at += step;
    if (tokens.lower(at) !== word) return false;
    at += step;
  }
  return true;
}

/** Names that begin with digits or look like an amount. */
const digitNames = new Set(['3M', '3i', '7-Eleven', '50 Cent', '23andMe', '1Password', '8VC']);

const digitStarts = new Set([...digitNames].map((name) => /^\d+/.exec(name)?.[0] ?? name));

/** `3M`, `50 Cent`: the end of such a name at a token, or null. The digits must stand alone before it. */
export function endOfDigitName(tokens: Tokens, at: number): number | null {
  if (!digitStarts.has(tokens.at(at).text)) return null;
  const second = `${tokens.at(at).text}${tokens.at(at + 1).gap ? ' ' : ''}${tokens.at(at + 1).text}`;
  if (digitNames.has(second)) return at + 2;
  const third = second + tokens.at(at + 2).text;
  return digitNames.has(third) && !tokens.at(at + 2).gap ? at + 3 : null;
}
