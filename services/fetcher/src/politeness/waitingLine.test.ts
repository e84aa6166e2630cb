import { expect, test } from 'vitest';
import { createWaitingLine } from './waitingLine.ts';

test('everybody goes in the order in which they came', async () => {
  const line = createWaitingLine();
  const went: number[] = [];
  const go = async (n: number) => {
    await line.enter();
    went.push(n);
    line.leave();
  };

  await Promise.all([1, 2, 3].map(go));

  expect(went).toEqual([1, 2, 3]);
  expect(line.length()).toBe(0);
});

test('who gives up leaves the line, and the next goes in its place', async () => {
  const line = createWaitingLine();
  const impatient = new AbortController();
  await line.enter();
  const second = line.enter(impatient.signal);
  const third = line.enter();
  impatient.abort(new Error('no more time'));
  line.leave();

  await expect(second).rejects.toThrow('no more time');
  await third;
  expect(line.length()).toBe(1);
});
