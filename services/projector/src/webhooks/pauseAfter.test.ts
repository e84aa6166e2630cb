import { expect, it } from 'vitest';
import { pauseAfter } from './pauseAfter.ts';

it('waits twice as long after each attempt, and an hour at most', () => {
  expect([1, 2, 3, 4, 10, 11, 500].map((attempts) => pauseAfter(attempts) / 1000)).toEqual([5, 10, 20, 40, 2560, 3600, 3600]);
});
