import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PLACED_FROM } from './constants.ts';
import { said } from './exampleClaims.ts';
import type { KeyClaim } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const claim = fc
  .record({
    source: fc.constantFrom('A', 'B', 'C', 'D'),
    amount: fc.constantFrom('38bn', '38.2bn', '~40bn', '83bn', '>30bn'),
    certainty: fc.constantFrom(null, 1, PLACED_FROM, PLACED_FROM - 0.01, 0.2, 0),
    standing: fc.constantFrom('active' as const, 'active' as const, 'revised' as const, 'withdrawn' as const),
    isPrimary: fc.constantFrom(false, false, false, true),
    wireCredit: fc.constantFrom(null, null, 'Gull Agency'),
    correctionNote: fc.constantFrom(null, null, 'Corrected.'),
    id: fc.uuid(),
  })
  .map(({ source, amount, id, ...details }) => said(source, amount, { ...details, claimId: id, articleId: id }));
const claims = fc.uniqueArray(claim, { maxLength: 8, selector: ({ claimId }) => claimId });
const isSure = ({ certainty }: KeyClaim) => certainty === null || certainty >= PLACED_FROM;

it('comes to the same whether or not claims below the threshold are there, but for their own verdicts', () => {
  fc.assert(
    fc.property(claims, (all) => {
      const { verdicts, ...decided } = reconcile(dealValueKey, all);
      const { verdicts: ofPlaced, ...withoutUnplaced } = reconcile(dealValueKey, all.filter(isSure));
      const sure = new Set(all.filter(isSure).map(({ claimId }) => claimId));
      expect(decided).toEqual(withoutUnplaced);
      expect(verdicts.filter(({ claimId }) => sure.has(claimId))).toEqual(ofPlaced);
      expect(verdicts.map(({ claimId }) => claimId)).toEqual(all.map(({ claimId }) => claimId).sort());
    }),
    { numRuns: 500 },
  );
});
