import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, hammingDistance } from './fingerprint.ts';

const words = Array.from({ length: 300 }, (_, index) => `word${(index * 7919) % 1009}`);
const text = words.join(' ');

describe('fingerprint', () => {
  it('is 16 hexadecimal digits for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => /^[0-9a-f]{16}$/.test(fingerprint(any))));
  });

  it('does not change with case, punctuation and spacing', () => {
    expect(fingerprint('Harbour Chips, a maker of modules, will build.')).toBe(
      fingerprint('harbour  chips a maker of\nmodules will build'),
    );
  });

  it('differs in few bits when one sentence is cut', () => {
    expect(hammingDistance(fingerprint(text), fingerprint(words.slice(12).join(' ')))).toBeLessThanOrEqual(8);
  });

  it('differs in many bits for another text', () => {
    const other = words.map((word) => `${word}x`).join(' ');
    expect(hammingDistance(fingerprint(text), fingerprint(other))).toBeGreaterThan(16);
  });

  it('counts every bit that differs', () => {
    expect(hammingDistance('ffffffffffffffff', '0000000000000000')).toBe(64);
  });
});
