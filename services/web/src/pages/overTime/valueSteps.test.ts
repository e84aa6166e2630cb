import type { FigureChange } from '@newsledger/read-models';
import { expect, it } from 'vitest';
import { markedChanges, valueSteps } from './valueSteps.ts';

const change = (day: number, given: Partial<FigureChange> = {}): FigureChange => ({
  changed_at: new Date(Date.UTC(2025, 10, day)),
  live: true,
  unit: 'USD',
  value: '38',
  low: '37.5',
  high: '38.5',
  agreement: 'agreed',
  claim_count: day,
  independent_sources: 1,
  cause: 'Byteside: “A contract”',
  article_url: 'https://byteside.example/1',
  event_type: 'ExtractionCompleted',
  revision: 1,
  ...given,
});

it('makes one step of changes that leave the amount as it is', () => {
  const history = [change(3), change(2, { agreement: 'disputed' }), change(1, { value: '40', high: '41' })];
  expect(valueSteps(history).map(({ from, amount }) => [from.getUTCDate(), amount?.value])).toEqual([
    [1, '40'],
    [2, '38'],
  ]);
});

it('marks corrections, withdrawals and decisions, and numbers them in the order of time', () => {
  const revised = change(4, { revision: 2 });
  const withdrawn = change(5, { event_type: 'ArticleWithdrawn', live: false, value: null, low: null, high: null });
  const pinned = change(6, { event_type: 'FigurePinned', article_url: null, revision: null });
  expect([...markedChanges([pinned, withdrawn, revised, change(3)]).values()]).toEqual([1, 2, 3]);
  expect(valueSteps([pinned, withdrawn, revised, change(3)]).map(({ amount, mark }) => [amount?.value ?? 'not shown', mark])).toEqual([
    ['38', null],
    ['38', 1],
    ['not shown', 2],
    ['38', 3],
  ]);
});

it('takes the listing in a feed and the first revision for no correction', () => {
  expect(markedChanges([change(3, { revision: 0 }), change(4, { revision: 1 })]).size).toBe(0);
});
