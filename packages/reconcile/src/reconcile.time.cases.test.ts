import { expect, it } from 'vitest';
import { type ReconcilingCase, tryCase } from './exampleCases.ts';
import { said, totalKey } from './exampleClaims.ts';

const wire = { wireCredit: 'Meridian Wire' };
const corrected = { correctionNote: 'Correction: an earlier version had another number.' };

/** What later words do to earlier ones: revisions, corrections, restatements, growing totals, withdrawals. */
const cases: ReconcilingCase[] = [
  {
    name: 'a revision replaces what the article said before',
    claims: [said('A', '83bn', { articleId: '1', standing: 'revised' }), said('A', '38bn', { articleId: '1', revision: 2 })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'superseded winner',
  },
  {
    name: 'a revision that keeps one number and adds another takes nothing back',
    claims: [
      said('A', '38bn', { articleId: '1', standing: 'revised', claimId: '1' }),
      said('A', '38bn', { articleId: '1', revision: 2, claimId: '3' }),
      said('A', '52.0bn', { articleId: '1', revision: 2, claimId: '2', speaker: 'Somebody' }),
      said('B', '38bn', { on: '2025-11-04' }),
      said('C', '38bn', { canonicalUrl: 'https://c.example', fingerprint: '0123456789abcdef', on: '2025-11-05' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed_with_outlier'],
    verdicts: 'superseded winner loses agrees agrees',
  },
  {
    name: 'a revision that keeps one number leaves copies of it standing',
    claims: [
      said('A', '38bn', { articleId: '1', standing: 'revised', claimId: '1', canonicalUrl: 'https://a.example' }),
      said('A', '52.0bn', { articleId: '1', revision: 2, claimId: '2', canonicalUrl: 'https://a.example' }),
      said('A', '38.00bn', { articleId: '1', revision: 2, claimId: '3', canonicalUrl: 'https://a.example' }),
      said('B', '38bn', { on: '2025-11-04', canonicalUrl: 'https://a.example' }),
    ],
    comesTo: ['38bn', '37.995bn', '38.005bn', 'single_source'],
    verdicts: 'superseded loses winner agrees',
  },
  {
    name: 'copies of what a revision took back count no more',
    claims: [
      said('A', '83bn', { articleId: '1', standing: 'revised', canonicalUrl: 'https://a.example' }),
      said('A', '38bn', { articleId: '1', revision: 2, canonicalUrl: 'https://a.example' }),
      said('B', '83bn', { on: '2025-11-04', canonicalUrl: 'https://a.example' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'superseded winner superseded',
  },
  {
    name: 'a correction in a new article replaces the source’s earlier number',
    claims: [said('A', '83bn'), said('A', '38bn', { on: '2025-11-05', ...corrected })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'superseded winner',
  },
  {
    name: 'a source’s later word replaces its earlier one',
    claims: [said('A', '83bn'), said('A', '38bn', { on: '2025-11-05' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'superseded'],
    verdicts: 'superseded winner',
  },
  {
    name: 'a correction made after a later article is the source’s last word',
    claims: [said('A', '38bn', { restatedOn: '2025-11-07', revision: 2, ...corrected }), said('A', '83bn', { on: '2025-11-05' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner superseded',
  },
  {
    name: 'a later rounder number takes nothing back',
    claims: [said('A', '38.2bn'), said('A', '38bn', { on: '2025-11-05' })],
    comesTo: ['38.2bn', '38.15bn', '38.25bn', 'single_source'],
    verdicts: 'winner agrees',
  },
  {
    name: 'a later article that gives the old number beside a new one takes nothing back',
    claims: [
      said('A', '38bn', { claimId: '1' }),
      said('A', '38bn', { on: '2025-11-05', claimId: '2' }),
      said('A', '52bn', { on: '2025-11-05', claimId: '3' }),
      said('B', '38bn', { on: '2025-11-06' }),
    ],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'winner agrees loses agrees',
  },
  {
    name: 'a source that goes back to its first number ends with it',
    claims: [said('A', '38bn'), said('A', '83bn', { on: '2025-11-05' }), said('A', '38.0bn', { on: '2025-11-07' })],
    comesTo: ['38bn', '37.95bn', '38.05bn', 'superseded'],
    verdicts: 'agrees superseded winner',
  },
  {
    name: 'another source’s later number takes nothing back',
    claims: [said('A', '38bn'), said('B', '45bn', { on: '2025-11-05' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'among a wire’s copies the corrected one counts',
    claims: [said('A', '83.1bn', wire), said('B', '38bn', { ...wire, ...corrected, on: '2025-11-04' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'loses winner',
  },
  {
    name: 'a withdrawn article counts no more',
    claims: [said('A', '83bn', { standing: 'withdrawn' }), said('B', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'withdrawn winner',
  },
  {
    name: 'what a newer extractor no longer reads counts no more',
    claims: [said('A', '83bn', { standing: 'reextracted' }), said('B', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'withdrawn winner',
  },
  {
    name: 'a figure that nobody states any more has no value',
    claims: [said('A', '83bn', { standing: 'withdrawn' }), said('B', '38bn', { standing: 'revised' })],
    comesTo: [null, null, null, null],
    verdicts: 'withdrawn superseded',
  },
  {
    name: 'a later, greater total replaces a smaller one',
    key: totalKey,
    claims: [said('A', '1.0tn', { on: '2025-10-01' }), said('B', '1.4tn')],
    comesTo: ['1.4tn', '1.35tn', '1.45tn', 'superseded'],
    verdicts: 'superseded winner',
  },
  {
    name: 'a later, smaller total replaces nothing',
    key: totalKey,
    claims: [said('A', '1.4tn', { on: '2025-10-01' }), said('B', '1.0tn')],
    comesTo: ['1.4tn', '1.35tn', '1.45tn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'a total that grew twice is the last one',
    key: totalKey,
    claims: [said('A', '300bn', { on: '2025-09-01' }), said('B', '1.0tn', { on: '2025-10-01' }), said('C', '~1.4tn')],
    comesTo: ['1.4tn', '1.33tn', '1.47tn', 'superseded'],
    verdicts: 'superseded superseded winner',
  },
  {
    name: 'a later lower bound replaces a smaller total',
    key: totalKey,
    claims: [said('A', '300bn', { on: '2025-10-01' }), said('B', '>1tn')],
    comesTo: ['1tn', '1tn', null, 'superseded'],
    verdicts: 'superseded winner',
  },
  {
    name: 'totals of one day are a dispute, not growth',
    key: totalKey,
    claims: [said('A', '1.0tn'), said('B', '1.4tn')],
    comesTo: ['1tn', '0.95tn', '1.05tn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'a late copy of an early total does not make it later',
    key: totalKey,
    claims: [
      said('A', '1.4tn', { ...wire, on: '2025-11-01' }),
      said('B', '1.0tn', { on: '2025-11-02' }),
      said('C', '1.4tn', { ...wire, on: '2025-11-03' }),
    ],
    comesTo: ['1.4tn', '1.35tn', '1.45tn', 'disputed'],
    verdicts: 'winner loses agrees',
  },
  {
    name: 'a thousand times the total by one careless source is a slip, not growth',
    key: totalKey,
    claims: [said('A', '13bn', { on: '2025-11-01' }), said('B', '13bn', { on: '2025-11-02' }), said('C', '13tn')],
    comesTo: ['13bn', '12.5bn', '13.5bn', 'agreed_with_outlier'],
    verdicts: 'winner agrees loses',
  },
  {
    name: 'ten times the total by two independent sources is growth',
    key: totalKey,
    claims: [said('A', '1bn', { on: '2023-01-23' }), said('B', '10bn'), said('C', '10bn', { on: '2025-11-04' })],
    comesTo: ['10bn', '9.5bn', '10.5bn', 'superseded'],
    verdicts: 'superseded winner agrees',
  },
  {
    name: 'ten times the total in two copies of one text is a slip, not growth',
    key: totalKey,
    claims: [
      said('A', '1bn', { on: '2025-11-01' }),
      said('B', '1bn', { on: '2025-11-01' }),
      said('C', '10bn', wire),
      said('D', '10bn', wire),
    ],
    comesTo: ['1bn', '0.5bn', '1.5bn', 'agreed_with_outlier'],
    verdicts: 'winner agrees loses loses',
  },
  {
    name: 'a pin stands though totals grow',
    key: totalKey,
    pin: { value: '1000000000000', by: 'Ana', reason: 'audited' },
    claims: [said('A', '1.0tn', { on: '2025-10-01' }), said('B', '1.4tn')],
    comesTo: ['1tn', '1tn', '1tn', 'agreed_with_outlier'],
    verdicts: 'superseded loses',
  },
];

it.each(cases)('$name', (example) => {
  const { actual, expected } = tryCase(example);
  expect(actual).toEqual(expected);
});
