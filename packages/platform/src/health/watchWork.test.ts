import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Look, watchWork } from './watchWork.ts';

let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function watch(look: () => Promise<Look>) {
  return watchWork({ look, stalledAfterMs: 60_000, everyMs: 5_000, signal: stop.signal });
}

const goingOn = { goesOn: true, says: 'nothing waits' };
const standing = { goesOn: false, says: '7 jobs wait' };

test('a service that has just started is healthy before its work was looked at', () => {
  const { verdict } = watch(() => new Promise(() => {}));
  expect(verdict()).toEqual({ isHealthy: true, says: 'just started' });
});

test('a service whose work goes on stays healthy for as long as it does', async () => {
  const { verdict } = watch(async () => goingOn);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(verdict()).toEqual({ isHealthy: true, says: 'nothing waits' });
});

test('work that stands still is borne with until the time is over, and then called stalled', async () => {
  const { verdict } = watch(async () => standing);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(verdict()).toEqual({ isHealthy: true, says: '7 jobs wait' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(verdict()).toEqual({ isHealthy: false, says: 'no progress for 61 s: 7 jobs wait' });
});

test('a service is healthy again as soon as its work goes on', async () => {
  let seen: Look = standing;
  const { verdict } = watch(async () => seen);
  await vi.advanceTimersByTimeAsync(120_000);
  const stalled = verdict().isHealthy;
  seen = goingOn;
  await vi.advanceTimersByTimeAsync(5_000);
  expect([stalled, verdict().isHealthy]).toEqual([false, true]);
});

test('work that is out of sight for too long counts as stalled, and the verdict says what hides it', async () => {
  const { verdict } = watch(() => Promise.reject(new Error('the database is away')));
  await vi.advanceTimersByTimeAsync(61_000);
  expect(verdict()).toEqual({ isHealthy: false, says: 'no progress for 61 s: the work is out of sight: the database is away' });
});

test('a look that never returns counts as stalled', async () => {
  const { verdict } = watch(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(61_000);
  expect(verdict().isHealthy).toBe(false);
});

test('nothing is looked at once the service stops', async () => {
  const look = vi.fn(async () => goingOn);
  watch(look);
  await vi.advanceTimersByTimeAsync(0);
  stop.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(1);
});
