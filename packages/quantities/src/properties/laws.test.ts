import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Quantity, quantityKinds, scan, scanAll, type TypedSpan } from '../index.ts';
import { compareDecimals } from '../testing/decimals.ts';
import { phrases, texts } from '../testing/texts.ts';

const RUNS = { numRuns: 1500 };
const DECIMAL = /^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/;

/** Every stretch of the text that a reading points to, with what it says to stand there. */
function stretchesOf(text: string): readonly { start: number; end: number; text: string }[] {
  const { quantities, typedSpans } = scanAll(text);
  return [...quantities, ...typedSpans];
}

function decimalsOf({ value, low, high, written }: Quantity): readonly string[] {
  return [value, low, high, written.value, written.valueHigh].filter((decimal) => decimal !== null);
}

test('offsets slice the text back out', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const stretches = stretchesOf(text);
      expect(stretches.map(({ start, end }) => text.slice(start, end))).toEqual(stretches.map((stretch) => stretch.text));
    }),
    RUNS,
  );
});

test('quantities and typed spans stand in order, are never empty and never overlap', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { quantities, typedSpans } = scanAll(text);
      const stretches = [...quantities, ...typedSpans].sort((a, b) => a.start - b.start);
      expect(stretches.every(({ start, end }, index) => start < end && start >= (stretches[index - 1]?.end ?? 0))).toBe(true);
      expect(quantities).toEqual(quantities.toSorted((a, b) => a.start - b.start));
      expect(typedSpans).toEqual(typedSpans.toSorted((a, b) => a.start - b.start));
    }),
    RUNS,
  );
});

test('a counted noun stands outside of its amount, within the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const nouns = scan(text).flatMap(({ noun, start, end }) => (noun === null ? [] : [{ noun, start, end }]));
      expect(nouns.every(({ noun, start, end }) => noun.start < noun.end && (noun.start >= end || noun.end <= start))).toBe(true);
      expect(nouns.every(({ noun }) => noun.start >= 0 && noun.end <= text.length)).toBe(true);
    }),
    RUNS,
  );
});

test('every number is a plain exact decimal', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(
        scan(text)
          .flatMap(decimalsOf)
          .filter((decimal) => !DECIMAL.test(decimal)),
      ).toEqual([]);
    }),
    RUNS,
  );
});

/** Amounts on both sides of zero under every hedge, of units with and without a zero point of their own. */
const hedged = fc
  .tuple(
    fc.constantFrom(
      '',
      'about ',
      'nearly ',
      'just over ',
      'more than ',
      'at least ',
      'up to ',
      'under ',
      'between minus nine and ',
      'from -9 to ',
    ),
    fc.constantFrom('', '-', 'minus ', '-$', '$'),
    fc.constantFrom('5', '0', '0.05', '38.5', '500,000', 'seven'),
    fc.constantFrom('', '%', ' °F', '°C', ' billion', ' months', ' to 12', '–40', ', plus or minus 2%', ' ± 7'),
  )
  .map((parts) => `it was ${parts.join('')}.`);

test('the value lies between the ends, and the low end never above the high end', () => {
  const isOrdered = (a: string | null, b: string | null): boolean => a === null || b === null || compareDecimals(a, b) <= 0;
  fc.assert(
    fc.property(fc.oneof(texts, hedged), (text) => {
      const disordered = scan(text).filter(
        ({ low, value, high }) => !isOrdered(low, value) || !isOrdered(value, high) || !isOrdered(low, high),
      );
      expect(disordered).toEqual([]);
    }),
    RUNS,
  );
});

test('reading again gives the same, whatever was read between', () => {
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      const first = scanAll(text);
      scanAll(other);
      expect(scanAll(text)).toEqual(first);
    }),
    RUNS,
  );
});

test('choosing kinds only leaves the others out', () => {
  fc.assert(
    fc.property(texts, fc.subarray([...quantityKinds]), (text, kinds) => {
      expect(scan(text, { kinds })).toEqual(scan(text).filter(({ kind }) => kinds.includes(kind)));
    }),
    RUNS,
  );
});

const paragraphBreaks = fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n', '\u2029', '\n\u00a0\n\n');

/** A reading of a part as it must come out of the whole, which has `offset` code units before that part. */
function moved<Stretch extends Quantity | TypedSpan>(stretches: readonly Stretch[], offset: number): Stretch[] {
  return stretches.map((stretch) => ({
    ...stretch,
    start: stretch.start + offset,
    end: stretch.end + offset,
    ...('noun' in stretch && stretch.noun !== null
      ? { noun: { ...stretch.noun, start: stretch.noun.start + offset, end: stretch.noun.end + offset } }
      : {}),
  }));
}

test('two paragraphs are read as the two apart', () => {
  fc.assert(
    fc.property(texts, paragraphBreaks, texts, (first, gap, second) => {
      const offset = first.length + gap.length;
      const [one, other] = [scanAll(first), scanAll(second)];
      expect(scanAll(first + gap + second)).toEqual({
        quantities: [...one.quantities, ...moved(other.quantities, offset)],
        typedSpans: [...one.typedSpans, ...moved(other.typedSpans, offset)],
      });
    }),
    RUNS,
  );
});

/** A reading with every space made plain. */
function inPlainSpaces(text: string): unknown {
  return JSON.parse(JSON.stringify(scanAll(text)).replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '));
}

test('the kind of a space changes nothing', () => {
  fc.assert(
    fc.property(phrases, fc.constantFrom('\u00a0', '\u202f', '\u2009', '\u2007', '\u200a', '\u3000'), (phrase, space) => {
      const plain = phrase.replaceAll(/\s/g, ' ');
      expect(inPlainSpaces(plain.replaceAll(' ', space))).toEqual(inPlainSpaces(plain));
    }),
    RUNS,
  );
});

test('a single line end is a space', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$38', 'bn', 'about', '5', 'per', 'cent', 'GW', 'seven', 'years', 'to', 'chips'), { maxLength: 9 }),
      (parts) => {
        expect(scan(parts.join('\n')).map(({ value, low, unit }) => [value, low, unit])).toEqual(
          scan(parts.join(' ')).map(({ value, low, unit }) => [value, low, unit]),
        );
      },
    ),
    RUNS,
  );
});
