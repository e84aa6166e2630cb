import { expect, it } from 'vitest';
import { type ReconcilingCase, tryCase } from './exampleCases.ts';
import { said } from './exampleClaims.ts';
import { dealValueKey } from './sampleClaims.ts';

const forecast = { ...dealValueKey, measure: 'revenue', period: '2026', status: 'forecast' } as const;
const denied = { ...dealValueKey, measure: 'deal_value', status: 'denied' } as const;
const wire = { wireCredit: 'Meridian Wire' };
const release = { isPrimary: true, speaksFor: ['OpenAI'] };

/** Who counts, and for how much: copies, quotes, a party's own word, majorities and ties, slips of the pen, pins. */
const cases: ReconcilingCase[] = [
  {
    name: 'two against one is an agreement with an outlier',
    claims: [said('Courier', '38bn'), said('Harbour Post', '38bn', { on: '2025-11-04' }), said('Byteside', '52bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'winner agrees loses',
  },
  {
    name: 'three against two is a dispute',
    claims: [said('A', '38bn'), said('B', '38bn'), said('C', '38bn'), said('D', '52bn'), said('E', '52bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'winner agrees agrees loses loses',
  },
  {
    name: 'three that all differ are a dispute, which the first published leads',
    claims: [said('A', '38bn', { on: '2025-11-04' }), said('B', '45bn'), said('C', '52bn', { on: '2025-11-05' })],
    comesTo: ['45bn', '44.5bn', '45.5bn', 'disputed'],
    verdicts: 'loses winner loses',
  },
  {
    name: 'a tie goes to the more exact number',
    claims: [said('A', '38bn'), said('B', '45.2bn', { on: '2025-11-04' })],
    comesTo: ['45.2bn', '45.15bn', '45.25bn', 'disputed'],
    verdicts: 'loses winner',
  },
  {
    name: 'a tie without dates goes by the claims’ ids',
    claims: [said('B', '45bn', { on: null }), said('A', '38bn', { on: null })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'loses winner',
  },
  {
    name: 'wire copies are one witness, beaten by two that agree',
    claims: [said('A', '83bn', wire), said('B', '83bn', wire), said('C', '83bn', wire), said('X', '38bn'), said('Y', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'loses loses loses winner agrees',
  },
  {
    name: 'wire copies alone are a single source',
    claims: [said('A', '38bn', wire), said('B', '38bn', { ...wire, on: '2025-11-04' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner agrees',
  },
  {
    name: 'what the wire itself says counts when a copy garbles it',
    claims: [said('Meridian Wire', '38bn'), said('A', '83bn', wire), said('B', '83bn', wire)],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner loses loses',
  },
  {
    name: 'a rounded headline and an exact body of one article are one witness with the exact number',
    claims: [said('A', '38bn', { articleId: '1' }), said('A', '38.25bn', { articleId: '1' })],
    comesTo: ['38.25bn', '38.245bn', '38.255bn', 'single_source'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a text under one address is one witness',
    claims: [
      said('A', '38bn', { canonicalUrl: 'https://a.example/1' }),
      said('B', '38bn', { canonicalUrl: 'https://a.example/1', on: '2025-11-04' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner agrees',
  },
  {
    name: 'a near-duplicate text is no second witness',
    claims: [
      said('A', '52bn', { fingerprint: '0123456789abcdef' }),
      said('B', '52bn', { fingerprint: '0123456789abcdee', on: '2025-11-04' }),
      said('C', '38bn'),
      said('D', '38bn', { on: '2025-11-04' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'loses loses winner agrees',
  },
  {
    name: 'texts that differ in eight bits are two witnesses',
    claims: [
      said('A', '38bn', { fingerprint: '0123456789abcd00' }),
      said('B', '38bn', { fingerprint: '0123456789abcdff', on: '2025-11-04' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'winner agrees',
  },
  {
    name: 'who printed a copy and wrote by himself is a second witness',
    claims: [said('Meridian Wire', '38bn'), said('A', '38bn', { ...wire, on: '2025-11-04' }), said('A', '38.1bn', { on: '2025-11-05' })],
    comesTo: ['38.1bn', '38.05bn', '38.15bn', 'agreed'],
    verdicts: 'agrees agrees winner',
  },
  {
    name: 'rival forecasts stay a dispute',
    key: forecast,
    claims: [said('A', '20bn', { speaker: 'Analysts at Gull' }), said('A', '26bn', { speaker: 'Analysts at Tern', claimId: 'z' })],
    comesTo: ['20bn', '19.5bn', '20.5bn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'one forecaster quoted by three is one witness',
    key: forecast,
    claims: ['A', 'B', 'C'].map((name) => said(name, '20bn', { speaker: 'Analysts at Gull' })),
    comesTo: ['20bn', '19.5bn', '20.5bn', 'single_source'],
    verdicts: 'winner agrees agrees',
  },
  {
    name: 'denials of one bid agree with each other',
    key: denied,
    claims: [said('A', '25bn'), said('B', '~25bn')],
    comesTo: ['25bn', '24.5bn', '25.5bn', 'agreed'],
    verdicts: 'winner agrees',
  },
  {
    name: 'a party’s own release wins against one paper',
    claims: [said('Courier', '40bn'), said('OpenAI News', '38bn', release)],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'loses winner',
  },
  {
    name: 'a party’s own release wins against three papers, but they dispute it',
    claims: [said('A', '40bn'), said('B', '40bn'), said('C', '40bn'), said('OpenAI News', '38bn', release)],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'loses loses loses winner',
  },
  {
    name: 'the press makes a release’s round number exact',
    claims: [said('OpenAI News', '38bn', release), said('A', '38.2bn')],
    comesTo: ['38.2bn', '38.15bn', '38.25bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'both parties’ releases that differ are a dispute',
    claims: [
      said('OpenAI News', '38bn', release),
      said('AWS News', '40bn', { isPrimary: true, speaksFor: ['Amazon Web Services'], on: '2025-11-04' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'quoting the release’s own speaker adds no witness',
    claims: [said('OpenAI News', '38bn', { ...release, speaker: 'Sam Altman' }), said('A', '38bn', { speaker: 'Sam Altman' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner agrees',
  },
  {
    name: 'million for billion loses against two',
    claims: [said('A', '38bn'), said('B', '38bn'), said('C', '38m')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'winner agrees loses',
  },
  {
    name: 'million for billion is no more exact than billion, one against one',
    claims: [said('A', '38bn'), said('B', '38m', { on: '2025-11-04' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'a lost digit loses against two',
    claims: [said('A', '380bn'), said('B', '38bn'), said('C', '380bn', { on: '2025-11-04' })],
    comesTo: ['380bn', '379.5bn', '380.5bn', 'agreed_with_outlier'],
    verdicts: 'winner loses agrees',
  },
  {
    name: 'swapped digits lose against two',
    claims: [said('A', '83bn'), said('B', '38bn'), said('C', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'loses winner agrees',
  },
  {
    name: 'a pin decides against everybody',
    pin: { value: '38000000000', by: 'Ana', reason: 'contract read' },
    claims: [said('A', '83bn'), said('B', '83bn')],
    comesTo: ['38bn', '38bn', '38bn', 'agreed_with_outlier'],
    verdicts: 'loses loses',
  },
  {
    name: 'a pin inside what one source allows agrees with it',
    pin: { value: '38200000000', by: 'Ana', reason: 'contract read' },
    claims: [said('A', '38bn'), said('B', '>30bn'), said('C', '45bn')],
    comesTo: ['38.2bn', '38.2bn', '38.2bn', 'agreed_with_outlier'],
    verdicts: 'winner agrees loses',
  },
  {
    name: 'a pin wins against a party’s own release',
    pin: { value: '40000000000', by: 'Ana', reason: 'filing says so' },
    claims: [said('OpenAI News', '38bn', release), said('A', '40bn')],
    comesTo: ['40bn', '40bn', '40bn', 'agreed_with_outlier'],
    verdicts: 'loses winner',
  },
  {
    name: 'a pin with nothing left to pin shows nothing',
    pin: { value: '40000000000', by: 'Ana', reason: 'filing says so' },
    claims: [said('A', '40bn', { standing: 'withdrawn' })],
    comesTo: [null, null, null, null],
    verdicts: 'withdrawn',
  },
];

it.each(cases)('$name', (example) => {
  const { actual, expected } = tryCase(example);
  expect(actual).toEqual(expected);
});
