import { describe, expect, it } from 'vitest';
import { pageDate } from './pageDate.ts';

describe('pageDate', () => {
  it.each([
    ['2025-11-03T09:15:00+01:00', '2025-11-03T08:15:00.000Z'],
    ['2025-11-03T09:15:00.123Z', '2025-11-03T09:15:00.000Z'],
    ['2025-11-03', '2025-11-03T00:00:00.000Z'],
    ['20251103', '2025-11-03T00:00:00.000Z'],
    ['1762161300', '2025-11-03T09:15:00.000Z'],
    ['Mon, 03 Nov 2025 09:15:00 GMT', '2025-11-03T09:15:00.000Z'],
    ['November 3, 2025 at 4:05 p.m. EST', '2025-11-03T21:05:00.000Z'],
    ['3. November 2025, 09:15 Uhr', '2025-11-03T09:15:00.000Z'],
    ['03.11.2025', '2025-11-03T00:00:00.000Z'],
    ['3 de noviembre de 2025', '2025-11-03T00:00:00.000Z'],
    ['2025年11月3日', '2025-11-03T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(pageDate(text)).toBe(instant);
  });

  it.each(['', 'yesterday', '2025-13-03', '1200 modules', '0001-01-01T00:00:00'])('finds no date in "%s"', (text) => {
    expect(pageDate(text)).toBeNull();
  });
});
