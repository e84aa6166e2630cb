import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import { comparePreference, type Interval, overlaps, scaleClaims } from './interval.ts';
import { amountOf, claimOf } from './sampleClaims.ts';

function intervalsOf(...amounts: string[]): [Interval, Interval] {
  const [a, b] = scaleClaims(amounts.map((amount, index) => said(`Paper ${index}`, amount))).intervals;
  if (a === undefined || b === undefined) throw new Error('Two amounts are needed.');
  return [a, b];
}

it('puts all amounts of a key on one scale that has room for halves', () => {
  const { scale, intervals } = scaleClaims([said('A', '38'), said('B', '38.25')]);
  expect({ scale, points: intervals.map(({ point }) => point) }).toEqual({ scale: 4, points: [380_000n, 382_500n] });
});

it('makes room for a pin with more digits than any claim', () => {
  expect(scaleClaims([said('A', 'exactly 38')], ['38.1234']).scale).toBe(5);
});

it('takes an amount without ends as exact', () => {
  const [interval] = scaleClaims([claimOf('A', amountOf(38, null, null, '='))]).intervals;
  expect(interval).toMatchObject({ point: 380n, low: 380n, high: 380n, width: 0n });
});

it('leaves the ends of a bound without ends open', () => {
  const [interval] = scaleClaims([claimOf('A', amountOf(38, null, null, '>'))]).intervals;
  expect(interval).toMatchObject({ low: null, high: null, width: null });
});

it('puts ends that come the wrong way round in order', () => {
  const [interval] = scaleClaims([claimOf('A', amountOf(null, 40, 38, 'range'))]).intervals;
  expect(interval).toMatchObject({ low: 380n, high: 400n, width: 20n });
});

it.each([
  ['38bn', '38.4bn', true],
  ['38bn', '39bn', false],
  ['38bn', 'exactly 38.5bn', true],
  ['exactly 38bn', 'exactly 38bn', true],
  ['exactly 38', 'exactly 39', false],
  ['>38bn', '38bn', true],
  ['>38bn', '37bn', false],
  ['>38bn', '>50bn', true],
  ['<=38bn', '>38bn', false],
  ['<=38bn', '>37bn', true],
  ['<=38bn', '<=10bn', true],
  ['none', '38bn', true],
  ['none', 'none', true],
  ['-5', '-5.4', true],
  ['-5', '5', false],
  ['38bn..40bn', '40bn..42bn', false],
])('%s and %s have something in common: %s', (one, other, shared) => {
  const [a, b] = intervalsOf(one, other);
  expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared, shared]);
});

it.each([
  ['38.2bn', '38bn', 'the more digits'],
  ['exactly 38bn', '38.25bn', 'the exact one'],
  ['38bn', '~38bn', 'the one without hedge'],
  ['38bn', '>38bn', 'the one with two ends'],
  ['38bn..39bn', '30bn..45bn', 'the narrower range'],
])('prefers %s to %s: %s', (better, worse) => {
  const [a, b] = intervalsOf(better, worse);
  expect([Math.sign(comparePreference(a, b)), Math.sign(comparePreference(b, a))]).toEqual([-1, 1]);
});

it('prefers a whole sentence to a row of a table published at the same time', () => {
  const rows = [
    { ...said('A', '38bn'), sentence: 'Value: $38 billion' },
    { ...said('B', '38bn'), sentence: 'The contract is worth $38 billion.' },
  ];
  const sorted = [...scaleClaims(rows).intervals].sort(comparePreference);
  expect(sorted.map(({ claim }) => claim.sourceName)).toEqual(['B', 'A']);
});

it('prefers among equally exact amounts a party’s own word, then the first published, then the lower claim id', () => {
  const claims = [
    said('D', '38bn', { on: null }),
    said('C', '38bn', { on: '2025-11-04' }),
    said('B', '38bn'),
    said('A', '38bn'),
    said('E', '38bn', { isPrimary: true, on: '2025-11-09' }),
  ];
  const sorted = [...scaleClaims(claims).intervals].sort(comparePreference);
  expect(sorted.map(({ claim }) => claim.sourceName)).toEqual(['E', 'A', 'B', 'C', 'D']);
});
