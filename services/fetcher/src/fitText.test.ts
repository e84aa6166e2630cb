import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText } from './fitText.ts';

test('white space is folded', () => {
  expect(fitText(' two\n\t words ', 100)).toBe('two words');
});

test('no limit is passed, and no character is split', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 }), (text, chars, bytes) => {
      const fitted = fitText(text, chars, bytes);

      expect(fitted.length).toBeLessThanOrEqual(chars);
      expect(fitted.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(bytes);
    }),
  );
});
