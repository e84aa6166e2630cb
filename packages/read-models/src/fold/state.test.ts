import { expect, it } from 'vitest';
import { FoldState } from './state.ts';

const deal = { dealId: 'a', bucket: 'acquisition\nAcme', live: true, firstRecorded: '2025-11-03T09:00:00.000Z', shown: '1' };

it('finds the deals of a bucket, each as it was decided last, and none of other buckets', () => {
  const state = new FoldState();
  state.setDeal(deal);
  state.setDeal({ ...deal, dealId: 'b' });
  state.setDeal({ ...deal, dealId: 'c', bucket: 'acquisition\nGlobex' });
  state.setDeal({ ...deal, live: false, shown: '2' });

  expect(state.dealsOfBucket(deal.bucket)).toEqual([
    { ...deal, live: false, shown: '2' },
    { ...deal, dealId: 'b' },
  ]);
  expect(state.dealsOfBucket('acquisition\nNobody')).toEqual([]);
});

it('looks at no deal of another bucket, so that a large batch stays quick', () => {
  const state = new FoldState();
  const looked: string[] = [];
  const watched = (dealId: string, bucket: string) =>
    Object.defineProperty({ ...deal, dealId }, 'bucket', {
      get() {
        looked.push(dealId);
        return bucket;
      },
    });
  for (const dealId of ['a', 'b', 'c']) state.setDeal(watched(dealId, `bucket of ${dealId}`));
  looked.length = 0;

  state.dealsOfBucket('bucket of b');

  expect(looked.filter((dealId) => dealId !== 'b')).toEqual([]);
});
