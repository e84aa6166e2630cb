import fc from 'fast-check';

/** A number as it can be written, and what it is: `units × 10^-decimals`. */
export interface WrittenDigits {
  readonly text: string;
  readonly units: bigint;
  readonly decimals: number;
}

const noBreak = '\u00a0';
const narrow = '\u202f';
const thin = '\u2009';

/** The spaces that pages put between a number and what belongs to it. */
export const spaces = fc.constantFrom(' ', noBreak, narrow, thin);

/** How news groups thousands and marks decimals. A Continental number is told by two groups, or by a group and decimals. */
const habits = [
  { group: '', point: '.', leastGroups: 0 },
  { group: ',', point: '.', leastGroups: 0 },
  { group: '\u2019', point: '.', leastGroups: 0 },
  { group: ' ', point: '.', leastGroups: 0 },
  { group: noBreak, point: '.', leastGroups: 0 },
  { group: narrow, point: '.', leastGroups: 0 },
  { group: thin, point: '.', leastGroups: 0 },
  { group: '.', point: ',', leastGroups: 2 },
  { group: narrow, point: ',', leastGroups: 2 },
] as const;

/** `7`, `38.5`, `1,234,567.25`, `1 234 567`, `1.234.567,5`. */
export const digits: fc.Arbitrary<WrittenDigits> = fc
  .record({
    whole: fc.oneof(fc.bigInt({ min: 1n, max: 999n }), fc.bigInt({ min: 1n, max: 999_999_999_999n })),
    fraction: fc.constantFrom('', '5', '25', '05'),
    habit: fc.constantFrom(...habits),
  })
  .map(({ whole, fraction, habit }) => {
    const groups = Math.floor((whole.toString().length - 1) / 3);
    const { group, point } = groups >= habit.leastGroups ? habit : habits[0];
    const text = whole.toString().replace(/\B(?=(\d{3})+$)/g, group) + (fraction === '' ? '' : point + fraction);
    return { text, units: BigInt(whole.toString() + fraction), decimals: fraction.length };
  })
  .filter(({ text }) => !/^(19|20)\d\d$/.test(text));

/** Few digits, as they stand before a scale: `7`, `1.3`, `999.75`. */
export const fewDigits: fc.Arbitrary<WrittenDigits> = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', '5', '25', '75'))
  .map(([whole, fraction]) => ({
    text: fraction === '' ? `${whole}` : `${whole}.${fraction}`,
    units: BigInt(`${whole}${fraction}`),
    decimals: fraction.length,
  }));

const below20 =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** `seven`, `twenty-five`, `three hundred and six`, `four hundred twelve thousand`. */
export const words: fc.Arbitrary<WrittenDigits> = fc
  .tuple(fc.integer({ min: 2, max: 999_999 }), fc.constantFrom(' and ', ' '))
  .map(([whole, joint]) => ({ text: inWords(whole, joint), units: BigInt(whole), decimals: 0 }));

export const fewWords: fc.Arbitrary<WrittenDigits> = fc
  .tuple(fc.integer({ min: 2, max: 999 }), fc.constantFrom(' and ', ' '))
  .map(([whole, joint]) => ({ text: inWords(whole, joint), units: BigInt(whole), decimals: 0 }));

function inWords(whole: number, joint: string): string {
  const thousands = Math.floor(whole / 1000);
  const rest = whole % 1000;
  if (thousands === 0) return belowThousand(rest, joint);
  const lead = `${belowThousand(thousands, joint)} thousand`;
  return rest === 0 ? lead : `${lead}${rest < 100 ? ' and ' : ' '}${belowThousand(rest, joint)}`;
}

function belowThousand(whole: number, joint: string): string {
  if (whole < 100) return belowHundred(whole);
  const lead = `${below20[Math.floor(whole / 100)]} hundred`;
  return whole % 100 === 0 ? lead : lead + joint + belowHundred(whole % 100);
}

function belowHundred(whole: number): string {
  if (whole < 20) return below20[whole] ?? '';
  const ten = tens[Math.floor(whole / 10)] ?? '';
  return whole % 10 === 0 ? ten : `${ten}-${below20[whole % 10]}`;
}
