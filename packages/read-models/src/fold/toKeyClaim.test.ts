import type { Amount } from '@newsledger/events';
import { expect, it } from 'vitest';
import type { FigureClaimRow } from './rows.ts';
import { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

const amount: Amount = { value: '38', low: '37.5', high: '38.5', lowOpen: false, highOpen: false, hedge: '=', significantDigits: 2 };

const claimOf = (speaker: string | null): FigureClaimRow => ({
  kind: 'figure',
  content: {
    subject: 'Acme',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount,
    speaker,
  },
  claimId: 'claim',
  articleId: 'article',
  sourceId: 'post',
  revision: 1,
  extractorName: 'test',
  extractorVersion: 1,
  names: [],
  dealClaimId: null,
  certainty: 0.9,
  sentence: 'It made $38.',
  evidence: null,
  position: 1n,
  recordedAt: '2025-11-03T00:00:00.000Z',
  articleTitle: null,
  publishedAt: null,
  statedAt: null,
  wireCredit: null,
  canonicalUrl: null,
  fingerprint: null,
  correctionNote: null,
  standing: 'active',
  figureId: null,
  dealBucket: null,
  dealId: null,
  originId: null,
  isPrimary: false,
  dealFamily: null,
  neighbours: [],
  joined: null,
  verdict: null,
  reason: null,
  echoOf: null,
  lone: null,
  ownUrl: null,
  ownFingerprint: null,
  echoes: null,
  echoVerdict: null,
  echoReason: null,
  echoReplacedAt: null,
  judged: null,
});

it.each([
  ['Gartner', 'Gartner'],
  ['people familiar with the matter', null],
  [null, null],
])('takes the speaker "%s" of a claim for %s', (speaker, known) => {
  expect(toKeyClaim(new FoldState(), claimOf(speaker), amount, new Set())?.speaker).toBe(known);
});
