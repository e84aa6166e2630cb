import { expect, it } from 'vitest';
import { headsKey, percentKey, said, totalKey } from './exampleClaims.ts';
import type { FigureKey } from './figureKey.ts';
import type { KeyClaim, Pin } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const release = { isPrimary: true, speaksFor: ['OpenAI'] };
const wire = { wireCredit: 'Meridian Wire' };
const ana: Pin = { value: '38000000000', by: 'Ana', reason: 'Read in the contract.' };

interface Example {
  readonly claims: readonly KeyClaim[];
  readonly key?: FigureKey;
  readonly pin?: Pin;
  readonly reads: string;
}

const examples: Example[] = [
  { claims: [said('Courier', '38bn')], reads: '38 billion USD: only Courier says so.' },
  { claims: [said('Courier', '~38bn')], reads: 'about 38 billion USD: only Courier says so.' },
  { claims: [said('Courier', '<~140bn')], reads: 'nearly 140 billion USD: only Courier says so.' },
  { claims: [said('Courier', '>500k')], key: headsKey, reads: 'more than 500,000 employees: only Courier says so.' },
  { claims: [said('Courier', '<=4bn')], reads: 'up to 4 billion USD: only Courier says so.' },
  { claims: [said('Courier', '1.3tn..1.5tn')], reads: '1.3 to 1.5 trillion USD: only Courier says so.' },
  { claims: [said('Courier', 'order 10k..100k')], key: headsKey, reads: '10,000 to 100,000 employees: only Courier says so.' },
  { claims: [said('Courier', 'none')], reads: 'An unknown amount: only Courier says so.' },
  { claims: [said('Courier', '-5')], key: percentKey, reads: '-5 %: only Courier says so.' },
  { claims: [said('Courier', '>30bn'), said('Byteside', '<=40bn')], reads: '30 to 40 billion USD: 2 independent sources agree.' },
  { claims: [said('Courier', '38bn'), said('Byteside', '38bn')], reads: '38 billion USD: 2 independent sources agree.' },
  { claims: [said('Courier', '38bn', { speaker: 'Sam Altman' })], reads: '38 billion USD: only Sam Altman says so, as quoted by Courier.' },
  {
    claims: [said('Courier', '38bn', { speaker: 'Sam Altman' }), said('Byteside', '38bn', { speaker: 'Sam Altman' })],
    reads: '38 billion USD: only Sam Altman says so, as quoted by 2 sources.',
  },
  { claims: [said('Courier', '38bn', wire)], reads: '38 billion USD: only Meridian Wire says so, and Courier repeats it.' },
  {
    claims: [said('Courier', '38bn', wire), said('Byteside', '38bn', wire), said('Morning Tape', '38bn')],
    reads: '38 billion USD: 2 independent sources agree (1 copy adds no vote).',
  },
  {
    claims: [said('Meridian Wire', '38bn'), said('Byteside', '83bn', wire)],
    reads: '38 billion USD: only Meridian Wire says so; Byteside has it from Meridian Wire as 83 billion USD.',
  },
  {
    claims: [said('Courier', '38.00bn', { articleId: '1' }), said('Courier', '40bn', { articleId: '1' })],
    reads: '38 billion USD: only Courier says so; Courier also says 40 billion USD.',
  },
  { claims: [said('OpenAI News', '38bn', release)], reads: "38 billion USD: only OpenAI News says so (a party's own release)." },
  {
    claims: [said('OpenAI News', '38bn', release), said('Courier', '38bn', { speaker: 'OpenAI' }), said('Byteside', '38bn')],
    reads: "38 billion USD: 2 independent sources agree (OpenAI News is a party's own release; 1 copy adds no vote).",
  },
  {
    claims: [said('OpenAI News', '38bn', release), said('Byteside', '40bn')],
    reads:
      "38 billion USD: 1 of 2 independent sources says so (OpenAI News is a party's own release); Byteside's 40 billion USD is an outlier.",
  },
  {
    claims: [
      said('OpenAI News', '38bn', release),
      said('AWS News', '40bn', { ...release, speaksFor: ['Amazon Web Services'], on: '2025-11-04' }),
    ],
    reads: "38 billion USD: disputed, OpenAI News (a party's own release) against AWS News' 40 billion USD.",
  },
  {
    claims: [said('Courier', '38bn'), said('Byteside', '38m', { on: '2025-11-04' })],
    reads:
      "38 billion USD: disputed, Courier against Byteside's 38 million USD (perhaps a slip: a thousand times too little, as when billion is read as million).",
  },
  {
    claims: [said('Courier', '38bn'), said('Harbour Post', '38bn'), said('Byteside', '83bn')],
    reads:
      "38 billion USD: 2 of 3 independent sources agree; Byteside's 83 billion USD is an outlier (probably a slip: the same number with two digits swapped).",
  },
  {
    claims: ['38', '45', '52', '61', '70'].map((value, index) => said(`Paper ${index}`, `${value}bn`)),
    reads: "38 billion USD: disputed, Paper 0 against Paper 1's 45 billion USD, Paper 2's 52 billion USD and 2 others.",
  },
  {
    claims: [
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => said(name, '38bn')),
      ...['45', '52', '61', '70'].map((value) => said(`Paper ${value}`, `${value}bn`)),
    ],
    reads:
      "38 billion USD: 8 of 12 independent sources agree; Paper 45's 45 billion USD is an outlier; Paper 52's 52 billion USD is an outlier; 2 others are outliers too.",
  },
  {
    claims: [said('Courier', '83bn'), said('Courier', '38bn', { on: '2025-11-05' })],
    reads: '38 billion USD: only Courier says so; Courier replaced its 83 billion USD 2 days later.',
  },
  {
    claims: [said('Courier', '83bn'), said('Courier', '38bn', { on: '2025-11-05', correctionNote: 'Wrong.' })],
    reads: '38 billion USD: only Courier says so; Courier corrected its 83 billion USD 2 days later.',
  },
  {
    claims: [said('Courier', '300bn', { on: '2025-09-22' }), said('Byteside', '1.4tn')],
    key: totalKey,
    reads: '1.4 trillion USD: only Byteside says so; it replaces an earlier total of 300 billion USD (2025-09-22).',
  },
  {
    claims: [said('Courier', '38bn')],
    pin: ana,
    reads: '38 billion USD: decided by Ana (Read in the contract); 1 of 1 independent source agrees.',
  },
  {
    claims: [said('Courier', '83bn'), said('Byteside', '83bn')],
    pin: ana,
    reads: '38 billion USD: decided by Ana (Read in the contract); 0 of 2 independent sources agree.',
  },
  { claims: [said('Courier', '38bn', { standing: 'withdrawn' })], reads: 'No article that stands says so any more.' },
];

it.each(examples)('reads: $reads', ({ claims, key, pin, reads }) => {
  const { explanation } = reconcile(key ?? dealValueKey, claims, { pin: pin ?? null });
  expect(explanation).toBe(reads);
});

it('never puts brackets inside or right after brackets', () => {
  const sentences = examples.map(({ claims, key, pin }) => reconcile(key ?? dealValueKey, claims, { pin: pin ?? null }).explanation);
  expect(sentences.filter((sentence) => /\) \(|\([^)]*\(/.test(sentence))).toEqual([]);
});
