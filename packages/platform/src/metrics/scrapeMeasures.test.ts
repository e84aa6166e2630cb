import { expect, test } from 'vitest';
import { createScrapeMeasures } from './scrapeMeasures.ts';

const nothing = () => {};

test('what can not be measured is forgotten and told, and keeps nothing else from being measured', async () => {
  const said: string[] = [];
  const measures = createScrapeMeasures((name) => said.push(`failed ${name}`));
  measures.add({ name: 'queues', take: () => Promise.reject(new Error('database away')), forget: () => said.push('forgot queues') });
  measures.add({ name: 'log', take: async () => void said.push('took log'), forget: nothing });
  said.length = 0;
  await measures.takeAll();
  expect(said.sort()).toEqual(['failed queues', 'forgot queues', 'took log']);
});

test('a measure that takes too long holds up nobody, and is not begun a second time meanwhile', async () => {
  const failed: string[] = [];
  let begun = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const measures = createScrapeMeasures((name) => failed.push(name), 20);
  const take = () => {
    begun++;
    return promise;
  };
  measures.add({ name: 'log', take, forget: nothing });
  await measures.takeAll();
  await measures.takeAll();
  expect([begun, failed]).toEqual([1, ['log', 'log']]);
  resolve();
  await promise;
  await measures.takeAll();
  expect([begun, failed.length]).toEqual([2, 2]);
});

test('a look that is good for a while is not repeated meanwhile; one that failed is', async () => {
  let looks = 0;
  const measures = createScrapeMeasures(nothing);
  const take = async () => {
    looks++;
    if (looks === 1) throw new Error('database away');
  };
  measures.add({ name: 'figures', take, forget: nothing, goodForMs: 60_000 });
  await measures.takeAll();
  await measures.takeAll();
  await measures.takeAll();
  expect(looks).toBe(2);
});
