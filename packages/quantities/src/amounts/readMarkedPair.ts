import { add, exact, multiply } from '../exact.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { unitNamed } from '../units/readUnit.ts';
import { type Amount, plainAmount } from './amount.ts';

interface Pair {
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  /** How many of the second make one of the first, and the second's name. */
  readonly ratio: number;
  readonly unit: string;
  readonly firstUnit: string;
}

const pairs: readonly Pair[] = [
  { first: new Set(["'", '’', '′']), second: new Set(['"', '”', '″']), ratio: 12, unit: 'inch', firstUnit: 'foot' },
  { first: new Set(['h', 'hr', 'hrs']), second: new Set(['m', 'min', 'mins']), ratio: 60, unit: 'minute', firstUnit: 'hour' },
];

/** `5'10"`, `6′ 2″`, `3h30m`, `1h 20min`: two numbers, each touched by its mark. */
export function readMarkedPair(tokens: Tokens, at: number): Amount | null {
  if (!tokens.isNumber(at) || !tokens.isNumber(at + 2)) return null;
  const whole = tokens.at(at).numeral;
  const part = tokens.at(at + 2).numeral;
  if (whole?.value == null || part?.value == null || whole.decimals > 0 || !tokens.isAttached(at + 1) || !tokens.isAttached(at + 3))
    return null;
  const pair = pairs.find(({ first, second }) => first.has(tokens.at(at + 1).text) && second.has(tokens.at(at + 3).text));
  const unit = pair === undefined ? null : unitNamed(pair.unit);
  if (pair === undefined || unit === null || Number(tokens.at(at + 2).text) >= pair.ratio) return null;
  const value = add(multiply(whole.value, exact(pair.ratio)), part.value);
  const named = unitNamed(pair.firstUnit);
  const amount = plainAmount({ first: at, next: at + 4, value, unit, lastUnit: exact(1, -part.decimals) });
  return named === null ? amount : { ...amount, namedUnit: named };
}
