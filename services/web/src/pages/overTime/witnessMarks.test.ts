import type { ClaimRow } from '@newsledger/read-models';
import { expect, it } from 'vitest';
import { witnessMarks } from './witnessMarks.ts';

const claimOf = (given: Partial<ClaimRow>): ClaimRow => ({
  claim_id: 'c1',
  source: 'Byteside',
  source_id: 'byteside',
  article_id: 'a1',
  article_url: 'https://byteside.example/1',
  article_title: 'A contract',
  published_at: new Date('2025-11-03T22:00:00Z'),
  quote: '$38bn',
  sentence: 'It is worth $38bn.',
  value: '38000000000',
  low: '37500000000',
  high: '38500000000',
  unit: 'USD',
  hedge: '=',
  speaker: null,
  origin_id: 'source:byteside',
  is_primary: false,
  verdict: 'agrees',
  reason: null,
  certainty: null,
  ...given,
});

it('makes one mark of what several say on one day, and counts their articles and witnesses', () => {
  const copy = claimOf({ source: 'Morning Tape', article_url: 'https://tape.example/1', published_at: new Date('2025-11-03T06:00:00Z') });
  const other = claimOf({ source: 'The Harbour Post', article_url: 'https://post.example/1', origin_id: 'source:post', verdict: 'winner' });
  expect(witnessMarks([claimOf({}), copy, other])).toMatchObject([
    { day: '2025-11-03', kind: 'yes', sources: ['Byteside', 'Morning Tape', 'The Harbour Post'], witnesses: 2, articles: 3 },
  ]);
});

it('keeps days, amounts and what became of the claims apart, the first day first', () => {
  const later = claimOf({ published_at: new Date('2025-11-05T00:00:00Z') });
  const loser = claimOf({ value: '83000000000', low: null, high: '83000000000', verdict: 'loses', reason: 'Outweighed.' });
  const corrected = claimOf({ verdict: 'superseded', origin_id: null, reason: 'A later revision of the article replaced it.' });
  expect(witnessMarks([later, loser, claimOf({}), corrected]).map(({ day, kind, reason }) => [day, kind, reason])).toEqual([
    ['2025-11-03', 'no', 'Outweighed.'],
    ['2025-11-03', 'yes', null],
    ['2025-11-03', 'gone', 'A later revision of the article replaced it.'],
    ['2025-11-05', 'yes', null],
  ]);
});

it('leaves out what is not placed and what has no date', () => {
  expect(witnessMarks([claimOf({ verdict: 'unplaced' }), claimOf({ published_at: null })])).toEqual([]);
});
