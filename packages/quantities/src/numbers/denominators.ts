import { type Exact, exact } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { tens } from './cardinals.ts';

/** Ordinals below twenty, and what else fractions are made of: two thirds, three-quarters. */
const ordinals: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ...'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
  ...[...tens].map(([word, value]): [string, number] => [word.replace(/y$/, 'ieth'), value]),
]);

const scaleOrdinals: ReadonlyMap<string, number> = new Map([
  ['hundredth', 2],
  ['thousandth', 3],
  ['millionth', 6],
  ['billionth', 9],
  ['trillionth', 12],
]);

/** Ordinals that are no bottoms alone: `one second`, `a first`. */
const unitOrdinals: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ...[...ordinals].filter(([word]) => /th$|third/.test(word)),
]);

export interface Denominator {
  readonly value: Exact;
  readonly next: number;
  readonly isPlural: boolean;
}

const bottoms: ReadonlyMap<string, number> = new Map(
  [...ordinals, ...[...scaleOrdinals].map(([word, exponent]): [string, number] => [word, 10 ** exponent])].flatMap(
    ([word, value]): [string, number][] => [
      [word, value],
      [`${word}s`, value],
    ],
  ),
);

/** The bottom of a fraction in one word, or null. */
export function denominatorOf(word: string): number | null {
  return bottoms.get(word) ?? null;
}

/** The bottom of a fraction: `thirds`, `twenty-fifths`, `hundred fifth`, `thousandths`. */
export function readDenominator(tokens: Tokens, at: number): Denominator | null {
  const word = tokens.lower(at);
  const plain = denominatorOf(word);
  if (plain !== null) return { value: exact(plain), next: at + 1, isPlural: word.endsWith('s') };
  const ten = tens.get(word);
  const isHundred = word === 'hundred' || (word === 'one' && tokens.lower(at + 1) === 'hundred');
  if (ten === undefined && !isHundred) return null;
  const joined = isHundred && word === 'one' ? at + 2 : at + 1;
  const last = isHyphen(tokens.at(joined).text) ? joined + 1 : joined;
  const unit = unitOrdinals.get(singularOf(tokens.lower(last)));
  if (unit === undefined || (ten !== undefined && unit > 9)) return null;
  return { value: exact((ten ?? 100) + unit), next: last + 1, isPlural: tokens.lower(last).endsWith('s') };
}

/** Nothing else stands in the sentence on either side: a question for a sum, a cell of a table, a line of its own. */
export function standsAlone(tokens: Tokens, first: number, next: number): boolean {
  return isEdge(tokens, first - 1) && isEdge(tokens, next);
}

function isEdge(tokens: Tokens, at: number): boolean {
  const { kind, text } = tokens.at(at);
  return kind === 'break' || text === '.' || text === '?' || text === '!';
}

function singularOf(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
