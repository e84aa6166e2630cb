import fc from 'fast-check';
import { expect, it } from 'vitest';
import { said } from '../exampleClaims.ts';
import { figureKeyOf } from '../figureKey.ts';
import { dealValueKey } from '../sampleClaims.ts';
import { joinKeys } from './joinKeys.ts';
import { joiningGroupOf, neighboursOf } from './neighboursOf.ts';
import { type Telling, tellingOf } from './telling.ts';

const NAMES = ['Acme', 'Beta', 'Gamma'] as const;

/** Few names, amounts and days, so that much of it is nearly of one fact. */
const anyTelling = fc
  .record({
    subject: fc.constantFrom(...NAMES),
    counterparty: fc.constantFrom(null, ...NAMES),
    measure: fc.constantFrom('deal_value' as const, 'price' as const, 'revenue' as const, 'funding_raised' as const),
    definition: fc.constantFrom(null, null, 'equity'),
    period: fc.constantFrom(null, '2025-11', '2025-11-03'),
    status: fc.constantFrom('actual' as const, 'actual' as const, 'rumoured' as const, 'planned' as const),
    amount: fc.constantFrom('38bn', '~38bn', '38.2bn', '52bn', '>30bn'),
    day: fc.constantFrom('2024-02-01', '2025-11-03', '2025-12-20', '2026-01-25', null),
    family: fc.constantFrom(null, 'contract', 'takeover', 'funding_round'),
    sources: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  })
  .map(({ amount, day, family, sources, period, ...about }): Telling => {
    const figure = {
      ...dealValueKey,
      ...about,
      period: period === null ? null : { label: period, from: null, to: null },
      amount: said('A', amount).amount,
      speaker: null,
    };
    const publishedAt = day === null ? null : `${day}T10:00:00.000Z`;
    return { ...tellingOf(figure, figureKeyOf(figure), publishedAt, family), sources: new Set(sources) };
  });

const anyTellings = fc.uniqueArray(anyTelling, { selector: ({ id }) => id, maxLength: 25 });

it('chooses the same figures in any order of arrival', () => {
  fc.assert(
    fc.property(anyTellings, fc.infiniteStream(fc.nat()), (tellings, random) => {
      const shuffled = tellings.map((telling) => ({ telling, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      const again = joinKeys(shuffled.map(({ telling }) => telling));
      expect(again).toEqual(joinKeys(tellings));
    }),
    { numRuns: 1000 },
  );
});

it('places what two parties share the same from either side, and what one party has from its own', () => {
  fc.assert(
    fc.property(anyTellings, (tellings) => {
      const all = joinKeys(tellings);
      for (const telling of tellings)
        for (const name of neighboursOf(telling.key)) {
          const neighbourhood = tellings.filter(({ key }) => neighboursOf(key).includes(name));
          expect(joinKeys(neighbourhood).get(telling.id)).toEqual(all.get(telling.id));
        }
    }),
    { numRuns: 300 },
  );
});

it('lets nothing that no standing article says any more move what others say', () => {
  fc.assert(
    fc.property(anyTellings, (tellings) => {
      const standing = tellings.filter(({ sources }) => sources.size > 0);
      const all = joinKeys(tellings);
      const without = joinKeys(standing);
      for (const { id } of standing) expect(all.get(id)).toEqual(without.get(id));
    }),
    { numRuns: 1000 },
  );
});

it('joins nothing to a figure that nobody tells in full', () => {
  fc.assert(
    fc.property(anyTellings, (tellings) => {
      const placements = [...joinKeys(tellings)].map(([id, placement]) => ({ id, ...placement }));
      const full = new Set(
        placements.flatMap(({ figureId, joined }) =>
          joined === null || (joined.lacks.length === 0 && joined.before === null) ? figureId : [],
        ),
      );
      for (const { figureId } of placements) expect(full).toContain(figureId);
    }),
    { numRuns: 300 },
  );
});

it('leaves a pinned figure where it is, whatever else is told', () => {
  fc.assert(
    fc.property(anyTellings, fc.nat(), (tellings, at) => {
      const before = [...joinKeys(tellings).values()];
      const pinned = before[at % Math.max(1, before.length)]?.figureId;
      const after = joinKeys(tellings, (figureId) => figureId === pinned);
      const still = [...after.values()].filter(({ figureId }) => figureId === pinned).length;
      expect(still).toBeGreaterThanOrEqual(before.length === 0 ? 0 : 1);
    }),
    { numRuns: 300 },
  );
});

it('keeps whatever may stand together in one group, over however many parties', () => {
  fc.assert(
    fc.property(anyTellings, (tellings) => {
      const keys = [...joinKeys(tellings).values()].map(({ key }) => key).concat(tellings.map(({ key }) => key));
      for (const name of new Set(keys.flatMap(neighboursOf))) {
        const neighbours = keys.filter((key) => neighboursOf(key).includes(name));
        expect(new Set(neighbours.map(joiningGroupOf)).size).toBe(1);
      }
    }),
  );
});
