import { expect, test } from 'vitest';
import { allGoOn } from './allGoOn.ts';

test('work of several kinds goes on only when each does, and each is told of', async () => {
  const polls = async () => ({ goesOn: true, says: '0 sources are overdue' });
  const jobs = async () => ({ goesOn: false, says: '3 jobs wait' });
  expect(await allGoOn(polls, jobs)()).toEqual({ goesOn: false, says: '0 sources are overdue; 3 jobs wait' });
  expect((await allGoOn(polls, polls)()).goesOn).toBe(true);
});
