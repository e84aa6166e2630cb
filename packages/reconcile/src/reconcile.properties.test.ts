import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeyClaim } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { amountOf, billions, claimOf, dealValueKey } from './sampleClaims.ts';

const days = ['2025-11-01T00:00:00.000Z', '2025-11-02T00:00:00.000Z', '2025-11-03T00:00:00.000Z', null];

const anyAmount = fc.oneof(
  fc.integer({ min: 30, max: 45 }).map((value) => billions(value)),
  fc.integer({ min: 300, max: 450 }).map((value) => billions(value / 10, 0.05)),
  fc.integer({ min: 30, max: 45 }).map((value) => amountOf(value * 1e9, value * 1e9, null, '>')),
  fc.integer({ min: 30, max: 45 }).map((value) => amountOf(value * 1e9, null, value * 1e9, '<=')),
  fc.integer({ min: 30, max: 45 }).map((value) => amountOf(null, value * 1e9, (value + 5) * 1e9, 'range')),
  fc.integer({ min: 30, max: 45 }).map((value) => amountOf(value * 1e9, value * 1e9, value * 1e9, '=')),
);

const anyClaim = fc
  .record({
    source: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'Wire'),
    number: fc.integer({ min: 1, max: 1_000_000 }),
    amount: anyAmount,
    standing: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'revised' as const, 'withdrawn' as const),
    speaker: fc.constantFrom(null, null, 'Somebody'),
    isPrimary: fc.constantFrom(false, false, false, true),
    publishedAt: fc.constantFrom(...days),
    wireCredit: fc.constantFrom(null, null, 'Wire'),
    fingerprint: fc.constantFrom(null, '00ff00ff00ff00ff', '00ff00ff00ff00fe', '123456789abcdef0'),
    correctionNote: fc.constantFrom(null, 'Corrected.'),
    certainty: fc.constantFrom(null, 1, 0.95, 0.8, 0.6, 0.599),
  })
  .map(({ source, number, amount, ...more }) =>
    claimOf(source, amount, { claimId: `${number}`.padStart(7, '0'), articleId: `${source} ${number}`, ...more }),
  );

const anyClaims = fc.uniqueArray(anyClaim, { selector: ({ claimId }) => claimId, maxLength: 12 });
const keys = [dealValueKey, { ...dealValueKey, measure: 'investment', definition: 'cumulative' } as const];

it('comes to the same in any order of arrival', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys), anyClaims, fc.infiniteStream(fc.nat()), (key, claims, random) => {
      const shuffled = claims.map((claim) => ({ claim, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      const again = reconcile(
        key,
        shuffled.map(({ claim }) => claim),
      );
      expect(again).toEqual(reconcile(key, claims));
    }),
  );
});

it('comes to the same in any order whatever was learnt of sources, and whatever is open', () => {
  const learnt = {
    copyGroupOf: (source: string) => (source < 'd' ? 'a' : null),
    measuresOtherwise: (source: string) => source === 'e',
    weightOf: (source: string) => (source === 'b' ? 1800 : 1000),
  };
  const status = fc.constantFrom('actual' as const, 'talks' as const, 'forecast' as const);
  fc.assert(
    fc.property(status, anyClaims, fc.infiniteStream(fc.nat()), (figureStatus, claims, random) => {
      const shuffled = claims.map((claim) => ({ claim, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      const key = { ...dealValueKey, status: figureStatus };
      const again = reconcile(
        key,
        shuffled.map(({ claim }) => claim),
        learnt,
      );
      expect(again).toEqual(reconcile(key, claims, learnt));
    }),
  );
});

it('groups claims that nothing ties together as it groups any others', () => {
  const plain = fc.uniqueArray(fc.record({ source: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), value: fc.constantFrom(38, 39, 52) }), {
    selector: ({ source }) => source,
  });
  const copyGroupOf = (source: string) => (source < 'd' ? 'a' : null);
  fc.assert(
    fc.property(plain, (drawn) => {
      const claims = drawn.map(({ source, value }) => claimOf(source, billions(value)));
      // A text of its own ties a claim to nothing, but has it compared like any other.
      const printed = claims.map((claim, index) => ({ ...claim, fingerprint: `${index}`.repeat(16) }));
      const [quick, thorough] = [reconcile(dealValueKey, claims, { copyGroupOf }), reconcile(dealValueKey, printed, { copyGroupOf })];
      expect(quick).toEqual(thorough);
    }),
  );
});

it('comes to what it was before when a pin is taken back', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const before = reconcile(dealValueKey, claims);
      reconcile(dealValueKey, claims, { pin: { value: '41', by: 'an editor', reason: 'the filing says so' } });
      expect(reconcile(dealValueKey, claims, { pin: null })).toEqual(before);
    }),
  );
});

