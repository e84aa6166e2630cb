import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import { scaleClaims } from './interval.ts';
import { looksLikeSlip, slipBetween } from './slip.ts';

/** How `wrong` came about when `right` is meant. */
function slip(wrong: string, right: string): string | null {
  const [a, b] = scaleClaims([said('A', wrong), said('B', right)]).intervals;
  return a === undefined || b === undefined || b.point === null ? null : (slipBetween(a, b.point)?.words ?? null);
}

it.each([
  ['38tn', '38bn', 'a thousand times too much, as when million is read as billion'],
  ['38m', '38bn', 'a thousand times too little, as when billion is read as million'],
  ['38', '38m', 'a million times too little, as when a scale is dropped'],
  ['38', '38bn', 'a billion times too little, as when a scale is dropped'],
  ['38tn', '38m', 'a million times too much, as when a scale is applied twice'],
  ['380bn', '38bn', 'ten times too much, as when a decimal point slips or a digit is added'],
  ['3.8bn', '38bn', 'ten times too little, as when a decimal point slips or a digit is lost'],
  ['0.05', '5', 'a hundred times too little, as when percent and fraction are mixed up'],
  ['500', '5', 'a hundred times too much, as when percent and fraction are mixed up'],
  ['38.1tn', '38bn', 'a thousand times too much, as when million is read as billion'],
  ['83bn', '38bn', 'the same number with two digits swapped'],
  ['102bn', '120bn', 'the same number with two digits swapped'],
  ['3.28bn', '3.82bn', 'the same number with two digits swapped'],
  ['5', '-5', 'the same number with the other sign'],
  ['12.5', '1.25', 'ten times too much, as when a decimal point slips or a digit is added'],
  ['48464', '41464', 'the same number but for one digit'],
  ['1345', '12345', 'the same number without one of its digits'],
  ['123456', '13456', 'the same number with one digit more'],
  ['-83', '-38', 'the same number with two digits swapped'],
  ['-5000', '-5', 'a thousand times too much, as when million is read as billion'],
])('takes %s for %s as %s', (wrong, right, words) => {
  expect(slip(wrong, right)).toBe(words);
});

it.each([
  ['38bn', '38bn', 'equal'],
  ['39bn', '38bn', 'a neighbour'],
  ['52bn', '38bn', 'another number'],
  ['-83', '38', 'swapped and of the other sign'],
  ['321bn', '123bn', 'reversed, no neighbours swapped'],
  ['0', '38bn', 'nothing'],
  ['38bn', '0', 'for nothing'],
  ['38bn..40bn', '38m', 'a range'],
  ['42tn', '38bn', 'not a thousand times as much'],
  ['560bn', '460bn', 'one digit of a short number'],
  ['14995', '14996', 'the last digit, as rounding changes it'],
])('finds no slip between %s and %s: %s', (wrong, right) => {
  expect(slip(wrong, right)).toBeNull();
});

it('takes either of two numbers as a slip on the other, but none on a range', () => {
  const [a, b, range] = scaleClaims([said('A', '38m'), said('B', '38bn'), said('C', '38bn..40bn')]).intervals;
  if (a === undefined || b === undefined || range === undefined) throw new Error('Three claims have three intervals.');
  expect([looksLikeSlip(a, b), looksLikeSlip(b, a), looksLikeSlip(a, range)]).toEqual([true, true, false]);
});
