/**
 * Exact decimals as integers: all amounts of one key share a scale (a number of digits after the point), so that comparing and
 * adding them is integer arithmetic. Exact, and needs no library.
 */

/** Digits after the point: 2 for `-0.25`. */
export function fractionDigits(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** `decimal × 10^scale`; the decimal must have at most `scale` digits after the point. */
export function toFixedPoint(decimal: string, scale: number): bigint {
  const point = decimal.indexOf('.');
  if (point < 0) return BigInt(decimal + '0'.repeat(scale));
  return BigInt(decimal.slice(0, point) + decimal.slice(point + 1) + '0'.repeat(scale - (decimal.length - point - 1)));
}

/** The plain decimal of a fixed-point number, without needless zeros: `38000000000`, `-0.5`. */
export function fromFixedPoint(value: bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
