/**
 * The quantity scanner in the shape that scorers of extractors expect: one unit string per amount, as written (30 GW stays 30
 * gigawatts), and numbers as numbers. Only for measuring; the product keeps exact decimals and base units.
 */
import { type Quantity, scan } from '@newsledger/quantities';

export const label = 'newsledger quantities';

export interface Extracted {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number | null;
  readonly valueHigh?: number;
  readonly unit: string;
  readonly kind: string;
  readonly change: string;
}

export function extract(text: string): Extracted[] {
  return scan(text).map((quantity) => toExtracted(isOfSubstance(text, quantity) ? { ...quantity, per: null } : quantity));
}

/** `gallons of fuel a year`: scorers' units hold a rate only where it stands at once behind the unit. */
function isOfSubstance(text: string, { kind, end }: Quantity): boolean {
  return kind === 'physical' && /^\s+of\s/.test(text.slice(end, end + 5));
}

/** Times that scorers don't know, in those that they know. */
const scoredTimes = new Map<string, readonly [factor: number, unit: string]>([
  ['fortnight', [14, 'day']],
  ['century', [100, 'year']],
]);

function toExtracted(given: Quantity): Extracted {
  const quantity = inScoredTime(given);
  const { start, end, text, written } = quantity;
  const value = written.value === null ? null : Number(written.value);
  const base = { start, end, text, value, unit: unitOf(quantity), kind: quantity.kind, change: changeOf(quantity) };
  return written.valueHigh === null ? base : { ...base, valueHigh: Number(written.valueHigh) };
}

function inScoredTime(quantity: Quantity): Quantity {
  const { written } = quantity;
  const scored = scoredTimes.get(written.unit);
  if (scored === undefined) return quantity;
  const [factor, unit] = scored;
  const times = (value: string | null): string | null => (value === null ? null : String(Number(value) * factor));
  return { ...quantity, written: { value: times(written.value), valueHigh: times(written.valueHigh), unit } };
}

/** The unit as scorers spell it: the counted phrase, or the written unit's name, with what it is per. */
function unitOf(quantity: Quantity): string {
  const { written, noun, per } = quantity;
  const counted = noun?.phrase.replaceAll(' and ', ' ');
  const unit = written.unit === 'time' ? 'count' : (counted ?? (quantity.kind === 'money' ? written.unit : nameOf(written.unit)));
  const isFolded =
    per === null || rateInUnit.has(written.unit) || (quantity.kind === 'money' && moneyRates.has(per.split(' per ')[0] ?? per));
  return isFolded ? unit : `${unit} per ${nameOf(per)}`;
}

/** A price per share or a sum per year is scored as money; per barrel or per month the rate is part of the unit. */
const moneyRates = new Set(['year', 'share', 'user']);

const prefixNames = new Map([
  ['p', 'pico'],
  ['n', 'nano'],
  ['µ', 'micro'],
  ['m', 'milli'],
  ['c', 'centi'],
  ['d', 'deci'],
  ['h', 'hecto'],
  ['k', 'kilo'],
  ['M', 'mega'],
  ['G', 'giga'],
  ['T', 'tera'],
  ['P', 'peta'],
  ['E', 'exa'],
]);

function nameOf(unit: string): string {
  const whole = spelled.get(unit);
  if (whole !== undefined) return whole;
  const prefix = prefixNames.get(unit.slice(0, 1));
  const stem = spelled.get(unit.slice(1));
  return prefix === undefined || stem === undefined ? unit : prefix + stem;
}

/** Written units whose names hold the rate already. */
const rateInUnit = new Set(['mpg', 'bps', 'Mbps', 'Gbps', 'Tbps']);

