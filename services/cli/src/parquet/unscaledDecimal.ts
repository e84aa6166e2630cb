import { UsageError } from '../usageError.ts';

/** How many digits a decimal has in all, and how many of them behind the point. */
export interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

/**
 * A decimal as a whole number of its last place: `38.5` is 385 where one digit stands behind the point.
 * @throws {UsageError} when digits would be lost.
 */
export function unscaledDecimal(text: string, { precision, scale }: DecimalType): bigint {
  const [, sign, whole = '', fraction = ''] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > scale || whole.length > precision - scale)
    throw new UsageError(
      `The number ${text} does not fit into Parquet, where ${precision - scale} digits may stand in front of the point and ${scale} behind it. Ask for --format csv or jsonl: they keep every digit.`,
    );
  return BigInt(`${sign}${whole}${fraction.padEnd(scale, '0')}`);
}
