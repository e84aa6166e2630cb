import type { Amount } from '@newsledger/events';
import type { Decimal, Quantity } from '@newsledger/quantities';

/** The amount of a quantity as a figure states it; with `sign` −1 mirrored to negative numbers. */
export function amountOf(quantity: Quantity, sign: 1 | -1): Amount {
  const amount: Amount = {
    value: quantity.value,
    low: quantity.low,
    high: quantity.high,
    lowOpen: quantity.lowOpen,
    highOpen: quantity.highOpen,
    hedge: quantity.hedge,
    significantDigits: quantity.significantDigits,
  };
  return sign === 1 || isNegative(quantity) ? amount : mirrored(amount);
}

/** A multiple as growth in percent: "tripled" is 200. */
export function growthAmount(quantity: Quantity): Amount {
  const percent = (factor: Decimal | null): Decimal | null => (factor === null ? null : minusHundred(timesHundred(factor)));
  const amount = amountOf(quantity, 1);
  return { ...amount, value: percent(amount.value), low: percent(amount.low), high: percent(amount.high) };
}

/** An amount times a power of ten: basis points are hundredths of a percentage point. */
export function scaledAmount(amount: Amount, power: number): Amount {
  const scaled = (decimal: Decimal | null): Decimal | null => (decimal === null ? null : shifted(decimal, power));
  return { ...amount, value: scaled(amount.value), low: scaled(amount.low), high: scaled(amount.high) };
}

/** Moves the decimal point: to the left for a negative power. */
function shifted(decimal: Decimal, power: number): Decimal {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = `${whole.padStart(1 - Math.min(0, power), '0')}${fraction.padEnd(Math.max(0, power), '0')}`;
  const point = digits.length - Math.max(fraction.length, power, 0) + power;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(/0+$/, '');
  return `${sign}${left}${rest === '' ? '' : `.${rest}`}`;
}

function isNegative({ value, low }: Quantity): boolean {
  return (value ?? low ?? '').startsWith('-');
}

function mirrored(amount: Amount): Amount {
  const hedge = amount.hedge === '>' ? '<=' : amount.hedge === '<=' ? '>' : amount.hedge;
  return {
    ...amount,
    value: negate(amount.value),
    low: negate(amount.high),
    high: negate(amount.low),
    lowOpen: amount.highOpen,
    highOpen: amount.lowOpen,
    hedge,
  };
}

function negate(decimal: Decimal | null): Decimal | null {
  if (decimal === null) return null;
  if (/^-?0*(?:\.0*)?$/.test(decimal)) return '0';
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}

function timesHundred(decimal: Decimal): Decimal {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  const rest = fraction.slice(2);
  return rest === '' ? digits : `${digits}.${rest}`;
}

function minusHundred(decimal: Decimal): Decimal {
  const [whole = '0', fraction] = decimal.split('.');
  const less = BigInt(whole) - 100n;
  if (fraction === undefined || /^0*$/.test(fraction)) return String(less);
  if (less >= 0n) return `${less}.${fraction}`;
  // −20 and .5 is −19.5: borrow from the whole part.
  const complement = String(10n ** BigInt(fraction.length) - BigInt(fraction)).padStart(fraction.length, '0');
  const up = less + 1n;
  return up === 0n ? `-0.${complement}` : `${up}.${complement}`;
}
