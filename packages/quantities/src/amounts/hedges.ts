import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** What a hedging word does to an amount; `intervals.ts` gives each its width. */
export type HedgeRule = 'about' | 'nearly' | 'just_over' | 'more_than' | 'at_least' | 'up_to' | 'less_than';

const phrases: readonly (readonly [HedgeRule, string])[] = [
  [
    'about',
    'about|around|roughly|approximately|approx|some|circa|ca|c|close to|near|in the region of|in the neighborhood of|in the neighbourhood of|something like|an estimated|estimated|estimated at|an average of|average|on average|or so|~|≈|∼|nearer|broadly|more or less|give or take|as many as about|up to about|said to be about|around about|in the vicinity of|to the tune of about',
  ],
  [
    'nearly',
    'nearly|almost|just under|slightly less than|slightly under|a little under|a little less than|slightly below|just below|just short of|approaching|nearing|not quite|close on|shy of|just shy of|verging on|virtually|fractionally under|a touch less than|a touch under|a touch below|a shade less than|a shade under|a shade below|a hair under|a hair below|a bit less than|a bit under|a bit below|a tad less than|a tad under|a tad below',
  ],
  [
    'just_over',
    'just over|a little over|slightly over|slightly more than|just above|a little more than|slightly above|just more than|a touch over|a touch more than|a touch above|a shade more than|a shade over|a shade above|a hair over|a hair above|a bit more than|a bit over|a bit above|a tad more than|a tad over|a tad above|marginally more than',
  ],
  [
    'more_than',
    'more than|over|above|will top|would top|could top|may top|to top|exceeding|exceed|exceeds|exceeded|in excess of|well over|far more than|much more than|well above|north of|upwards of|upward of|beyond|greater than|higher than|larger than|topping|topped|tops|surpassing|surpassed|surpass|surpasses|>|well in excess of|significantly more than|considerably more than|not less than|bigger than|longer than',
  ],
  [
    'at_least',
    'at least|a minimum of|minimum|no less than|no fewer than|not less than|≥|at minimum|minimum of|a floor of|no lower than|not lower than|no smaller than|starting at|as little as|as few as|as low as',
  ],
  [
    'up_to',
    'up to|as much as|as many as|at most|a maximum of|maximum|maximum of|no more than|not more than|as high as|as long as|≤|capped at|a cap of|to as much as|not to exceed|no higher than|not higher than|no greater than|not greater than|no larger than|as big as|as large as|a ceiling of',
  ],
  [
    'less_than',
    'less than|under|below|fewer than|lower than|smaller than|beneath|<|well under|well below|far less than|much less than|south of|within|shorter than|short of',
  ],
];

const rules: ReadonlyMap<string, HedgeRule> = new Map(
  phrases.flatMap(([rule, list]) => list.split('|').map((phrase): [string, HedgeRule] => [phrase, rule])),
);

/** Most words end the search for a hedge at the first look. */
const lastWords: ReadonlySet<string> = new Set([...rules.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)));

const MAX_WORDS = 5;

/** Between a hedge and its amount: `as much as [a record] $5bn`, `nearly [another] 500 jobs`. */
const fillers = new Set([
  'a',
  'an',
  'the',
  'record',
  'another',
  'additional',
  'total',
  'whopping',
  'combined',
  'further',
  'of',
  'extra',
  'staggering',
  'only',
  'all',
]);
const MAX_FILLERS = 3;

