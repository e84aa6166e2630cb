import { exact, one } from '../exact.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readUnit } from '../units/readUnit.ts';
import { type Amount, plainAmount } from './amount.ts';

/** Behind these `a gallon of petrol` is what a price is for, not how much there is. */
const priceWords = new Set('of for per each every in on'.split(' '));

/** Said of anything (an ounce of truth, a bit of luck, a ton of work), or the basis of prices (a barrel of oil). */
const figurative = new Set('degree ft in yd ton lb oz st bit bar mol carat nit cord bbl pound x dB turn'.split(' '));

/** `a gigawatt of capacity`, `a litre of milk`: one of a unit, measured off something. */
export function readArticleMeasure(tokens: Tokens, at: number): Amount | null {
  if ((tokens.lower(at) !== 'a' && tokens.lower(at) !== 'an') || !tokens.isWord(at + 1)) return null;
  const unit = readUnit(tokens, at + 1);
  if (unit === null || tokens.lower(unit.next) !== 'of' || unit.unit.kind !== 'physical' || figurative.has(unit.unit.written)) return null;
  if (priceWords.has(tokens.lower(at - 1)) || tokens.lower(unit.next - 1).length < 3) return null;
  return plainAmount({ first: at, next: unit.next, value: one, unit: unit.unit, lastUnit: exact(1) });
}