it('comes to the same when a claim is copied', () => {
  fc.assert(
    fc.property(anyClaims, fc.nat(), (claims, at) => {
      const original = claims.filter(({ standing, fingerprint }) => standing === 'active' && fingerprint !== null)[
        at % Math.max(1, claims.length)
      ];
      fc.pre(original !== undefined);
      const copy: KeyClaim = {
        ...original,
        claimId: `9${original.claimId}`,
        articleId: 'a copy',
        sourceId: 'copier',
        sourceName: 'Copier',
        isPrimary: false,
        correctionNote: null,
      };
      const [before, after] = [reconcile(dealValueKey, claims), reconcile(dealValueKey, [...claims, copy])];
      expect({ ...pick(after) }).toEqual(pick(before));
    }),
  );
});

it('never lets fifty copies of a wrong story beat two independent reports', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 37 }), fc.constantFrom('wire', 'text', 'speaker'), (wrong, how) => {
      const copied = { wire: { wireCredit: 'Wire' }, text: { fingerprint: 'abcdabcdabcdabcd' }, speaker: { speaker: 'Somebody' } }[how];
      const copies = Array.from({ length: 50 }, (_, index) => claimOf(`Copy ${index}`, billions(wrong), copied));
      const result = reconcile(dealValueKey, [...copies, claimOf('X', billions(39)), claimOf('Y', billions(39))]);
      expect(result.value).toBe('39000000000');
    }),
  );
});

it('lets a source’s correction win over what it said, whenever it comes', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 1, max: 37 }), (first, wrong) => {
      const mistake = claimOf('A', billions(wrong), { claimId: '1', articleId: '1', publishedAt: '2025-11-01T00:00:00.000Z' });
      const correction = claimOf('A', billions(39), {
        claimId: '2',
        articleId: '2',
        publishedAt: '2025-11-02T00:00:00.000Z',
        correctionNote: 'We were wrong.',
      });
      const result = reconcile(dealValueKey, first ? [correction, mistake] : [mistake, correction]);
      expect(result).toMatchObject({ value: '39000000000', agreement: 'single_source', claimCount: 1 });
    }),
  );
});

it('counts withdrawn claims no more', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const [withAll, without] = [
        reconcile(dealValueKey, claims),
        reconcile(
          dealValueKey,
          claims.filter(({ standing }) => standing !== 'withdrawn'),
        ),
      ];
      expect(pick(withAll)).toEqual(pick(without));
    }),
  );
});

it('lets a pin decide whatever the claims say, as long as one of them counts', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const pin = { value: '41', by: 'an editor', reason: 'the filing says so' };
      const { value, live } = reconcile(dealValueKey, claims, { pin });
      expect(live).toBe(reconcile(dealValueKey, claims).live);
      expect(value).toBe(live ? '41' : null);
    }),
  );
});

it('gives a value between low and high, and a verdict on every claim', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const { value, low, high, verdicts, live } = reconcile(dealValueKey, claims);
      expect(verdicts.map(({ claimId }) => claimId)).toEqual(claims.map(({ claimId }) => claimId).sort());
      expect(live).toBe(value !== null);
      expect(value === null || ((low === null || Number(low) <= Number(value)) && (high === null || Number(value) <= Number(high)))).toBe(
        true,
      );
    }),
  );
});

function pick({ value, low, high, agreement, confidence, independentSources, live }: ReturnType<typeof reconcile>) {
  return { value, low, high, agreement, confidence, independentSources, live };
}
