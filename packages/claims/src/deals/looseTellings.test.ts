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
