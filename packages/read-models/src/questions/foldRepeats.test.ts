import { expect, it } from 'vitest';
import { foldRepeats } from './foldRepeats.ts';
import type { ClaimRow } from './listClaims.ts';

const claim = (claim_id: string, article_url: string, low: string, verdict: ClaimRow['verdict'] = 'agrees'): ClaimRow => ({
  claim_id,
  source: 'Wire',
  source_id: 'wire',
  article_id: '8a1c0d2e-0000-5000-8000-000000000001',
  article_url,
  article_title: 'A title',
  published_at: null,
  quote: '$38bn',
  sentence: 'It is $38bn.',
  value: null,
  low,
  high: '39',
  unit: 'USD',
  hedge: '=',
  speaker: null,
  origin_id: 'source:wire',
  is_primary: false,
  verdict,
  reason: null,
  certainty: null,
});

it('folds what one article says again, and nothing else', () => {
  const claims = [
    claim('1', 'https://a.example', '37', 'winner'),
    claim('2', 'https://a.example', '37'),
    claim('3', 'https://b.example', '37'),
    claim('4', 'https://a.example', '37'),
    claim('5', 'https://a.example', '36'),
  ];
  expect(foldRepeats(claims).map(({ claim: { claim_id }, times }) => `${claim_id}×${times}`)).toEqual(['1×1', '2×2', '3×1', '5×1']);
});

it('shows a sentence rather than a title, and the fuller of two', () => {
  const says = (claim_id: string, sentence: string) => ({ ...claim(claim_id, 'https://a.example', '37'), sentence });
  const claims = [
    says('1', 'A contract is worth $38bn, says a long title of this article'),
    says('2', 'It is $38bn.'),
    says('3', 'They said that it is $38bn.'),
  ];
  expect(foldRepeats(claims).map(({ claim: { claim_id }, times }) => `${claim_id}×${times}`)).toEqual(['3×3']);
});
