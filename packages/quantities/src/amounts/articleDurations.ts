import { add, exact, one } from '../exact.ts';
import { readAndPart } from '../numbers/numberWords.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { unitNamed } from '../units/readUnit.ts';
import type { Unit } from '../units/unit.ts';
import type { Amount } from './amount.ts';
import { readHedgeBefore } from './hedges.ts';

/** With an article these are an amount only behind a hedge; `over a year` and `within a year` tell when, not how long. */
const timeHedges = new Set(['over', 'within', 'near', 'past', 'some', 'above', 'below']);

/** `an hour and a half`, `half an hour`, `more than a year`: durations whose one is an article. */
export function readArticleDuration(tokens: Tokens, at: number, floor: number): Amount | null {
  const word = tokens.lower(at);
  if (word === 'half') return readHalf(tokens, at);
  if (word !== 'a' && word !== 'an') return null;
  const unit = durationAt(tokens, at + 1);
  if (unit === null) return null;
  const part = readAndPart(tokens, at + 2);
  if (part !== null) return makeDuration(at, part.next, add(one, part.value), unit);
  const hedge = readHedgeBefore(tokens, at, floor);
  return hedge === null || hedge.first < at - 3 || timeHedges.has(hedge.phrase) ? null : makeDuration(at, at + 2, one, unit);
}

function readHalf(tokens: Tokens, at: number): Amount | null {
  const hasArticle = tokens.lower(at + 1) === 'a' || tokens.lower(at + 1) === 'an';
  const unit = hasArticle ? durationAt(tokens, at + 2) : null;
  return unit === null ? null : makeDuration(at, at + 3, exact(5, -1), unit);
}

function durationAt(tokens: Tokens, at: number): Unit | null {
  const unit = tokens.isWord(at) ? unitNamed(tokens.lower(at)) : null;
  return unit?.kind === 'duration' && !tokens.lower(at).endsWith('s') ? unit : null;
}

function makeDuration(first: number, next: number, value: WrittenNumber['value'], unit: Unit): Amount {
  const number: WrittenNumber = {
    first,
    next,
    form: 'words',
    mantissa: value,
    scale: 0,
    value,
    significantDigits: 1,
    lastUnit: exact(1, value.exponent),
  };
  return {
    first,
    next,
    number,
    unit,
    noun: null,
    isNegative: false,
    hasCurrencyBefore: false,
    isAtLeast: false,
    isAge: false,
    isDoubtful: false,
  };
}
