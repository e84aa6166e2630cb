import { expect, test } from 'vitest';
import { boundedIntervalMs, nextAfterFailure, nextAfterSuccess, type Pace } from './nextPoll.ts';
import { rhythmOf } from './rhythm.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = new Date('2025-11-03T10:00:00Z');

const unknown: Pace = { gapSeconds: null, quietSince: null, ttlSeconds: null, freshMs: null, isPushed: false };
const next = (pace: Partial<Pace>, wishMs = 15 * MINUTE) => nextAfterSuccess(wishMs, { ...unknown, ...pace }, now);

test('a wish is kept within a minute and a day, and as it is in the own network', () => {
  expect(boundedIntervalMs({ everySeconds: 1 }, false)).toBe(MINUTE);
  expect(boundedIntervalMs({ everySeconds: 900 }, false)).toBe(15 * MINUTE);
  expect(boundedIntervalMs({ everySeconds: 1e7 }, false)).toBe(DAY);
  expect(boundedIntervalMs({ everySeconds: 1 }, true)).toBe(1_000);
});

test('a source of which nothing is known, or that publishes often, is asked as often as was wished', () => {
  expect(next({})).toEqual({ intervalMs: 15 * MINUTE, why: 'as set' });
  expect(next({ gapSeconds: 180, quietSince: new Date(now.getTime() - 3 * MINUTE) })).toEqual({
    intervalMs: 15 * MINUTE,
    why: 'as set',
  });
});

test('a source that publishes rarely is asked twice between its entries, and at most eight times less often than wished', () => {
  expect(next({ gapSeconds: 7_200 })).toEqual({ intervalMs: HOUR, why: 'it publishes about every 2 h' });
  expect(next({ gapSeconds: 30 * 86_400 })).toMatchObject({ intervalMs: 2 * HOUR });
});

test('a source that has fallen silent is asked less often, the longer the less', () => {
  expect(next({ gapSeconds: 60, quietSince: new Date(now.getTime() - 5 * HOUR) })).toEqual({
    intervalMs: 30 * MINUTE,
    why: 'nothing new for 5 h',
  });
  expect(next({ gapSeconds: 60, quietSince: new Date('2019-01-01') })).toMatchObject({ intervalMs: 2 * HOUR });
});

test('a source that says how long nothing changes is believed, up to a day', () => {
  expect(next({ ttlSeconds: 7_200 })).toEqual({ intervalMs: 2 * HOUR, why: 'it says that it changes every 2 h at most' });
  expect(next({ ttlSeconds: 1e9 })).toMatchObject({ intervalMs: DAY });
  expect(next({ freshMs: 30 * MINUTE })).toEqual({ intervalMs: 30 * MINUTE, why: 'its answer stays fresh for 30 min' });
  expect(next({ freshMs: 365 * DAY })).toMatchObject({ intervalMs: DAY });
  expect(next({ freshMs: 0 })).toMatchObject({ intervalMs: 15 * MINUTE });
});

test('a source that a hub announces is asked to make sure only', () => {
  expect(next({ isPushed: true })).toEqual({ intervalMs: 2 * HOUR, why: 'a hub announces its changes' });
});

test('a wish for more than a day is kept by quiet and failing sources', () => {
  expect(next({ gapSeconds: 86_400 }, 2 * DAY)).toMatchObject({ intervalMs: 2 * DAY });
  expect(nextAfterFailure(2 * DAY, { failures: 9, retryAfterMs: null })).toMatchObject({ intervalMs: 2 * DAY });
});

test('failures double the pause up to a day and for ever, and Retry-After is kept', () => {
  const after = (failures: number, retryAfterMs: number | null = null) =>
    nextAfterFailure(15 * MINUTE, { failures, retryAfterMs }).intervalMs;

  expect([1, 2, 3, 100, 1e6].map((failures) => after(failures))).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, DAY, DAY]);
  expect(after(1, 3 * HOUR)).toBe(3 * HOUR);
  expect(after(3, MINUTE)).toBe(HOUR);
});

test('the rhythm is the median gap of the latest entries; future and missing dates don’t count', () => {
  const instants = ['2025-11-03T09:00:00Z', null, '2025-11-03T08:00:00Z', 'nonsense', '2031-01-01T00:00:00Z', '2025-11-03T05:00:00Z'];

  expect(rhythmOf(instants, now)).toEqual({ gapSeconds: 3 * 3_600, newestAt: new Date('2025-11-03T09:00:00Z') });
  expect(rhythmOf(['2025-11-03T09:00:00Z'], now)).toEqual({ gapSeconds: null, newestAt: new Date('2025-11-03T09:00:00Z') });
  expect(rhythmOf([], now)).toEqual({ gapSeconds: null, newestAt: null });
});
