import { compare, type Exact, exact, one } from '../exact.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyAfter } from '../units/readCurrency.ts';
import { readUnit, type UnitReading } from '../units/readUnit.ts';
import { type Amount, plainAmount } from './amount.ts';

const parts: ReadonlyMap<string, Exact> = new Map([
  ['half', exact(5, -1)],
  ['quarter', exact(25, -2)],
]);

/** `half a mile`, `half a percentage point`, `a quarter-percentage-point cut`: half or a quarter of one unit. */
export function readPartOfUnit(tokens: Tokens, at: number): Amount | null {
  const word = tokens.lower(at) === 'a' ? at + 1 : at;
  const value = parts.get(tokens.lower(word));
  if (value === undefined) return null;
  const next = tokens.lower(word + 1);
  const hasArticle = next === 'a' || next === 'an';
  if (hasArticle && (word > at || tokens.lower(word) !== 'half')) return null;
  const unit = hasArticle ? oneUnit(tokens, word + 2) : readUnit(tokens, skipHyphen(tokens, word + 1));
  if (unit === null || (!hasArticle && unit.unit.base !== 'pp')) return null;
  return plainAmount({ first: at, next: unit.next, value, unit: unit.unit, lastUnit: exact(1, value.exponent) });
}

/** The `of a percentage point` behind a part: `a quarter of a percentage point`, `two-thirds of a mile`, `0.25 of one percent`. */
export function readUnitOfPart(tokens: Tokens, number: WrittenNumber): UnitReading | null {
  const at = number.next;
  if (tokens.lower(at) !== 'of' || (number.form !== 'fraction' && compare(number.value, one) >= 0)) return null;
  const article = tokens.lower(at + 1);
  return article === 'a' || article === 'an' || article === 'one' ? oneUnit(tokens, at + 2) : null;
}

/** A unit in the singular. */
function oneUnit(tokens: Tokens, at: number): UnitReading | null {
  const unit = readUnit(tokens, at) ?? readCurrencyAfter(tokens, at, false);
  if (unit === null || tokens.lower(unit.next - 1).endsWith('s')) return null;
  const isMeasure = unit.unit.kind === 'physical' || unit.unit.kind === 'percent' || unit.unit.kind === 'money';
  return isMeasure ? unit : null;
}
