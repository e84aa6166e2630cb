import { type Exact, exact, multiply, parseExact, powerOfTen } from '../exact.ts';
import type { Unit } from './unit.ts';
import type { UnitRow } from './unitRow.ts';

/** SI prefixes. Every unit that takes one takes all by name (`femtojoule`); by symbol only those that its row lists. */
export const prefixes: ReadonlyMap<string, readonly [name: string, exponent: number]> = new Map([
  ['q', ['quecto', -30]],
  ['r', ['ronto', -27]],
  ['y', ['yocto', -24]],
  ['z', ['zepto', -21]],
  ['a', ['atto', -18]],
  ['f', ['femto', -15]],
  ['p', ['pico', -12]],
  ['n', ['nano', -9]],
  ['µ', ['micro', -6]],
  ['m', ['milli', -3]],
  ['c', ['centi', -2]],
  ['d', ['deci', -1]],
  ['da', ['deca', 1]],
  ['h', ['hecto', 2]],
  ['k', ['kilo', 3]],
  ['M', ['mega', 6]],
  ['G', ['giga', 9]],
  ['T', ['tera', 12]],
  ['P', ['peta', 15]],
  ['E', ['exa', 18]],
  ['Z', ['zetta', 21]],
  ['Y', ['yotta', 24]],
  ['R', ['ronna', 27]],
  ['Q', ['quetta', 30]],
]);

/** `µ` is typed as the Greek letter or as `u`, too. */
export function spellings(symbol: string): string[] {
  return symbol.startsWith('µ') ? [symbol, `μ${symbol.slice(1)}`, `u${symbol.slice(1)}`] : [symbol];
}

/** `mile per hour` → `miles per hour`, `ton of oil` → `tons of oil`: only the first noun takes the plural. */
export function pluralOf(name: string): string {
  const [head = name, ...tail] = name.split(/ (?=per |an? |of )/);
  const plural = head.startsWith('degree ')
    ? head.replace('degree', 'degrees')
    : head.endsWith('s') || head.endsWith('feet')
      ? head
      : `${head}s`;
  return [plural, ...tail].join(' ');
}

export function makeUnit(row: UnitRow, written: string, prefix: Exact): Unit {
  const [numerator = '1', denominator = '1'] = (row.factor ?? '1').split('/');
  return {
    kind: row.kind ?? 'physical',
    base: row.base,
    written,
    numerator: multiply(parseExact(numerator), prefix),
    denominator: parseExact(denominator),
    offset: row.offset === undefined ? null : exact(Number(row.offset)),
    per: row.per ?? null,
  };
}

export function symbolsOf(row: UnitRow): string[] {
  return (row.symbols ?? '').split(' ').filter(Boolean);
}

export function namesOf(row: UnitRow): string[] {
  return (row.names ?? '').split('|').filter(Boolean);
}

export function prefixKeys(row: UnitRow): string[] {
  return (row.prefixes ?? '').split(' ').filter(Boolean);
}

export function prefixName(key: string): string {
  return prefixes.get(key)?.[0] ?? '';
}

export function prefixFactor(key: string): Exact {
  return powerOfTen(prefixes.get(key)?.[1] ?? 0);
}