/** Behind the amount: `or more`, `or so`, `at least`. */
const following: ReadonlyMap<string, HedgeRule> = new Map([
  ['or more', 'at_least'],
  ['or above', 'at_least'],
  ['or higher', 'at_least'],
  ['and above', 'at_least'],
  ['and over', 'at_least'],
  ['and up', 'at_least'],
  ['or greater', 'at_least'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
  ['give or take', 'about'],
  ['or less', 'up_to'],
  ['or fewer', 'up_to'],
  ['or under', 'up_to'],
  ['or lower', 'up_to'],
]);

const followingFirsts: ReadonlySet<string> = new Set([...following.keys()].map((phrase) => phrase.slice(0, phrase.indexOf(' '))));

/** A hedge before the amount that begins at token `at`, and where it begins. Two hedges may stand together: `up to about`. */
export interface HedgeBefore {
  readonly rule: HedgeRule;
  readonly first: number;
  readonly phrase: string;
}

/** `<DD> of 169.1 mln`: a sign stands right before its amount, or is none. */
function isSign({ phrase }: HedgeBefore): boolean {
  return phrase.length === 1 && phrase !== 'c';
}

export function readHedgeBefore(tokens: Tokens, at: number, floor: number): HedgeBefore | null {
  for (let end = at, skipped = 0; ; end -= 1, skipped += 1) {
    const hedge = longestHedgeEndingAt(tokens, end, floor);
    if (hedge !== null) return skipped > 0 && (isSign(hedge) || comparesWith(tokens, hedge, end, at)) ? null : hedge;
    if (end <= floor || skipped === MAX_FILLERS || !fillers.has(tokens.lower(end - 1))) return null;
  }
}

/**
 * `below the $2 trillion that it sought`, `above the $23 billion offered`: an amount of its own, with which something is compared; `the $1
 * trillion mark` is only passed. `under a twenty-year contract`, `over a five-year period`: what stands before is a plain preposition.
 */
function comparesWith(tokens: Tokens, { rule, phrase }: HedgeBefore, end: number, at: number): boolean {
  if (rule !== 'less_than' && rule !== 'more_than') return false;
  if (tokens.lower(end) === 'the') {
    if (phrase.endsWith('than')) return true;
    for (let i = at; i < at + 6; i += 1) if (marks.has(tokens.lower(i))) return false;
    return true;
  }
  const isPreposition = phrase === 'under' || phrase === 'over' || phrase === 'within';
  return isPreposition && /^an?$/.test(tokens.lower(end)) && isHyphen(tokens.lower(at + 1)) && times.has(tokens.lower(at + 2));
}

const marks = new Set(['mark', 'milestone', 'threshold', 'level', 'barrier', 'line']);
const times = new Set(['year', 'month', 'week', 'day', 'decade']);

function longestHedgeEndingAt(tokens: Tokens, end: number, floor: number): HedgeBefore | null {
  const last = tokens.lower(end - 1);
  if (!lastWords.has(last)) return last === 'from' ? readStarting(tokens, end, floor) : null;
  let phrase = '';
  let best: HedgeBefore | null = null;
  for (let first = end - 1; first >= Math.max(floor, end - MAX_WORDS); first -= 1) {
    if (tokens.at(first).kind === 'break') break;
    phrase = phrase === '' ? tokens.lower(first) : `${tokens.lower(first)} ${phrase}`;
    const rule = rules.get(phrase);
    if (rule !== undefined && !isState(tokens, first, phrase) && !isClosing(tokens, first) && !isReached(tokens, first, phrase))
      best = { rule, first, phrase };
  }
  return best;
}

/** `starting from £20`: apart from the table, since `from` stands before every other number. */
function readStarting(tokens: Tokens, end: number, floor: number): HedgeBefore | null {
  const isStarting = end - 2 >= floor && tokens.lower(end - 2) === 'starting';
  return isStarting ? { rule: 'at_least', first: end - 2, phrase: 'starting from' } : null;
}

/** `<.DJI> 0.4%`: the sign closes a bracket. */
function isClosing(tokens: Tokens, at: number): boolean {
  return tokens.at(at).text === '>' && tokens.isAttached(at) && tokens.isWord(at - 1);
}

/** `sank to as low as $31`: the lowest that it was, and a price that somebody paid. */
function isReached(tokens: Tokens, first: number, phrase: string): boolean {
  return phrase === 'as low as' && tokens.lower(first - 1) === 'to';
}

/** `Cupertino, CA 95014`: no `ca`. */
function isState(tokens: Tokens, first: number, phrase: string): boolean {
  return (phrase === 'ca' || phrase === 'c') && tokens.at(first).text !== phrase;
}

/** A hedge behind the amount that ends at token `next`. */
export function readHedgeBehind(tokens: Tokens, next: number): HedgeRule | null {
  if (!followingFirsts.has(tokens.lower(next))) return null;
  const two = `${tokens.lower(next)} ${tokens.lower(next + 1)}`;
  return following.get(two) ?? following.get(`${two} ${tokens.lower(next + 2)}`) ?? null;
}
