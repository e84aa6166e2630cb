import { expect, test } from 'vitest';
import { looseTriggers } from './looseTriggers.ts';
import { readDeals } from './readDeals.ts';

test.each(looseTriggers.map(({ example, type }) => [example, type]))('%s tells of a %s', (example, type) => {
  expect(readDeals(example).map((telling) => telling.type)).toContain(type);
});

test('the telling says who puts money where', () => {
  const text = 'Ford said that it would invest in electric lorries.';
  const [telling] = readDeals(text);
  expect(telling?.parties.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`)).toEqual([
    'investor it',
    'investee electric lorries',
  ]);
});

test('who acts in a clause joined by "after" is the party, not whoever stands before it', () => {
  const text = 'Protesters gathered after the company purchased Venezuelan bonds.';
  const parties = readDeals(text).flatMap((telling) => telling.parties.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`));
  expect(parties).toContain('investor company');
  expect(parties).not.toContain('investor Protesters');
});

test('what is put somewhere without money is no investment', () => {
  const types = (text: string) => readDeals(text).map(({ type }) => type);
  expect(types('Amazon put $4 billion into Anthropic.')).toContain('investment');
  expect(types('Nokia put its network into Microsoft Azure.')).not.toContain('investment');
});

test('who finances what is told by verbs, and by where the money comes from', () => {
  const parties = (text: string) =>
    readDeals(text).flatMap((telling) => telling.parties.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`));
  expect(parties('Facebook said it will finance some of the shows itself.')).toEqual(['investor it', 'investee some of the shows itself']);
  expect(parties('The debt financing would come from Goldman Sachs.')).toContain('investor Goldman Sachs');
  expect(parties('The fund grew to $3 billion.')).toEqual([]);
});

test('whoever buys the bonds of a state takes nobody over', () => {
  const types = readDeals("Goldman bought Venezuela's oil bonds.").map(({ type }) => type);
  expect(types).toContain('financing');
  expect(types).not.toContain('acquisition');
});
