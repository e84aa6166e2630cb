import type { Decimal } from '../quantity.ts';

/** `units × 10^exponent` as a decimal, worked out apart from the code under test. */
export function decimalOf(units: bigint, exponent: number): Decimal {
  if (exponent >= 0) return (units * 10n ** BigInt(exponent)).toString();
  const digits = units.toString().padStart(1 - exponent, '0');
  const point = digits.length + exponent;
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '');
}

/** -1, 0 or 1, exactly, whatever the number of digits. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = unitsOf(a, places) - unitsOf(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function placesOf(decimal: Decimal): number {
  return decimal.split('.')[1]?.length ?? 0;
}

function unitsOf(decimal: Decimal, places: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
