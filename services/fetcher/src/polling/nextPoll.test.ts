import { expect, test } from 'vitest';
import { boundedIntervalMs, intervalAfterFailureMs, intervalAfterSuccessMs } from './nextPoll.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('a wish is kept within a minute and a day, and as it is in the own network', () => {
  expect(boundedIntervalMs({ everySeconds: 1 }, false)).toBe(MINUTE);
  expect(boundedIntervalMs({ everySeconds: 900 }, false)).toBe(15 * MINUTE);
  expect(boundedIntervalMs({ everySeconds: 1e7 }, false)).toBe(DAY);
  expect(boundedIntervalMs({ everySeconds: 1 }, true)).toBe(1_000);
});

test('a busy source is asked as often as was wished', () => {
  const publishedAt = ['2025-11-03T10:00:00Z', '2025-11-03T09:58:00Z', '2025-11-03T09:55:00Z'];

  expect(intervalAfterSuccessMs({ wishMs: 15 * MINUTE, publishedAt, ttlSeconds: null })).toBe(15 * MINUTE);
});

test('a quiet source is asked less often, up to eight times', () => {
  const hours = ['2025-11-03T10:00:00Z', '2025-11-03T08:00:00Z', '2025-11-03T06:00:00Z'];
  const months = ['2025-11-03T10:00:00Z', '2025-08-03T08:00:00Z', null, 'nonsense'];

  expect(intervalAfterSuccessMs({ wishMs: 15 * MINUTE, publishedAt: hours, ttlSeconds: null })).toBe(HOUR);
  expect(intervalAfterSuccessMs({ wishMs: 15 * MINUTE, publishedAt: months, ttlSeconds: null })).toBe(2 * HOUR);
});

test('a source that says how long nothing changes is believed, up to a day', () => {
  expect(intervalAfterSuccessMs({ wishMs: 15 * MINUTE, publishedAt: [], ttlSeconds: 7_200 })).toBe(2 * HOUR);
  expect(intervalAfterSuccessMs({ wishMs: 15 * MINUTE, publishedAt: [], ttlSeconds: 1e9 })).toBe(DAY);
});

test('failures double the pause up to a day, and Retry-After is kept', () => {
  const after = (failures: number, retryAfterMs: number | null = null) =>
    intervalAfterFailureMs({ wishMs: 15 * MINUTE, failures, retryAfterMs });

  expect([1, 2, 3, 100].map((failures) => after(failures))).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, DAY]);
  expect(after(1, 3 * HOUR)).toBe(3 * HOUR);
});
