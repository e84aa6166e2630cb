import { describe, expect, it } from 'vitest';
import type { Costs } from './costs.ts';
import { publishingDay } from './publishingDay.ts';
import { serve } from './serve.ts';
import { simulateDay } from './simulateDay.ts';

const costs: Costs = {
  poll: { workerMs: 2, databaseMs: 1 },
  capture: { workerMs: 10, databaseMs: 5 },
  extract: { workerMs: 300, databaseMs: 10 },
  fold: { workerMs: 10, databaseMs: 10 },
  article: {
    events: 20,
    claims: 15,
    figures: 5,
    logBytes: 1,
    captureBytes: 1,
    tableBytes: 1,
    queueBytes: 1,
    walBytes: 1,
    networkBytes: 1,
  },
};

describe('serve', () => {
  it('lets jobs wait for the first worker that is free', () => {
    const { doneAt, deepest, busyMs } = serve(Float64Array.of(0, 0, 0, 100), () => 10, 2);
    expect([...doneAt]).toEqual([10, 10, 20, 110]);
    expect(deepest).toBe(1);
    expect(busyMs).toBe(40);
  });

  it('waits as long as queueing theory says: at half load with even work, a quarter of the work in the mean (M/D/1)', () => {
    let time = 0;
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const comesAt = Float64Array.from({ length: 200_000 }, () => (time += -Math.log(1 - random()) * 20));
    const { doneAt } = serve(comesAt, () => 10, 1);
    const meanWait = doneAt.reduce((sum, done, job) => sum + done - 10 - (comesAt[job] ?? 0), 0) / comesAt.length;
    expect(meanWait).toBeGreaterThan(4.8);
    expect(meanWait).toBeLessThan(5.2);
  });
});

describe('a simulated day', () => {
  const day = publishingDay(2_000);

  it('is the same each time', () => {
    expect(publishingDay(2_000)).toEqual(day);
  });

  it('reads every article that is published', () => {
    const result = simulateDay(day, costs, { fetchers: 2, extractors: 20, databaseCores: 4 });
    expect(result.articles).toBe(day.total);
    expect(day.total).toBeGreaterThan(5_000);
  });

  it('has less lag and shorter queues with more extractors, and the same load on the database', () => {
    const few = simulateDay(day, costs, { fetchers: 2, extractors: 1, databaseCores: 4 });
    const many = simulateDay(day, costs, { fetchers: 2, extractors: 8, databaseCores: 4 });
    expect(many.lagSeconds.p95).toBeLessThan(few.lagSeconds.p95);
    expect(many.deepest.extract).toBeLessThan(few.deepest.extract);
    expect(many.load.database).toBe(few.load.database);
    expect(few.load.extractors).toBeCloseTo(8 * many.load.extractors);
  });
});
