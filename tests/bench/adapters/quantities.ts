/**
 * The quantity scanner in the shape that scorers of extractors expect: one unit string per amount, as written (30 GW stays 30
 * gigawatts), and numbers as numbers. Only for measuring; the product keeps exact decimals and base units.
 */
import { type Quantity, readQuantities } from '@newsledger/quantities';

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
  return readQuantities(text).map(toExtracted);
}

function toExtracted(quantity: Quantity): Extracted {
  const { start, end, text, written } = quantity;
  const value = written.value === null ? null : Number(written.value);
  const base = { start, end, text, value, unit: unitOf(quantity), kind: quantity.kind, change: changeOf(quantity) };
  return written.valueHigh === null ? base : { ...base, valueHigh: Number(written.valueHigh) };
}

function unitOf(quantity: Quantity): string {
  const { written, noun, per } = quantity;
  const unit = noun?.phrase ?? spelled.get(written.unit) ?? written.unit;
  return per === null || rateInUnit.has(written.unit) ? unit : `${unit} per ${spelled.get(per) ?? per}`;
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
  ['kW', 'kilowatt'],
  ['TW', 'terawatt'],
  ['TWh', 'terawatt-hour'],
  ['L', 'litre'],
  ['bbl', 'barrel'],
  ['B', 'byte'],
  ['kB', 'kilobyte'],
  ['KB', 'kilobyte'],
  ['PB', 'petabyte'],
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
  ['nm', 'nanometre'],
  ['ha', 'hectare'],
  ['MMBtu', 'mega british thermal unit'],
  ['m/s', 'metre per second'],
  ['mg', 'milligram'],
  ['px', 'pixel'],
  ['Mpx', 'megapixel'],
  ['MP', 'megapixel'],
  ['x', ''],
]);

const changes: Readonly<Record<Quantity['hedge'], string>> = { '=': '=', '~': '~', '<~': '~', '>': '>', '<=': '<', range: '=', order: '=' };

function changeOf(quantity: Quantity): string {
  const hedged = changes[quantity.hedge];
  return hedged === '=' ? (quantity.change ?? '=') : hedged;
}