const spelled = new Map([
  ['pp', 'percentage point'],
  ['mi', 'mile'],
  ['lb', 'pound-mass'],
  ['oz', 'ounce'],
  ['yd', 'yard'],
  ['ly', 'light year'],
  ['lb·ft', 'pound-foot'],
  ['bpd', 'barrel'],
  ['tpd', 'ton'],
  ['gal', 'gallon'],
  ['g', 'gram'],
  ['W', 'watt'],
  ['Wh', 'watt-hour'],
  ['m', 'metre'],
  ['V', 'volt'],
  ['Pa', 'pascal'],
  ['J', 'joule'],
  ['Gt', 'gigatonne'],
  ['Mt', 'megatonne'],
  ['cal', 'calorie'],
  ['PB', 'petabyte'],
  ['L', 'litre'],
  ['bbl', 'barrel'],
  ['B', 'byte'],
  ['KB', 'kilobyte'],
  ['m²', 'square metre'],
  ['km²', 'square kilometre'],
  ['ft²', 'square foot'],
  ['mi²', 'square mile'],
  ['in²', 'square inch'],
  ['yd²', 'square yard'],
  ['cm²', 'square centimetre'],
  ['m³', 'cubic metre'],
  ['ft³', 'cubic foot'],
  ['cm³', 'cubic centimetre'],
  ['ha', 'hectare'],
  ['MMBtu', 'mega british thermal unit'],
  ['m/s', 'metre per second'],
  ['mph', 'mile per hour'],
  ['km/h', 'kilometre per hour'],
  ['rpm', 'revolution per minute'],
  ['bps', 'kilobit per second'],
  ['Mbps', 'megabit per second'],
  ['Gbps', 'gigabit per second'],
  ['Tbps', 'terabit per second'],
  ['Hz', 'hertz'],
  ['N', 'newton'],
  ['A', 'ampere'],
  ['Ah', 'ampere-hour'],
  ['hp', 'horsepower'],
  ['eV', 'electronvolt'],
  ['Ω', 'ohm'],
  ['lm', 'lumen'],
  ['lx', 'lux'],
  ['cd', 'candela'],
  ['mol', 'mole'],
  ['Bq', 'becquerel'],
  ['Sv', 'sievert'],
  ['Gy', 'gray'],
  ['F', 'farad'],
  ['VA', 'volt-ampere'],
  ['dB', 'decibel'],
  ['nmi', 'nautical mile'],
  ['AU', 'astronomical unit'],
  ['pc', 'parsec'],
  ['qt', 'quart'],
  ['fl oz', 'fluid ounce'],
  ['tbsp', 'tablespoon'],
  ['tsp', 'teaspoon'],
  ['oz t', 'troy ounce'],
  ['st', 'stone'],
  ['cwt', 'hundredweight'],
  ['kt', 'kilotonne'],
  ['kgf', 'kilogram-force'],
  ['lbf', 'pound-force'],
  ['N·m', 'newton metre'],
  ['psi', 'pound per square inch'],
  ['atm', 'atmosphere'],
  ['mbar', 'millibar'],
  ['mmHg', 'millimetre of mercury'],
  ['BTU', 'british thermal unit'],
  ['K', 'kelvin'],
  ['°R', 'rankine'],
  ['ft/s', 'foot per second'],
  ['km/s', 'kilometre per second'],
  ['km/min', 'kilometre per minute'],
  ['ft/min', 'foot per minute'],
  ['cm/s', 'centimetre per second'],
  ['in/s', 'inch per second'],
  ['m/s²', 'metre per second squared'],
  ['m³/s', 'cubic metre per second'],
  ['ft³/s', 'cubic foot per second'],
  ['kg/m³', 'kilogram per cubic metre'],
  ['W/m²', 'watt per square metre'],
  ['J/m²', 'joule per square metre'],
  ['mpg', 'mile per gallon'],
  ['mm²', 'square millimetre'],
  ['dm²', 'square decimetre'],
  ['hm²', 'square hectometre'],
  ['km³', 'cubic kilometre'],
  ['mi³', 'cubic mile'],
  ['yd³', 'cubic yard'],
  ['in³', 'cubic inch'],
  ['dm³', 'cubic decimetre'],
  ['mm³', 'cubic millimetre'],
  ['acre-foot', 'acre-foot'],
  ['Å', 'angstrom'],
  ['µm', 'micrometre'],
  ['dam', 'decametre'],
  ['MB/s', 'megabyte per second'],
  ['GB/s', 'gigabyte per second'],
  ['°C', 'celsius'],
  ['°F', 'fahrenheit'],
  ['ms', 'millisecond'],
  ['px', 'pixel'],
  ['MP', 'megapixel'],
  ['x', ''],
]);

const changes: Readonly<Record<Quantity['hedge'], string>> = { '=': '=', '~': '~', '<~': '~', '>': '>', '<=': '<', range: '=', order: '=' };

function changeOf(quantity: Quantity): string {
  const hedged = changes[quantity.hedge];
  return hedged === '=' ? (quantity.change ?? '=') : hedged;
}
