import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Amount } from './amount.ts';
import { type HedgeBefore, type HedgeRule, readHedgeBefore, readHedgeBehind } from './hedges.ts';

/** The hedge that holds for an amount or a range from `low` to `last`, from the words on both sides of it. */
export function readRule(tokens: Tokens, low: Amount, last: Amount, floor: number): HedgeRule | null {
  if (isSub(tokens, low.first)) return 'less_than';
  if (last.isAtLeast) return 'at_least';
  if (tokens.lower(last.next - 1) === 'odd') return 'about';
  const behind = readHedgeBehind(tokens, last.next) ?? (last.noun === null ? null : readHedgeBehind(tokens, last.noun.next));
  if (behind !== null) return behind;
  const before = readHedgeBefore(tokens, low.first, floor);
  return before === null || isDuring(before, low) || isAttribute(tokens, before, low) ? null : before.rule;
}

/** `sub-300 sq m`, `sub-$1bn`. */
function isSub(tokens: Tokens, first: number): boolean {
  return isHyphen(tokens.at(first - 1).text) && tokens.lower(first - 2) === 'sub' && tokens.isAttached(first);
}

/** `$38bn over seven years`: with a duration these tell the time that something takes. */
function isDuring(hedge: HedgeBefore, amount: Amount): boolean {
  const isTime = amount.unit?.kind === 'duration' && !amount.isAge;
  return isTime && (hedge.phrase === 'over' || hedge.phrase === 'within' || hedge.phrase === 'past');
}

/** `the average 30-year rate`, `above the 90-day average`: what is said of the noun is not said of its years. */
function isAttribute(tokens: Tokens, hedge: HedgeBefore, amount: Amount): boolean {
  const isHyphenated = isHyphen(tokens.at(amount.number.next).text);
  return isHyphenated && (hedge.phrase === 'average' || tokens.lower(amount.first - 1) === 'the');
}
