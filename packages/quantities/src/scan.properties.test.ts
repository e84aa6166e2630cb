import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan, scanTypedSpans } from './index.ts';

/** Pieces of which news amounts are made, and of which nonsense can be: every rule meets every other. */
const pieces = fc.constantFrom(
  ...'$ € £ US$ HK$ USD Rs 38 1.3 500,000 1 234 0.5 7 2025 2018-19 bn billion m million thousand crore % per cent GW -gigawatt year -year years old and to – - between about nearly more than up to + half a dozen two seven-teen twenty hundred thirds ½ 1/4 of the homes people Nvidia chips GPT -4 Q3 FY 25 March 12 , . ( ) [1] : 30 pm per share a e10 × 10 ^ 3 doubled one point three pounds in'.split(
    ' ',
  ),
);
const gaps = fc.constantFrom(' ', '', '\u00a0', '\u202f', '\u2009', '\n');
const phrases = fc.array(fc.tuple(pieces, gaps), { maxLength: 14 }).map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));
const texts = fc.oneof(phrases, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));

const withoutOffsets = (text: string) =>
  scan(text).map(({ start: _start, end: _end, text: _text, noun, ...rest }) => ({ ...rest, phrase: noun?.phrase ?? null }));

test('the offsets slice the text back out', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spans = [...scan(text), ...scanTypedSpans(text)];
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(spans.map((span) => span.text));
    }),
    { numRuns: 3000 },
  );
});

test('quantities and typed spans stand in order and never overlap', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spans = [...scan(text), ...scanTypedSpans(text)].sort((a, b) => a.start - b.start);
      expect(spans.every((span, index) => span.start < span.end && span.start >= (spans[index - 1]?.end ?? 0))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('reading twice gives the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(scan(text)).toEqual(scan(text));
    }),
  );
});

test('the low end never lies above the high end', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(scan(text).every(({ low, high }) => low === null || high === null || Number(low) <= Number(high))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('two paragraphs are read as the two apart', () => {
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      expect(withoutOffsets(`${first}\n\n${second}`)).toEqual([...withoutOffsets(first), ...withoutOffsets(second)]);
    }),
    { numRuns: 2000 },
  );
});

test('the width of spaces changes nothing', () => {
  fc.assert(
    fc.property(phrases, fc.constantFrom('\u00a0', '\u202f', '\u2009', '\u2007'), (phrase, space) => {
      const plain = phrase.replace(/\s/g, ' ');
      expect(withoutOffsets(plain.replaceAll(' ', space))).toEqual(withoutOffsets(plain));
    }),
    { numRuns: 2000 },
  );
});

const scales = fc.constantFrom(
  ['', 0],
  [' thousand', 3],
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  [' million', 6],
  ['-million', 6],
  ['bn', 9],
  [' billion', 9],
  [' bln', 9],
  ['tn', 12],
  [' trillion', 12],
  [' lakh', 5],
  [' crore', 7],
) satisfies fc.Arbitrary<readonly [string, number]>;
const currencies = fc.constantFrom(
  ['$', 'USD'],
  ['US$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['HK$', 'HKD'],
  ['USD', 'USD'],
  ['EUR ', 'EUR'],
  ['Rs ', 'INR'],
  ['₹', 'INR'],
  ['A$', 'AUD'],
) satisfies fc.Arbitrary<readonly [string, string]>;

test('a scale is never dropped: a printed amount of money is read back whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 2 }),
      scales,
      currencies,
      (units, decimals, [scale, power], [sign, code]) => {
        const number = (units / 10 ** decimals).toFixed(decimals);
        const [quantity] = scan(`It paid ${sign}${number}${scale} for it.`);
        const expected = BigInt(units) * 10n ** BigInt(power);
        const read = quantity?.value ?? '0';
        const [whole = '0', fraction = ''] = read.split('.');
        expect(quantity?.unit).toBe(code);
        expect(BigInt(whole + fraction.padEnd(2, '0')) * 10n ** BigInt(decimals)).toBe(expected * 100n);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Notations in which capitals mean nothing: words, names of money and units, scales in words. */
const wordings = fc
  .tuple(
    fc.constantFrom('about ', 'nearly ', 'up to ', 'more than ', ''),
    fc.constantFrom('38', '1.3', '500,000', 'seven', 'twenty-five', 'two hundred and fifty', 'two and a half'),
    fc.constantFrom(' million', ' billion', ' thousand', ''),
    fc.constantFrom(' dollars', ' euros', ' per cent', ' years', ' gigawatts', ' swiss francs', ' miles', ' basis points'),
    fc.constantFrom('', ' per year', ' a month'),
  )
  .map((parts) => `they paid ${parts.join('')} for it.`);

test('case changes nothing in words', () => {
  fc.assert(
    fc.property(wordings, (text) => {
      const plain = withoutOffsets(text);
      expect(plain).toHaveLength(1);
      expect(withoutOffsets(text.toUpperCase())).toEqual(plain);
    }),
    { numRuns: 2000 },
  );
});
