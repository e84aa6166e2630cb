import { expect, it } from 'vitest';
import { said } from '../exampleClaims.ts';
import { excludeEachOther, meanSameAmount } from './sameAmount.ts';

const amount = (short: string) => said('A', short).amount;

it.each([
  ['38bn', '38bn'],
  ['38bn', '38.2bn'],
  ['~40bn', '38.5bn'],
  ['<=4bn', '4bn'],
  ['<=4bn', '<=4bn'],
  ['>500k', '>500k'],
  ['1.3tn..1.5tn', '1.3tn..1.5tn'],
  ['-5', '-5.44'],
])('takes %s and %s for one number', (a, b) => {
  expect(meanSameAmount(amount(a), amount(b))).toBe(true);
  expect(meanSameAmount(amount(b), amount(a))).toBe(true);
});

it.each([
  ['38bn', '39bn'],
  ['>1bn', '38bn'],
  ['<=4bn', '1.25bn'],
  ['>4bn', '<=4bn'],
  ['1.3tn..1.5tn', '1.4tn'],
  ['order 10m..100m', 'order 10m..100m'],
  ['5', '-5'],
  ['none', '38bn'],
  ['none', 'none'],
])('does not take %s and %s for one number', (a, b) => {
  expect(meanSameAmount(amount(a), amount(b))).toBe(false);
  expect(meanSameAmount(amount(b), amount(a))).toBe(false);
});

it('knows amounts that exclude each other from those that only say less', () => {
  expect(excludeEachOther(amount('38bn'), amount('52bn'))).toBe(true);
  expect(excludeEachOther(amount('38bn'), amount('39bn'))).toBe(true);
  expect(excludeEachOther(amount('>1bn'), amount('52bn'))).toBe(false);
  expect(excludeEachOther(amount('none'), amount('52bn'))).toBe(false);
});
