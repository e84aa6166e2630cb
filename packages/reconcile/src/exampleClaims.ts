import type { Amount, Hedge } from '@newsledger/events';
import type { FigureKey } from './figureKey.ts';
import type { KeyClaim } from './keyClaim.ts';
import { claimOf, dealValueKey } from './sampleClaims.ts';

/** What tests write instead of whole claims: who says how much, and what is unusual about it. */
export type ExampleDetails = Partial<KeyClaim> & {
  /** Day of publication, and of the statement unless `restatedOn` says otherwise. */
  readonly on?: string | null;
  /** Day on which the article's revision changed it. */
  readonly restatedOn?: string;
};

/**
 * A claim by a source, each in an article of its own. `said('Courier', '~38bn')`; amounts are written as {@link amountFrom} reads them.
 */
export function said(sourceName: string, amount: string, { on = '2025-11-03', restatedOn, ...details }: ExampleDetails = {}): KeyClaim {
  const publishedAt = on === null ? null : `${on}T10:00:00.000Z`;
  return claimOf(sourceName, amountFrom(amount), {
    claimId: `${sourceName} ${on} ${amount}`,
    articleId: `${sourceName} ${on}`,
    publishedAt,
    statedAt: restatedOn === undefined ? publishedAt : `${restatedOn}T10:00:00.000Z`,
    ...details,
  });
}

/** A cumulative total that can only grow. */
export const totalKey: FigureKey = { ...dealValueKey, counterparty: null, measure: 'spending_commitment', definition: 'cumulative' };

/** A change of a share price in percent. */
export const percentKey: FigureKey = {
  ...dealValueKey,
  counterparty: null,
  measure: 'share_price_change',
  unit: '%',
  period: '2025-11-03',
};

/** A head count. */
export const headsKey: FigureKey = { ...dealValueKey, counterparty: null, measure: 'employees', unit: 'employee', period: '2025-11' };

/**
 * An amount in short: `38bn`, `~38bn` (about), `<~140bn` (nearly), `>500k` (more than), `<=4bn` (up to), `1.3tn..1.5tn` (from, to),
 * `order 10m..100m`, `exactly 500k` (no rounding), `none` (nothing at all is said of how much).
 */
function amountFrom(text: string): Amount {
  const range = /^(order )?(\S+)\.\.(\S+)$/.exec(text);
  const [, order, from = '', to = ''] = range ?? [];
  if (range !== null) return amountOf(order === undefined ? 'range' : 'order', null, micros(from), micros(to));
  if (text === 'none') return amountOf('=', null, null, null);
  const [, sign = '', digits = ''] = /^(exactly |~|<~|>|<=)?(.+)$/.exec(text) ?? [];
  const value = micros(digits);
  const half = lastUnit(digits) / 2n;
  const size = value < 0n ? -value : value;
  if (sign === '>') return amountOf('>', value, value, null);
  if (sign === '<=') return amountOf('<=', value, null, value);
  if (sign === 'exactly ') return amountOf('=', value, value, value);
  if (sign === '~') {
    const width = half > size / 20n ? half : size / 20n;
    return amountOf('~', value, value - width, value + width);
  }
  const near = (value * 94n) / 100n;
  if (sign === '<~') return value < 0n ? amountOf('<~', value, value, near) : amountOf('<~', value, near, value);
  return amountOf('=', value, value - half, value + half);
}

/** `38.5bn` as a plain decimal; null stays null, an open end. */
export function plain(short: string | null): string | null {
  return short === null ? null : decimal(micros(short));
}

const SCALES = new Map([
  ['', 1n],
  ['k', 1000n],
  ['m', 1_000_000n],
  ['bn', 1_000_000_000n],
  ['tn', 1_000_000_000_000n],
]);

/** In millionths, the finest that examples need. */
function micros(short: string): bigint {
  const [, sign, whole = '0', fraction = '', scale = ''] = /^(-)?(\d+)\.?(\d*)([a-z]*)$/.exec(short) ?? [];
  const size = BigInt(whole + fraction) * unitOf(fraction, scale);
  return sign === undefined ? size : -size;
}

function lastUnit(short: string): bigint {
  const [, fraction = '', scale = ''] = /^-?\d+\.?(\d*)([a-z]*)$/.exec(short) ?? [];
  return unitOf(fraction, scale);
}

function unitOf(fraction: string, scale: string): bigint {
  return ((SCALES.get(scale) ?? 0n) * 1_000_000n) / 10n ** BigInt(fraction.length);
}

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

function amountOf(hedge: Hedge, value: bigint | null, low: bigint | null, high: bigint | null): Amount {
  const text = (amount: bigint | null) => (amount === null ? null : decimal(amount));
  return { value: text(value), low: text(low), high: text(high), lowOpen: false, highOpen: false, hedge, significantDigits: 2 };
}
