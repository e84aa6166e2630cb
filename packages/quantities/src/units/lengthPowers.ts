import { type Exact, multiply } from '../exact.ts';
import { makeUnit, namesOf, pluralOf, prefixFactor, prefixKeys, prefixName, spellings, symbolsOf } from './makeUnit.ts';
import type { Unit } from './unit.ts';
import type { UnitRow } from './unitRow.ts';

const powers: readonly (readonly [exponent: number, sign: string, before: readonly string[], behind: string])[] = [
  [2, '²', ['square', 'sq'], 'squared'],
  [3, '³', ['cubic', 'cu'], 'cubed'],
];

/** `km²`, `km2`, `km^2`, `ft³`: of every length, with its prefixes. */
export function powerSymbols(row: UnitRow): [string, Unit][] {
  if (row.base !== 'm') return [];
  const stems = [...new Set([row.symbol, ...symbolsOf(row)])];
  return ['', ...prefixKeys(row)].flatMap((key) =>
    powers.flatMap(([exponent, sign]) => {
      const unit = raised(makeUnit(row, key + row.symbol, prefixFactor(key)), exponent, sign);
      return stems.flatMap((stem) =>
        spellings(key + stem).flatMap((symbol): [string, Unit][] => [
          [symbol + sign, unit],
          [`${symbol}${exponent}`, unit],
          [`${symbol}^${exponent}`, unit],
        ]),
      );
    }),
  );
}

/** `square miles`, `sq km`, `cubic feet`, `metres cubed`. */
export function powerNames(row: UnitRow): [string, Unit][] {
  if (row.base !== 'm') return [];
  return ['', ...prefixKeys(row)].flatMap((key) => {
    const length = makeUnit(row, key + row.symbol, prefixFactor(key));
    const shorts = symbolsOf(row).map((symbol) => (key + symbol).toLowerCase());
    const names = [...shorts, ...namesOf(row).flatMap((name) => [prefixName(key) + name, pluralOf(prefixName(key) + name)])];
    return powers.flatMap(([exponent, sign, before, behind]) => {
      const unit = raised(length, exponent, sign);
      return names.flatMap((name): [string, Unit][] => [
        ...before.map((word): [string, Unit] => [`${word} ${name}`, unit]),
        [`${name} ${behind}`, unit],
      ]);
    });
  });
}

function raised(unit: Unit, exponent: number, sign: string): Unit {
  const power = (value: Exact): Exact => (exponent === 2 ? multiply(value, value) : multiply(multiply(value, value), value));
  return {
    ...unit,
    base: unit.base + sign,
    written: unit.written + sign,
    numerator: power(unit.numerator),
    denominator: power(unit.denominator),
  };
}
