import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from './fingerprint.ts';
import { createFingerprintIndex, MAX_NEAR_BITS, SURE_BITS } from './fingerprintIndex.ts';

const print = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
/** A fingerprint and one that differs in some bits. */
const pair = fc.tuple(print, fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 12 })).map(
  ([a, flips]) =>
    [
      a,
      flips
        .reduce((bits, at) => bits ^ (1n << BigInt(at)), BigInt(`0x${a}`))
        .toString(16)
        .padStart(16, '0'),
    ] as const,
);

test('finds every fingerprint that is surely near and none that is far, as comparing all pairs does', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
      const index = createFingerprintIndex<number>();
      for (const [key, [added]] of pairs.entries()) index.add(added, key);
      return pairs.every(([, asked]) => {
        const found = new Set(index.near(asked).map(({ key }) => key));
        return pairs.every(([added], key) => {
          const bits = hammingDistance(added, asked);
          return found.has(key) ? bits <= MAX_NEAR_BITS : bits > SURE_BITS;
        });
      });
    }),
  );
});

test('gives the nearest first', () => {
  const index = createFingerprintIndex<string>();
  index.add('0000000000000003', 'two bits');
  index.add('0000000000000001', 'one bit');
  expect(index.near('0000000000000000')).toEqual([
    { key: 'one bit', bits: 1 },
    { key: 'two bits', bits: 2 },
  ]);
});
