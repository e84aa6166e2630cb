import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ObservedKey } from './observedKey.ts';
import { WitnessStudy } from './witnessStudy.ts';

/** Amounts by source; each allows half a unit to either side. */
function key(name: number, amounts: Readonly<Record<string, number>>, measure = 'revenue'): ObservedKey {
  const votes = Object.entries(amounts).map(([sourceId, amount]) => ({
    sourceId,
    amount: `${amount}`,
    low: amount - 0.5,
    high: amount + 0.5,
  }));
  return { key: `${name}`, measure, votes };
}

function epochOf(keys: readonly ObservedKey[]) {
  const study = new WitnessStudy();
  for (const one of keys) study.observe(one);
  return study.closeEpoch();
}

const times = (count: number, make: (index: number) => ObservedKey) => Array.from({ length: count }, (_, index) => make(index));

/** Three honest sources against two that share their mistakes. */
const copied = (index: number) => key(index, { a: 10, b: 10, c: 10, copier: 20 + (index % 5), copied: 20 + (index % 5) });

it('finds sources that share what lost in twenty keys', () => {
  expect(epochOf(times(20, copied)).copying).toEqual([{ sources: ['copied', 'copier'], comparisons: 20, shared: 20 }]);
});

it('finds nothing in nineteen', () => {
  expect(epochOf(times(19, copied)).copying).toEqual([]);
});

it('takes agreement on what won for no evidence', () => {
  const keys = times(500, (index) => key(index, { a: 10, b: 10, c: 10, d: index % 9 }));
  expect(epochOf(keys).copying).toEqual([]);
});

it('does not chain sources that have nothing in common but a third', () => {
  const keys = [
    ...times(30, (index) => key(index, { a: 10, b: 10, c: 10, left: 5, middle: 5 })),
    ...times(30, (index) => key(100 + index, { a: 10, b: 10, c: 10, right: 6, middle: 6 })),
  ];
  expect(epochOf(keys).copying.map(({ sources }) => sources)).toEqual([['left', 'middle']]);
});

it('finds those who habitually give more for a measure, and takes what agrees to the last digit as the usual definition', () => {
  const keys = times(40, (index) => key(index, { a: 10, b: 10, gross: 15, alsoGross: 16 + (index % 3) }));
  expect(epochOf(keys).habits).toEqual([{ measure: 'revenue', usual: ['a', 'b'], otherwise: ['alsoGross', 'gross'] }]);
});

it('takes mistakes that go both ways for no habit', () => {
  const keys = times(40, (index) => key(index, { a: 10, b: 10, careless: index % 2 === 0 ? 15 : 5 }));
  expect(epochOf(keys).habits).toEqual([]);
});

it('keeps habits of one measure out of another', () => {
  const keys = times(40, (index) => key(index, { a: 10, b: 10, gross: 15 }, 'profit'));
  expect(epochOf(keys).habits.map(({ measure }) => measure)).toEqual(['profit']);
});

it('takes the word of a decision on who lost', () => {
  const lost = (index: number): ObservedKey => {
    const { votes, ...rest } = copied(index);
    return { ...rest, votes: votes.map((vote) => ({ ...vote, loses: vote.amount === '10' })) };
  };
  expect(epochOf(times(20, lost)).copying).toEqual([{ sources: ['a', 'b', 'c'], comparisons: 20, shared: 20 }]);
});

it('knows a source once it spoke of five keys', () => {
  const keys = times(5, (index) => key(index, index === 0 ? { a: 10, newcomer: 10 } : { a: 10, b: 10 }));
  expect([...epochOf(keys).established]).toEqual(['a']);
});

it('comes to the same in any order of keys', () => {
  const someKeys = fc.array(
    fc.record({ a: fc.constantFrom(1, 2), b: fc.constantFrom(1, 2), c: fc.constantFrom(1, 2, 3), d: fc.constantFrom(2, 5) }),
    { minLength: 20, maxLength: 60 },
  );
  fc.assert(
    fc.property(someKeys, fc.infiniteStream(fc.nat()), (amounts, random) => {
      const keys = amounts.map((one, index) => key(index, one));
      const shuffled = keys.map((one) => ({ one, at: random.next().value ?? 0 })).sort((x, y) => x.at - y.at);
      const [inOrder, inAnother] = [epochOf(keys), epochOf(shuffled.map(({ one }) => one))];
      expect(inAnother.copying).toEqual(inOrder.copying);
      expect(inAnother.habits).toEqual(inOrder.habits);
    }),
  );
});

it('studies a key of a thousand sources at the cost of sixteen', () => {
  const study = new WitnessStudy();
  const amounts = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`s${index}`, index]));
  for (let index = 0; index < 20; index++) study.observe(key(0, amounts));
  expect(study.pairsMet).toBe((16 * 15) / 2);
});
