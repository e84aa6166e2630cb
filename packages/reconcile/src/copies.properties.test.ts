import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountWords } from './amountWords.ts';
import { said, totalKey } from './exampleClaims.ts';
import type { KeyClaim } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const number = fc.constantFrom('38bn', '38.2bn', '38.25bn', '40bn', '83bn', '38m', '38tn', '380bn', '1.4tn');
const short = fc.oneof(
  { weight: 4, arbitrary: number },
  fc.tuple(fc.constantFrom('~', '<~', '>', '<=', 'exactly '), number).map((parts) => parts.join('')),
  fc.constantFrom('30bn..40bn', '38bn..38.5bn', 'order 10bn..100bn', 'none'),
);

/** Far apart, so that none is a copy of another. */
const prints = ['0000000000000000', 'ffffffff00000000', '00000000ffffffff', 'ffff0000ffff0000'];

const claim = fc
  .record({
    source: fc.constantFrom('A', 'B', 'C', 'D', 'Meridian Wire'),
    amount: short,
    day: fc.integer({ min: 1, max: 9 }),
    wireCredit: fc.constantFrom(null, null, 'Meridian Wire', 'Gull Agency'),
    speaker: fc.constantFrom(null, null, 'Somebody', 'Somebody else'),
    print: fc.option(fc.constantFrom(...prints)),
    note: fc.constantFrom(null, null, null, 'Corrected.'),
    standing: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'revised' as const),
    isPrimary: fc.constantFrom(false, false, false, false, true),
    certainty: fc.constantFrom(null, 1, 0.95, 0.8, 0.6, 0.3),
    id: fc.uuid(),
  })
  .map(({ source, amount, day, print, note, id, ...details }) =>
    said(source, amount, {
      ...details,
      on: `2025-11-0${day}`,
      claimId: id,
      articleId: `article ${id}`,
      fingerprint: print,
      correctionNote: note,
    }),
  );
const claims = fc.uniqueArray(claim, { minLength: 1, maxLength: 10, selector: ({ claimId }) => claimId });
const key = fc.constantFrom(
  dealValueKey,
  totalKey,
  { ...dealValueKey, status: 'talks' as const },
  { ...dealValueKey, status: 'forecast' as const },
);

/** A later copy of a claim by a source that says nothing else, which carries what marks it as a copy. */
function copyOf(original: KeyClaim, number = 0): KeyClaim {
  const name = `Copier ${number}`;
  return {
    ...original,
    claimId: `z${number}`,
    articleId: name,
    sourceId: name,
    sourceName: name,
    isPrimary: false,
    speaksFor: [],
    publishedAt: '2025-11-20T00:00:00.000Z',
    statedAt: '2025-11-20T00:00:00.000Z',
    correctionNote: null,
  };
}

function outcomeOf({ value, low, high, agreement, confidence, independentSources }: ReturnType<typeof reconcile>) {
  return { value, low, high, agreement, confidence, independentSources };
}

/** Weights as audits might have set them. */
const weightOf = (sourceId: string) => (sourceId.startsWith('Copier') ? 5000 : 700 + (sourceId.charCodeAt(0) % 7) * 100);

it('changes nothing for a later copy, be it a total or not, however much its source weighs and however surely it is read', () => {
  const copiedHow = fc.constantFrom('url', 'print', 'near');
  const readAt = fc.constantFrom(null, 1, 0.97, 0.7, 0.2);
  fc.assert(
    fc.property(key, claims, copiedHow, fc.boolean(), readAt, (figureKey, others, how, weighted, certainty) => {
      const [first, ...rest] = others;
      fc.pre(first !== undefined && first.standing === 'active');
      const original =
        how === 'url'
          ? { ...first, canonicalUrl: 'https://a.example/1' }
          : { ...first, fingerprint: first.fingerprint ?? '0f0f0f0f0f0f0f0f' };
      const options = weighted ? { weightOf } : {};
      const before = reconcile(figureKey, [original, ...rest], options);
      fc.pre(before.verdicts.some(({ claimId, originId }) => claimId === original.claimId && originId !== null));
      const copy = { ...copyOf(original), certainty };
      const near = how === 'near' ? { ...copy, fingerprint: `${original.fingerprint?.slice(0, 15)}1` } : copy;
      expect(outcomeOf(reconcile(figureKey, [original, ...rest, near], options))).toEqual(outcomeOf(before));
    }),
    { numRuns: 500 },
  );
});

it('lets two independent reports that agree beat fifty copies, however the copies are known', () => {
  fc.assert(
    fc.property(number, fc.constantFrom('wireCredit', 'canonicalUrl', 'fingerprint', 'speaker'), (wrong, how) => {
      const original = said('A', wrong, { [how]: how === 'fingerprint' ? 'ffff0000ffff0000' : 'Gull Agency' });
      const copies = Array.from({ length: 50 }, (_, index) => copyOf(original, index));
      const result = reconcile(dealValueKey, [original, ...copies, said('X', '61bn'), said('Y', '61bn')]);
      expect(result).toMatchObject({ value: '61000000000', independentSources: 3, agreement: 'agreed_with_outlier' });
    }),
  );
});

it('gives each claim one verdict and one winner at most, and says the value in the sentence', () => {
  fc.assert(
    fc.property(key, claims, fc.option(fc.constantFrom('38000000000', '-0.5')), (figureKey, all, pinned) => {
      const pin = pinned === null ? null : { value: pinned, by: 'Ana', reason: 'Read.' };
      const result = reconcile(figureKey, all, { pin });
      expect(result.verdicts.map(({ claimId }) => claimId)).toEqual(all.map(({ claimId }) => claimId).sort());
      expect(result.verdicts.filter(({ verdict }) => verdict === 'winner').map(({ claimId }) => claimId)).toEqual(
        result.winnerClaimId === null ? [] : [result.winnerClaimId],
      );
      const numbers = [result.value, result.low, result.high].filter((amount) => amount !== null);
      const words = numbers.map((amount) => amountWords(amount, 'USD').split(' ')[0] ?? '');
      expect(words.length === 0 || words.some((word) => result.explanation.includes(word))).toBe(true);
      expect(result.explanation).not.toMatch(/undefined|null|NaN|\) \(|\.\.|;;/);
    }),
    { numRuns: 500 },
  );
});
