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
  'two wrongs|one fell swoop|three strikes|second one|first one|last one|next one|only one|which one|that one|this one|each one|every one|any one|no one|one such|one more time|one last time|saves nine|whole nine yards|six of one and|half a dozen of the other|one swallow|two masters|zero chance|zero doubt|zero evidence|neither one|either one|two factor|two state|two tier|two speed|two pronged|three pronged';

interface Place {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** From a number word and the word behind it in the saying (before it, where none is behind) to what may stand around it. Hyphens count as spaces. */
const places: ReadonlyMap<string, readonly Place[]> = sayings.split('|').reduce((map, saying) => {
  const words = saying.split(' ');
  words.forEach((word, index) => {
    if (!beginsNumberWords(word)) return;
    const place = { before: words.slice(0, index).reverse(), after: words.slice(index + 1) };
    const key = place.after.length > 0 ? `${word} ${place.after[0]}` : `${place.before[0]} ${word}`;
    map.set(key, [...(map.get(key) ?? []), place]);
  });
  return map;
}, new Map<string, readonly Place[]>());

export function isIdiom(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  const behind = places.get(`${word} ${tokens.lower(neighbour(tokens, at, 1))}`) ?? [];
  const before = places.get(`${tokens.lower(neighbour(tokens, at, -1))} ${word}`) ?? [];
  return [...behind, ...before].some((place) => matches(tokens, at, place.before, -1) && matches(tokens, at, place.after, 1));
}

/** The next token on one side, over a hyphen. */
function neighbour(tokens: Tokens, at: number, step: 1 | -1): number {
  const { text } = tokens.at(at + step);
  return text === '-' || text === '‑' ? at + 2 * step : at + step;
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
