import type pg from 'pg';
import { expect, it } from 'vitest';
import { Lanes, type LaneWork } from './lanes.ts';

const twoClients = ['first', 'second'] as unknown as pg.ClientBase[];

it('does as many things at a time as there are connections, and waits for all', async () => {
  let running = 0;
  const seen: number[] = [];
  const work: LaneWork = async () => {
    seen.push(++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
  };

  await new Lanes(twoClients).runAll(Array.from({ length: 7 }, () => work));

  expect(Math.max(...seen)).toBe(2);
  expect(seen).toHaveLength(7);
  expect(running).toBe(0);
});

it('starts nothing more once something has failed, and says what', async () => {
  const done: number[] = [];
  const works = Array.from(
    { length: 9 },
    (_, index): LaneWork =>
      async () => {
        if (index === 2) throw new Error('the disk is full');
        done.push(index);
      },
  );
  const lanes = new Lanes(twoClients);

  await expect(lanes.runAll(works)).rejects.toThrow('the disk is full');
  await lanes.settle();

  expect(done.length).toBeLessThan(8);
  await expect(lanes.finish()).rejects.toThrow('the disk is full');
});
