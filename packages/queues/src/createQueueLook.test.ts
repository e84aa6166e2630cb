import { expect, test } from 'vitest';
import { createQueueLook } from './createQueueLook.ts';

const none = { waiting: 0 };

test('an empty queue is no reason to worry, whatever was done', async () => {
  const look = createQueueLook(
    ['extract'],
    async () => ({ poll: { waiting: 9 }, capture: none, extract: none }),
    () => 0,
  );
  expect(await look()).toEqual({ goesOn: true, says: '0 jobs wait (extract), 0 were ended here' });
});

test('jobs that wait are no reason to worry while others are ended here', async () => {
  let ended = 0;
  const look = createQueueLook(
    ['extract'],
    async () => ({ poll: none, capture: none, extract: { waiting: 500 } }),
    () => ended,
  );
  ended = 3;
  const first = await look();
  ended = 4;
  expect([first.goesOn, (await look()).goesOn]).toEqual([true, true]);
});

test('jobs that wait while none is ended here are jobs that nobody here takes', async () => {
  let ended = 0;
  const look = createQueueLook(
    ['poll', 'capture'],
    async () => ({ poll: { waiting: 1 }, capture: { waiting: 2 }, extract: none }),
    () => ended,
  );
  ended = 8;
  await look();
  expect(await look()).toEqual({ goesOn: false, says: '3 jobs wait (poll, capture), 8 were ended here' });
});
