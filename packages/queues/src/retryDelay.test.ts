import { describe, expect, test } from 'vitest';
import { RetryableError } from './errors.ts';
import { retryDelayMs } from './retryDelay.ts';

const tuning = { retryBaseMs: 2_000, retryCapMs: 60_000 };

describe('retryDelayMs', () => {
  test('doubles with every failed attempt, up to its cap', () => {
    const longest = [1, 2, 3, 4, 5, 6, 20].map((failed) => retryDelayMs(failed, new Error('x'), tuning, 1));
    expect(longest).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('lies in the upper half of its step, wherever chance puts it', () => {
    expect(retryDelayMs(3, new Error('x'), tuning, 0)).toBe(4_000);
    expect(retryDelayMs(3, new Error('x'), tuning, 0.5)).toBe(6_000);
  });

  test('is never shorter than a Retry-After, and at most a tenth longer', () => {
    const error = new RetryableError('429', { retryAfterMs: 30_000 });
    expect(retryDelayMs(1, error, tuning, 0)).toBe(30_000);
    expect(retryDelayMs(1, error, tuning, 1)).toBe(33_000);
  });

  test('is the backoff when that is longer than the Retry-After', () => {
    expect(retryDelayMs(5, new RetryableError('503', { retryAfterMs: 1_000 }), tuning, 1)).toBe(32_000);
  });

  test('takes a Retry-After of more than a day for a day', () => {
    expect(retryDelayMs(1, new RetryableError('503', { retryAfterMs: 1e12 }), tuning, 0)).toBe(24 * 3_600_000);
  });

  test.each([Number.NaN, -5, 0, undefined])('ignores a Retry-After of %s', (retryAfterMs) => {
    expect(retryDelayMs(1, new RetryableError('503', { retryAfterMs }), tuning, 1)).toBe(2_000);
  });
});
