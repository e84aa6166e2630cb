import { one, powerOfTen } from '../exact.ts';
import { powerNames, powerSymbols } from './lengthPowers.ts';
import { makeUnit, namesOf, pluralOf, prefixes, prefixFactor, prefixKeys, spellings, symbolsOf } from './makeUnit.ts';
import { scienceRows } from './scienceRows.ts';
import type { Unit } from './unit.ts';
import type { UnitRow } from './unitRow.ts';
import { unitRows } from './unitRows.ts';

/** `bp`, `ft`: no prefix goes with these. */
const LONGEST_SHORT_NAME = 2;

/** Written apart or with a hyphen, too: `mega watts`, `giga-bytes`. */
const loosePrefixes: ReadonlySet<string> = new Set('m c k M G T'.split(' '));

const rows: readonly UnitRow[] = [...scienceRows, ...unitRows];

/** Exact spelling (`GW`, `km²`). Case tells milliwatt from megawatt, so it is kept; a symbol of its own beats a prefixed one (`Pa`). */
export const unitsBySymbol: ReadonlyMap<string, Unit> = new Map([
  ...rows.flatMap(powerSymbols),
  ...rows.flatMap(prefixedSymbols),
  ...rows.flatMap(plainSymbols),
]);

/** Words in small letters, singular and plural, joined by single spaces. */
export const unitsByName: ReadonlyMap<string, Unit> = new Map([
  ...rows.flatMap(powerNames),
  ...rows.flatMap(prefixedNames),
  ...rows.flatMap(plainNames),
]);

function plainSymbols(row: UnitRow): [string, Unit][] {
  return symbolsOf(row).map((symbol): [string, Unit] => [symbol, makeUnit(row, row.symbol, one)]);
}

function prefixedSymbols(row: UnitRow): [string, Unit][] {
  const stems = [...new Set([row.symbol, ...symbolsOf(row)])];
  return prefixKeys(row).flatMap((key) =>
    stems.flatMap((stem) =>
      spellings(key + stem).map((symbol): [string, Unit] => [symbol, makeUnit(row, key + row.symbol, prefixFactor(key))]),
    ),
  );
}

function plainNames(row: UnitRow): [string, Unit][] {
  return namesOf(row).flatMap((name) => inBothNumbers(name, makeUnit(row, row.symbol, one)));
}

function prefixedNames(row: UnitRow): [string, Unit][] {
  if (row.prefixes === undefined || row.prefixes === '') return [];
  return [...prefixes].flatMap(([key, [prefix, exponent]]) => {
    const unit = makeUnit(row, key + row.symbol, powerOfTen(exponent));
    return namesOf(row)
      .filter((name) => name.length > LONGEST_SHORT_NAME)
      .flatMap((name) => [
        ...inBothNumbers(prefix + name, unit),
        ...(loosePrefixes.has(key) ? inBothNumbers(`${prefix} ${name}`, unit) : []),
      ]);
  });
}

function inBothNumbers(name: string, unit: Unit): [string, Unit][] {
  return [
    [name, unit],
    [pluralOf(name), unit],
  ];
}
