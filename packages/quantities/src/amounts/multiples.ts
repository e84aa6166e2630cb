import { type Exact, exact } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** One word that is a multiple: `doubled`, `threefold`, `halved`. */
export interface Multiple {
  readonly value: Exact;
  readonly change: 'up' | 'down' | null;
}

const verbs: ReadonlyMap<string, Multiple> = new Map([
  ...multiples('doubled doubling', exact(2)),
  ...multiples('tripled tripling trebled trebling', exact(3)),
  ...multiples('quadrupled quadrupling', exact(4)),
  ...multiples('quintupled quintupling', exact(5)),
  ...['halved', 'halving'].map((word): [string, Multiple] => [word, { value: exact(5, -1), change: 'down' }]),
]);

const folds: ReadonlyMap<string, number> = new Map(
  ['twofold', 'threefold', 'fourfold', 'fivefold', 'sixfold', 'sevenfold', 'eightfold', 'ninefold', 'tenfold'].map((word, index) => [
    word,
    index + 2,
  ]),
);

/** `double`, `halve`: verbs behind an auxiliary or `to`, else adjectives of what follows (`double the price`). */
const bareVerbs: ReadonlyMap<string, Multiple> = new Map([
  ...multiples('double', exact(2)),
  ...multiples('triple treble', exact(3)),
  ...multiples('quadruple', exact(4)),
  ...multiples('quintuple', exact(5)),
  ['halve', { value: exact(5, -1), change: 'down' }],
]);

/** `twice as fast`, `thrice the price`: with what is compared behind it; else it counts occasions. */
const adverbs: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['thrice', 3],
]);

export const multipleWords: readonly string[] = [...verbs.keys(), ...folds.keys(), ...bareVerbs.keys(), ...adverbs.keys()];

export function readMultiple(tokens: Tokens, at: number): Multiple | null {
  const word = tokens.lower(at);
  const fold = folds.get(word);
  if (fold !== undefined) return { value: exact(fold), change: null };
  const times = adverbs.get(word);
  if (times !== undefined) return isComparing(tokens, at) ? { value: exact(times), change: null } : null;
  const isIdiom = tokens.lower(at + 1) === 'down' || tokens.lower(at + 1) === 'as' || tokens.lower(at + 1) === 'up';
  if (isIdiom) return null;
  return verbs.get(word) ?? readBareVerb(tokens, at, word);
}

function readBareVerb(tokens: Tokens, at: number, word: string): Multiple | null {
  const multiple = bareVerbs.get(word);
  if (multiple === undefined) return null;
  const before = auxiliaries.has(tokens.lower(at - 1)) ? tokens.lower(at - 1) : tokens.lower(at - 2);
  const isVerb =
    auxiliaries.has(before) && !isHyphen(tokens.at(at + 1).text) && tokens.lower(at - 1) !== 'the' && tokens.lower(at - 1) !== 'a';
  if (isVerb) return multiple;
  return word !== 'halve' && owners.has(tokens.lower(at + 1)) ? { value: multiple.value, change: null } : null;
}

/** `twice as fast as`, `twice the price`; `scored twice as United won` only counts. */
function isComparing(tokens: Tokens, at: number): boolean {
  if (tokens.lower(at - 1) === 'once') return false;
  if (tokens.lower(at + 1) !== 'as') return compared.has(tokens.lower(at + 1));
  return degrees.has(tokens.lower(at + 2)) || tokens.lower(at + 3) === 'as';
}

const compared = new Set('the its their his her what that those'.split(' '));
const degrees = new Set(
  'many much fast large big high long good likely often quickly expensive cheap old wide strong powerful heavy efficient common'.split(' '),
);

const owners = new Set('the its their his her what that last'.split(' '));
const auxiliaries = new Set('will would could should may might can must to than nearly almost'.split(' '));

function multiples(words: string, value: Exact): [string, Multiple][] {
  return words.split(' ').map((word) => [word, { value, change: 'up' }]);
}
