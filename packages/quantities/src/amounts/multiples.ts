import { type Exact, exact } from '../exact.ts';
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

export const multipleWords: readonly string[] = [...verbs.keys(), ...folds.keys()];

export function readMultiple(tokens: Tokens, at: number): Multiple | null {
  const word = tokens.lower(at);
  const fold = folds.get(word);
  if (fold !== undefined) return { value: exact(fold), change: null };
  const isIdiom = tokens.lower(at + 1) === 'down' || tokens.lower(at + 1) === 'as';
  return isIdiom ? null : (verbs.get(word) ?? null);
}

function multiples(words: string, value: Exact): [string, Multiple][] {
  return words.split(' ').map((word) => [word, { value, change: 'up' }]);
}
