import { type Exact, exact, multiply, one, parseExact, powerOfTen } from '../exact.ts';
import { scienceRows } from './scienceRows.ts';
import type { Unit } from './unit.ts';
import type { UnitRow } from './unitRow.ts';
import { unitRows } from './unitRows.ts';

const prefixes: ReadonlyMap<string, readonly [name: string, exponent: number]> = new Map([
  ['p', ['pico', -12]],
  ['n', ['nano', -9]],
  ['µ', ['micro', -6]],
  ['m', ['milli', -3]],
  ['c', ['centi', -2]],
  ['d', ['deci', -1]],
  ['h', ['hecto', 2]],
  ['k', ['kilo', 3]],
  ['M', ['mega', 6]],
  ['G', ['giga', 9]],
  ['T', ['tera', 12]],
  ['P', ['peta', 15]],
  ['E', ['exa', 18]],
]);

/** Exact spelling (`GW`, `km²`). Case tells milliwatt from megawatt, so it is kept. */
export const unitsBySymbol: ReadonlyMap<string, Unit> = new Map([...scienceRows, ...unitRows].flatMap(symbolEntries));

/** Words in small letters, singular and plural, joined by single spaces. */
export const unitsByName: ReadonlyMap<string, Unit> = new Map([...scienceRows, ...unitRows].flatMap(nameEntries));

function symbolEntries(row: UnitRow): [string, Unit][] {
  const plain = (row.symbols ?? '')
    .split(' ')
    .filter(Boolean)
    .map((symbol): [string, Unit] => [symbol, makeUnit(row, row.symbol, one)]);
  const stems = [...new Set([row.symbol, ...(row.symbols ?? '').split(' ').filter(Boolean)])];
  const prefixed = prefixKeys(row).flatMap((key) =>
    stems.map((stem): [string, Unit] => [key + stem, makeUnit(row, key + row.symbol, prefixFactor(key))]),
  );
  const micro = prefixed
    .filter(([symbol]) => symbol.startsWith('µ'))
    .flatMap(([symbol, unit]): [string, Unit][] => [
      [`μ${symbol.slice(1)}`, unit],
      [`u${symbol.slice(1)}`, unit],
    ]);
  return [...plain, ...prefixed, ...micro];
}

function nameEntries(row: UnitRow): [string, Unit][] {
  const names = (row.names ?? '').split('|').filter(Boolean);
  const plain = names.map((name): [string, Unit] => [name, makeUnit(row, row.symbol, one)]);
  const prefixed = prefixKeys(row).flatMap((key) =>
    names.map((name): [string, Unit] => [prefixName(key) + name, makeUnit(row, key + row.symbol, prefixFactor(key))]),
  );
  return [...plain, ...prefixed].flatMap(([name, unit]): [string, Unit][] => [
    [name, unit],
    [pluralOf(name), unit],
  ]);
}

/** `mile per hour` → `miles per hour`; only the first noun takes the plural. */
function pluralOf(name: string): string {
  const [head = name, ...tail] = name.split(/ (?=per |an? )/);
  const plural = head.startsWith('degree ')
    ? head.replace('degree', 'degrees')
    : head.endsWith('s') || head.endsWith('feet')
      ? head
      : `${head}s`;
  return [plural, ...tail].join(' ');
}

function makeUnit(row: UnitRow, written: string, prefix: Exact): Unit {
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

function prefixKeys(row: UnitRow): string[] {
  return (row.prefixes ?? '').split(' ').filter(Boolean);
}

function prefixName(key: string): string {
  return prefixes.get(key)?.[0] ?? '';
}

function prefixFactor(key: string): Exact {
  return powerOfTen(prefixes.get(key)?.[1] ?? 0);
}
