/** A number for people: at most four significant digits and a scale word, `38 bn`, `1.4 tn`, `92 G`, `500,000`. */
export interface AmountRow {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
}

const MONEY_SCALES = [
  { from: 1e12, suffix: ' tn' },
  { from: 1e9, suffix: ' bn' },
  { from: 1e6, suffix: ' m' },
] as const;

/** SI prefixes: `30 GW`, not "30 bn W". */
const SI_SCALES = [
  { from: 1e15, suffix: ' P' },
  { from: 1e12, suffix: ' T' },
  { from: 1e9, suffix: ' G' },
  { from: 1e6, suffix: ' M' },
  { from: 1e3, suffix: ' k' },
] as const;

const SI_UNITS: ReadonlySet<string> = new Set(['W', 'Wh', 'B', 'Hz', 'bit', 'FLOPS']);

/** `$38 bn`-like text of a row's value, with its unit; an open value shows its bound, a missing one its range. */
export function formatAmount({ value, low, high, unit }: AmountRow): string {
  if (value !== null) return withUnit(value, unit);
  if (low !== null && high !== null) return `${scaled(low, unit).trim()}–${withUnit(high, unit)}`;
  if (low !== null) return `over ${withUnit(low, unit)}`;
  if (high !== null) return `up to ${withUnit(high, unit)}`;
  return '–';
}

/** `37.5–38.5 bn USD`; an open end shows as `∞`. */
export function formatRange({ low, high, unit }: AmountRow): string {
  if (low === null && high === null) return '–';
  if (low !== null && low === high) return withUnit(low, unit);
  return `${low === null ? '−∞' : scaled(low, unit)} … ${high === null ? '∞' : scaled(high, unit)}`;
}

/** The number alone, in the scale words of its unit: `38 bn`, `92 G`. For axes, whose unit is said once. */
export function formatNumber(number: string, unit: string): string {
  return scaled(number, unit);
}

function withUnit(number: string, unit: string): string {
  const text = scaled(number, unit);
  if (unit === 'x') return `${text}×`;
  if (unit === '%' || unit === 'pp' || unit === 'bp') return `${text} ${unit}`;
  if (SI_UNITS.has(unit)) return /[A-Za-z]$/.test(text) ? `${text}${unit}` : `${text} ${unit}`;
  const plural = /^[a-z ]+$/.test(unit) && Number(number) !== 1 && !/(?:s|people|staff)$/.test(unit);
  return `${text} ${unit}${plural ? 's' : ''}`;
}

function scaled(number: string, unit: string): string {
  const amount = Number(number);
  const scales = SI_UNITS.has(unit) ? SI_SCALES : unit === 'year' || unit === '%' ? [] : MONEY_SCALES;
  const scale = scales.find(({ from }) => Math.abs(amount) >= from);
  if (scale === undefined) return amount.toLocaleString('en', { maximumFractionDigits: 3 });
  return `${(amount / scale.from).toLocaleString('en', { maximumSignificantDigits: 4 })}${scale.suffix}`;
}
