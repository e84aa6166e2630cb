import { type Exact, exact, multiply, one, parseExact, powerOfTen } from '../exact.ts';
import type { QuantityKind } from '../quantity.ts';
import type { Unit } from './unit.ts';

/** One line a unit: symbol, base, factor (a/b where the quotient has no end), symbols, names in the singular. */
interface Row {
  readonly kind?: QuantityKind;
  readonly symbol: string;
  readonly base: string;
  readonly factor?: string;
  readonly offset?: string;
  readonly per?: string;
  readonly symbols?: string;
  readonly names?: string;
  /** SI prefixes that this unit takes, as keys of `prefixes`. */
  readonly prefixes?: string;
}

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

/** A Julian year of 365.25 days; a month is a twelfth of a year, so that 18 months are 1.5 years exactly. */
const rows: readonly Row[] = [
  { kind: 'percent', symbol: '%', base: '%', symbols: '% ％', names: 'percent|per cent|pct|pc|percentage' },
  { kind: 'percent', symbol: '‰', base: '%', factor: '0.1', symbols: '‰', names: 'per mille' },
  { kind: 'percent', symbol: 'pp', base: 'pp', symbols: 'pp ppt pps', names: 'percentage point|percent point|pct point|per cent point|pp' },
  { kind: 'percent', symbol: 'bp', base: 'bp', symbols: 'bp bps', names: 'basis point|bp|bps' },

  { kind: 'duration', symbol: 'year', base: 'year', symbols: 'yr yrs', names: 'year|yr|yo' },
  { kind: 'duration', symbol: 'month', base: 'year', factor: '1/12', symbols: 'mo mos', names: 'month|mth' },
  { kind: 'duration', symbol: 'quarter', base: 'year', factor: '0.25', names: 'quarter' },
  { kind: 'duration', symbol: 'week', base: 'year', factor: '7/365.25', symbols: 'wk wks', names: 'week|wk' },
  { kind: 'duration', symbol: 'fortnight', base: 'year', factor: '14/365.25', names: 'fortnight' },
  { kind: 'duration', symbol: 'day', base: 'year', factor: '1/365.25', names: 'day|business day|working day|trading day' },
  { kind: 'duration', symbol: 'hour', base: 'year', factor: '1/8766', symbols: 'hr hrs h', names: 'hour|hr' },
  { kind: 'duration', symbol: 'minute', base: 'year', factor: '1/525960', symbols: 'min mins', names: 'minute|min' },
  { kind: 'duration', symbol: 'second', base: 'year', factor: '1/31557600', symbols: 'sec secs s', names: 'second|sec' },
  { kind: 'duration', symbol: 'ms', base: 'year', factor: '1/31557600000', symbols: 'ms', names: 'millisecond' },
  { kind: 'duration', symbol: 'decade', base: 'year', factor: '10', names: 'decade' },
  { kind: 'duration', symbol: 'century', base: 'year', factor: '100', names: 'century|centuries' },

  { symbol: 'W', base: 'W', symbols: 'W', names: 'watt', prefixes: 'm k M G T' },
  { symbol: 'Wh', base: 'Wh', symbols: 'Wh', names: 'watt hour', prefixes: 'k M G T P' },
  { symbol: 'hp', base: 'hp', symbols: 'hp bhp', names: 'horsepower|hp|bhp' },
  { symbol: 'V', base: 'V', symbols: 'V', names: 'volt', prefixes: 'm k M' },
  { symbol: 'A', base: 'A', names: 'amp|ampere', prefixes: 'm k' },
  { symbol: 'Ah', base: 'Ah', symbols: 'Ah', names: 'amp hour', prefixes: 'm' },
  { symbol: 'J', base: 'J', symbols: 'J', names: 'joule', prefixes: 'k M G T P E' },
  { symbol: 'cal', base: 'cal', names: 'calorie|cal', prefixes: 'k' },
  { symbol: 'BTU', base: 'BTU', symbols: 'BTU Btu btu', names: 'british thermal unit|btu' },
  {
    symbol: 'MMBtu',
    base: 'BTU',
    factor: '1000000',
    symbols: 'MMBtu mmBtu mmBTU MMBTU mmbtu',
    names: 'million british thermal units|mmbtu',
  },
  { symbol: 'N', base: 'N', names: 'newton', prefixes: 'k' },
  { symbol: 'N·m', base: 'N·m', symbols: 'Nm', names: 'newton meter|newton metre' },
  { symbol: 'lb·ft', base: 'N·m', factor: '1.3558179483314004', names: 'pound foot|foot pound|lb ft|ft lb|pound feet|foot pounds|lb feet' },
  { symbol: 'Pa', base: 'Pa', symbols: 'Pa', names: 'pascal', prefixes: 'h k M G' },
  { symbol: 'psi', base: 'psi', symbols: 'psi', names: 'psi' },
  { symbol: 'Hz', base: 'Hz', symbols: 'Hz', names: 'hertz', prefixes: 'k M G T' },
  { symbol: 'rpm', base: 'rpm', symbols: 'rpm RPM', names: 'rpm|revolution per minute' },
  { symbol: 'dB', base: 'dB', symbols: 'dB', names: 'decibel' },

  { symbol: 'B', base: 'B', names: 'byte', prefixes: 'k M G T P E' },
  { symbol: 'KB', base: 'B', factor: '1000', symbols: 'KB' },
  { symbol: 'KiB', base: 'B', factor: '1024', symbols: 'KiB', names: 'kibibyte' },
  { symbol: 'MiB', base: 'B', factor: '1048576', symbols: 'MiB', names: 'mebibyte' },
  { symbol: 'GiB', base: 'B', factor: '1073741824', symbols: 'GiB', names: 'gibibyte' },
  { symbol: 'TiB', base: 'B', factor: '1099511627776', symbols: 'TiB', names: 'tebibyte' },
  { symbol: 'bit', base: 'bit', names: 'bit', prefixes: 'k M G T' },
  { symbol: 'bps', base: 'bit', per: 'second', symbols: 'kbps', factor: '1000' },
  { symbol: 'Mbps', base: 'bit', per: 'second', symbols: 'Mbps Mb/s mbps', factor: '1000000', names: 'megabit per second' },
  { symbol: 'Gbps', base: 'bit', per: 'second', symbols: 'Gbps Gb/s gbps', factor: '1000000000', names: 'gigabit per second' },
  { symbol: 'Tbps', base: 'bit', per: 'second', symbols: 'Tbps Tb/s', factor: '1000000000000', names: 'terabit per second' },
  { symbol: 'FLOPS', base: 'FLOPS', symbols: 'FLOPS FLOP/s flops', names: 'flop', prefixes: 'M G T P E' },
  { kind: 'number', symbol: 'x', base: 'x', symbols: 'x', names: 'fold' },
  { symbol: 'px', base: 'px', symbols: 'px', names: 'pixel', prefixes: 'M G' },
  { symbol: 'MP', base: 'px', factor: '1000000', symbols: 'MP' },
  { symbol: 'dpi', base: 'dpi', symbols: 'dpi ppi' },

  { symbol: 'm', base: 'm', names: 'meter|metre', symbols: 'm', prefixes: 'p n µ m c d k' },
  { symbol: 'in', base: 'm', factor: '0.0254', names: 'inch|inches|inche' },
  { symbol: 'ft', base: 'm', factor: '0.3048', symbols: 'ft', names: 'foot|feet|ft' },
  { symbol: 'yd', base: 'm', factor: '0.9144', symbols: 'yd yds', names: 'yard|yd' },
  { symbol: 'mi', base: 'm', factor: '1609.344', symbols: 'mi', names: 'mile' },
  { symbol: 'nmi', base: 'm', factor: '1852', symbols: 'nmi', names: 'nautical mile' },
  { symbol: 'ly', base: 'ly', names: 'light year|lightyear' },
  {
    symbol: 'm²',
    base: 'm²',
    symbols: 'm² m2 m^2 sqm',
    names: 'square meter|square metre|sq meter|sq metre|sq m|sqm|meter squared|metre squared',
  },
  {
    symbol: 'km²',
    base: 'm²',
    factor: '1000000',
    symbols: 'km² km2 km^2',
    names: 'square kilometer|square kilometre|sq km|sq kilometer|kilometer squared|km squared',
  },
  { symbol: 'cm²', base: 'm²', factor: '0.0001', symbols: 'cm² cm2 cm^2', names: 'square centimeter|square centimetre|sq cm' },
  { symbol: 'ft²', base: 'm²', factor: '0.09290304', symbols: 'ft² ft2 sqft', names: 'square foot|square feet|sq ft|sq foot|sqft|sq feet' },
  { symbol: 'in²', base: 'm²', factor: '0.00064516', names: 'square inch|sq inch|sq in' },
  { symbol: 'yd²', base: 'm²', factor: '0.83612736', names: 'square yard|sq yard' },
  { symbol: 'mi²', base: 'm²', factor: '2589988.110336', names: 'square mile|sq mile|sq mi' },
  { symbol: 'acre', base: 'm²', factor: '4046.8564224', names: 'acre' },
  { symbol: 'ha', base: 'm²', factor: '10000', symbols: 'ha', names: 'hectare' },
  { symbol: 'm³', base: 'm³', symbols: 'm³ m3 m^3 cbm', names: 'cubic meter|cubic metre|cu m|cbm' },
  { symbol: 'km³', base: 'm³', factor: '1000000000', symbols: 'km³ km3', names: 'cubic kilometer|cubic kilometre' },
  { symbol: 'cm³', base: 'm³', factor: '0.000001', symbols: 'cm³ cm3 cc', names: 'cubic centimeter|cubic centimetre|cc' },
  { symbol: 'ft³', base: 'm³', factor: '0.028316846592', symbols: 'ft³ ft3', names: 'cubic foot|cubic feet|cu ft|cu feet' },
  { symbol: 'bcf', base: 'm³', factor: '28316846.592', symbols: 'bcf Bcf' },
  { symbol: 'bcm', base: 'm³', factor: '1000000000', symbols: 'bcm' },
  { symbol: 'L', base: 'm³', factor: '0.001', symbols: 'l L', names: 'liter|litre|ltr', prefixes: 'm c d h k M' },
  { symbol: 'gal', base: 'gal', symbols: 'gal', names: 'gallon|gal' },
  { symbol: 'qt', base: 'qt', names: 'quart' },
  { symbol: 'pint', base: 'pint', names: 'pint' },
  { symbol: 'fl oz', base: 'fl oz', names: 'fluid ounce|fl oz' },
  { symbol: 'bbl', base: 'bbl', symbols: 'bbl bbls', names: 'barrel|bbl' },
  { symbol: 'bpd', base: 'bbl', per: 'day', symbols: 'bpd', names: 'bpd|barrel per day|barrel a day' },
  { symbol: 'mpg', base: 'mpg', symbols: 'mpg', names: 'mpg|mile per gallon' },
  { symbol: 'bushel', base: 'bushel', names: 'bushel' },
  { symbol: 'tbsp', base: 'tbsp', symbols: 'tbsp', names: 'tablespoon' },
  { symbol: 'tsp', base: 'tsp', symbols: 'tsp', names: 'teaspoon' },
  { symbol: 'rad', base: 'rad', symbols: 'rad', names: 'radian' },

  { symbol: 'g', base: 'g', symbols: 'g', names: 'gram|gramme', prefixes: 'µ m k' },
  { symbol: 'tonne', base: 'g', factor: '1000000', names: 'tonne|metric ton|metric tonne' },
  { symbol: 'kt', base: 'g', factor: '1000000000', names: 'kilotonne' },
  { symbol: 'Mt', base: 'g', factor: '1000000000000', symbols: 'Mt', names: 'megatonne' },
  { symbol: 'Gt', base: 'g', factor: '1000000000000000', symbols: 'Gt', names: 'gigatonne' },
  { symbol: 'ton', base: 'ton', names: 'ton|short ton|long ton' },
  { symbol: 'tpd', base: 'ton', per: 'day', symbols: 'tpd', names: 'ton per day' },
  { kind: 'number', symbol: 'pound', base: 'pound', names: 'pound' },
  { symbol: 'lb', base: 'g', factor: '453.59237', symbols: 'lb lbs', names: 'lb|lbs|pound mass' },
  { symbol: 'oz', base: 'oz', symbols: 'oz', names: 'ounce|oz' },
  { symbol: 'oz t', base: 'g', factor: '31.1034768', names: 'troy ounce' },
  { symbol: 'carat', base: 'g', factor: '0.2', names: 'carat' },
  { symbol: 'st', base: 'g', factor: '6350.29318', names: 'stone' },

  {
    symbol: 'km/h',
    base: 'km/h',
    symbols: 'km/h kmh kph kmph',
    names: 'kilometer per hour|kilometre per hour|kilometer an hour|kilometre an hour|kph|kmph|km per hour',
  },
  { symbol: 'mph', base: 'km/h', factor: '1.609344', symbols: 'mph mi/h', names: 'mph|mile per hour|mile an hour' },
  { symbol: 'm/s', base: 'km/h', factor: '3.6', symbols: 'm/s', names: 'meter per second|metre per second' },
  { symbol: 'knot', base: 'km/h', factor: '1.852', symbols: 'kn kts', names: 'knot' },
  {
    symbol: '°C',
    base: '°C',
    symbols: '°C ℃',
    names: 'celsius|degree celsius|degree c|celcius|centigrade|centigrate|degree centigrade|degree celcius|celsius degree',
  },
  {
    symbol: '°F',
    base: '°C',
    offset: '32',
    factor: '5/9',
    symbols: '°F ℉',
    names: 'fahrenheit|degree fahrenheit|degree f|farenheit|degree farenheit|fahrenheit degree',
  },
  { symbol: 'K', base: 'K', names: 'kelvin|degree kelvin|degree k' },
  { symbol: 'degree', base: 'degree', symbols: '°', names: 'degree|deg' },
];

/** Exact spelling (`GW`, `km²`). Case tells milliwatt from megawatt, so it is kept. */
export const unitsBySymbol: ReadonlyMap<string, Unit> = new Map(rows.flatMap(symbolEntries));

/** Words in small letters, singular and plural, joined by single spaces. */
export const unitsByName: ReadonlyMap<string, Unit> = new Map(rows.flatMap(nameEntries));

function symbolEntries(row: Row): [string, Unit][] {
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

function nameEntries(row: Row): [string, Unit][] {
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

function makeUnit(row: Row, written: string, prefix: Exact): Unit {
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

function prefixKeys(row: Row): string[] {
  return (row.prefixes ?? '').split(' ').filter(Boolean);
}

function prefixName(key: string): string {
  return prefixes.get(key)?.[0] ?? '';
}

function prefixFactor(key: string): Exact {
  return powerOfTen(prefixes.get(key)?.[1] ?? 0);
}
