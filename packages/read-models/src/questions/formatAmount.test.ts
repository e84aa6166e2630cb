import { describe, expect, it } from 'vitest';
import { formatAmount, formatRange } from './formatAmount.ts';

const row = (value: string | null, low: string | null, high: string | null, unit: string) => ({ value, low, high, unit });

describe('formatAmount', () => {
  it.each([
    [row('38000000000', null, null, 'USD'), '38 bn USD'],
    [row('1400000000000', null, null, 'USD'), '1.4 tn USD'],
    [row('200000', null, null, 'USD'), '200,000 USD'],
    [row('5', null, null, '%'), '5 %'],
    [row('2.5', null, null, 'x'), '2.5×'],
    [row('25', null, null, 'bp'), '25 bp'],
    [row('30000000000', null, null, 'W'), '30 GW'],
    [row('7', null, null, 'year'), '7 years'],
    [row('1', null, null, 'year'), '1 year'],
    [row('25000000', null, null, 'home'), '25 m homes'],
    [row(null, '100000', '1000000', 'chip'), '100,000–1 m chips'],
    [row(null, '500000', null, 'chip'), 'over 500,000 chips'],
    [row(null, null, '4000000000', 'USD'), 'up to 4 bn USD'],
    [row(null, null, null, 'USD'), '–'],
  ])('%j reads %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });
});

describe('formatRange', () => {
  it('shows both ends with their scale, and open ends as infinity', () => {
    expect(formatRange(row(null, '37500000000', '38500000000', 'USD'))).toBe('37.5 bn … 38.5 bn');
    expect(formatRange(row(null, '500000', null, 'chip'))).toBe('500,000 … ∞');
  });
});
