import { expect, it } from 'vitest';
import { microseconds } from './microseconds.ts';

it.each([
  ['2025-11-03 10:00:00.123456+00', 1_762_164_000_123_456n],
  ['2025-11-03 10:00:00.1+00', 1_762_164_000_100_000n],
  ['2025-11-03 10:00:00+00', 1_762_164_000_000_000n],
  ['1969-12-31 23:59:59.999999+00', -1n],
])('reads %s to the microsecond', (text, since) => {
  expect(microseconds(text)).toBe(since);
});

it.each(['2025-11-03 10:00:00+01', '2025-11-03T10:00:00Z', 'infinity', ''])('refuses %s, which is no instant in UTC', (text) => {
  expect(() => microseconds(text)).toThrow('is no instant in UTC');
});
