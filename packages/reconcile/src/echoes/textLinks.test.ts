import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextLinks } from './textLinks.ts';

const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const places = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 0, maxLength: 12 });

it('finds the copies of a text that were edited in up to seven bits of its fingerprint, and no others', () => {
  fc.assert(
    fc.property(bits, places, (print, turned) => {
      const links = new TextLinks<string>();
      const edited = turned.reduce((changed, place) => changed ^ (1n << BigInt(place)), print);
      links.add('edited', { canonicalUrl: null, fingerprint: hex(edited) }, 'edited');
      expect([...links.linkedTo({ canonicalUrl: null, fingerprint: hex(print) })]).toEqual(turned.length <= 7 ? ['edited'] : []);
    }),
  );
});

it('finds one text of each group, and none that was taken out', () => {
  const links = new TextLinks<string>();
  const text = { canonicalUrl: 'https://a.example/1', fingerprint: '00000000000000ff' };
  links.add('first', text, 'group');
  links.add('second', text, 'group');
  links.add('third', { ...text, canonicalUrl: null }, 'third');
  expect([...links.linkedTo(text)]).toEqual(['first', 'third']);

  links.delete('first', text, 'group');
  expect([...links.linkedTo(text)]).toEqual(['second', 'third']);
  links.delete('second', text, 'group');
  links.delete('third', { ...text, canonicalUrl: null }, 'third');
  expect([...links.linkedTo(text)]).toEqual([]);
});

function hex(print: bigint): string {
  return print.toString(16).padStart(16, '0');
}
