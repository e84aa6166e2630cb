import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPollLook } from './createPollLook.ts';

const EVERY_MS = 600_000;
const START = new Date('2026-03-01T12:00:00Z');

let last: Date | null;
let next: Map<string, Date | null>;

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  last = null;
  next = new Map();
});

afterEach(() => vi.useRealTimers());

function lookAt(...sourceIds: string[]) {
  return createPollLook({
    lastPoll: async () => last,
    sources: async () => sourceIds.map((sourceId) => ({ sourceId, everyMs: EVERY_MS })),
    nextPolls: async () => next,
  });
}

function polled(sourceId: string, at: Date) {
  last = at;
  next.set(sourceId, new Date(at.getTime() + EVERY_MS));
}

function pass(ms: number) {
  vi.setSystemTime(Date.now() + ms);
}

test('a fetcher that follows no source has nothing to do', async () => {
  const look = lookAt();
  pass(10 * EVERY_MS);
  expect(await look()).toEqual({ goesOn: true, says: '0 sources are overdue; nothing was polled yet' });
});

test('a source that was never polled is given an interval from when it was first seen', async () => {
  const look = lookAt('wire');
  const atOnce = await look();
  pass(EVERY_MS + 61_000);
  expect([atOnce.goesOn, (await look()).goesOn]).toEqual([true, false]);
});

test('a source that fell due while no fetcher ran is given an interval, too', async () => {
  polled('wire', new Date(START.getTime() - 48 * 3_600_000));
  const look = lookAt('wire');
  const atOnce = await look();
  pass(EVERY_MS + 61_000);
  expect([atOnce.goesOn, (await look()).goesOn]).toEqual([true, false]);
});

test('a source that is not due yet is no reason to worry, however long ago its last poll is', async () => {
  next.set('quiet', new Date(START.getTime() + 24 * 3_600_000));
  last = START;
  const look = lookAt('quiet');
  await look();
  pass(23 * 3_600_000);
  expect(await look()).toEqual({ goesOn: true, says: '0 sources are overdue; the last poll ended at 2026-03-01T12:00:00.000Z' });
});

test('overdue sources are worked off as long as polls end', async () => {
  const look = lookAt('wire', 'desk');
  await look();
  pass(5 * EVERY_MS);
  polled('desk', new Date());
  expect(await look()).toEqual({ goesOn: true, says: `the last poll ended at ${new Date().toISOString()}` });
});

test('overdue sources while no poll ends are polls that have stopped', async () => {
  polled('wire', START);
  const look = lookAt('wire');
  await look();
  pass(2 * EVERY_MS + 61_000);
  expect(await look()).toEqual({ goesOn: false, says: '1 sources are overdue; the last poll ended at 2026-03-01T12:00:00.000Z' });
});

test('a source that is gone for good is not waited for', async () => {
  polled('wire', START);
  const look = lookAt();
  pass(5 * EVERY_MS);
  expect((await look()).goesOn).toBe(true);
});
