import { expect, it } from 'vitest';
import { said, totalKey } from './exampleClaims.ts';
import type { KeyClaim } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const before = { articleId: '1', standing: 'revised', claimId: 'before' } as const;
const after = { articleId: '1', revision: 2, restatedOn: '2025-11-05', claimId: 'after' } as const;

function reasonFor(claimId: string, claims: readonly KeyClaim[], key = dealValueKey) {
  return reconcile(key, claims).verdicts.find((verdict) => verdict.claimId === claimId)?.reason;
}

it('says that a revision states a claim again only when it states the same amount', () => {
  expect(reasonFor('before', [said('A', '38bn', before), said('A', '38bn', after)])).toBe('A later revision of the article says it again.');
});

it('says that a revision states it again although somebody else is quoted for it now', () => {
  const claims = [said('A', '38bn', before), said('A', '38bn', { ...after, speaker: 'Somebody' })];
  expect(reasonFor('before', claims)).toBe('A later revision of the article says it again.');
});

it('gives the amount of a revision that only rounds otherwise', () => {
  expect(reasonFor('before', [said('A', '38bn', before), said('A', '~40bn', after)])).toBe(
    'A later revision of the article says about 40 billion USD instead.',
  );
});

it('says what a revision corrected a claim to, and when', () => {
  expect(reasonFor('before', [said('A', '83bn', before), said('A', '38bn', after)])).toBe('A corrected it to 38 billion USD 2 days later.');
});

it.each([
  ['a', 'b'],
  ['b', 'a'],
])('corrects each of two claims to the nearest, whatever their ids (%s before %s)', (large, small) => {
  const claims = [
    said('A', '12bn', { ...before, claimId: 'large' }),
    said('A', '2bn', { ...before, claimId: 'small' }),
    said('A', '15bn', { ...after, claimId: large }),
    said('A', '3bn', { ...after, claimId: small }),
  ];
  expect(reasonFor('large', claims)).toBe('A corrected it to 15 billion USD 2 days later.');
  expect(reasonFor('small', claims)).toBe('A corrected it to 3 billion USD 2 days later.');
});

it('says that a revision dropped a claim when nothing stands in its place', () => {
  expect(reasonFor('before', [said('A', '83bn', before), said('B', '83bn')])).toBe('A later revision of the article no longer says it.');
});

it('does not take what somebody else is quoted for as the correction of a dropped claim', () => {
  const claims = [said('A', '38bn', before), said('A', '~39bn', { ...after, speaker: 'Somebody' })];
  expect(reasonFor('before', claims)).toBe('A later revision of the article no longer says it.');
});

it('does not take what the older revision said beside it as the correction of a dropped claim', () => {
  const claims = [said('A', '38bn', before), said('A', '45bn', { ...before, claimId: 'beside' }), said('A', '45bn', after)];
  expect(reasonFor('before', claims)).toBe('A later revision of the article no longer says it.');
});

it('says what a source replaced a claim by in another article', () => {
  expect(reasonFor('A 2025-11-03 83bn', [said('A', '83bn'), said('A', '38bn', { on: '2025-11-05' })])).toBe(
    'A itself gave 38 billion USD 2 days later.',
  );
});

it('says which later total includes an earlier one', () => {
  expect(reasonFor('A 2025-09-22 300bn', [said('A', '300bn', { on: '2025-09-22' }), said('B', '1.4tn')], totalKey)).toBe(
    'A later total, 1.4 trillion USD by B, includes it.',
  );
});

it('says that a copy repeats what its author replaced', () => {
  const copied = { canonicalUrl: 'https://a.example/1' };
  const claims = [
    said('A', '83bn', { ...before, ...copied }),
    said('A', '38bn', { ...after, ...copied }),
    said('B', '83bn', { ...copied, on: '2025-11-04' }),
  ];
  expect(reasonFor('B 2025-11-04 83bn', claims)).toBe('It copies what A replaced by 38 billion USD.');
});

it('names the origin, not others, where a copy differs from its origin', () => {
  const claims = [said('Meridian Wire', '38bn'), said('B', '52bn', { wireCredit: 'Meridian Wire' })];
  expect(reasonFor('B 2025-11-03 52bn', claims)).toBe('Meridian Wire, where it comes from, says otherwise.');
});

it('names the likely slip of a claim that loses', () => {
  const claims = [said('A', '38bn'), said('B', '38bn'), said('C', '38m')];
  expect(reasonFor('C 2025-11-03 38m', claims)).toBe(
    'Probably a slip: a thousand times too little, as when billion is read as million. More independent sources say otherwise.',
  );
});

it('says of a copy that it shares its origin’s vote', () => {
  const wire = { wireCredit: 'Meridian Wire' };
  expect(reasonFor('B 2025-11-04 38bn', [said('A', '38bn', wire), said('B', '38bn', { ...wire, on: '2025-11-04' })])).toBe(
    'It allows the value; one vote with all that comes from Meridian Wire.',
  );
});

it('says why withdrawn and re-read claims count no more', () => {
  const claims = [said('A', '38bn', { standing: 'withdrawn' }), said('B', '38bn', { standing: 'reextracted' })];
  expect(reconcile(dealValueKey, claims).verdicts.map(({ reason }) => reason)).toEqual([
    'The article was withdrawn.',
    'A newer extractor no longer reads it so.',
  ]);
});

it('says first what a claim lacks of the figure that it stands with', () => {
  const joined = { lacks: ['counterparty', 'period'], swapped: false, otherInvestor: false, before: null } as const;
  expect(reasonFor('A 2025-11-03 38bn', [said('A', '38bn', { joined }), said('B', '38.2bn')])).toBe(
    'It names no counterparty and no period: it stands with the only figure of its time that agrees with it in all else. It allows the value.',
  );
});

it('says of a rumour that came true what it was, and of another by what it was replaced', () => {
  const joined = { lacks: [], swapped: false, otherInvestor: false, before: 'rumoured' } as const;
  const claims = [said('A', '38bn', { joined }), said('B', '30bn', { joined }), said('C', '38.0bn')];
  expect(reasonFor('A 2025-11-03 38bn', claims)).toBe('It told of a rumour before the deal was agreed. It allows the value.');
  expect(reasonFor('B 2025-11-03 30bn', claims)).toBe(
    'It told of a rumour before the deal was agreed. What was agreed since, 38 billion USD by C, replaces it.',
  );
});

it('says that a claim begins with the other party', () => {
  const joined = { lacks: [], swapped: true, otherInvestor: false, before: null } as const;
  expect(reasonFor('A 2025-11-03 38bn', [said('A', '38bn', { joined }), said('B', '38.2bn')])).toBe(
    'It makes the other party of the deal the subject. It allows the value.',
  );
});
