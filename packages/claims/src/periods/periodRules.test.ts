import { describe, expect, test } from 'vitest';
import { findPeriods } from './findPeriods.ts';
import { periodRules } from './periodRules.ts';

const MONDAY = { year: 2025, month: 11, day: 3 };

describe('period rules, in an article of Monday 3 November 2025', () => {
  test.each(periodRules.map(({ name, example }) => [name, ...example] as const))('%s: "%s" is %s', (_name, text, label) => {
    expect(findPeriods(text, 0, MONDAY).map((span) => span.period.label)).toEqual([label]);
  });

  test.each([
    ['last Friday', '2025-10-31'],
    ['next Tuesday', '2025-11-04'],
    ['on Monday', '2025-11-03'],
    ['in December', '2024-12'],
    ['by December', '2025-12'],
    ['the fourth quarter', '2025-Q4'],
    ['Q2', '2025-Q2'],
    ['by year-end 2026', '2026-12-31'],
    ['three years ago', '2022'],
    ['the quarter ended June 29', '2025-Q2'],
    ['the three months to 31 July', '2025-05/2025-07'],
    ['the fourth quarter that ended Sept. 1, 2024', 'FY2024-Q4'],
    ['the third quarter ended October 1st', '2025-Q3'],
    ['the year ended March 31, 2019', 'FY2019'],
    ['the six months to 30 June', '2025-H1'],
    ['the quarter ending Jan. 31', '2025-11/2026-01'],
    ['the fiscal second quarter', 'FY2026-Q2'],
    ['second-half revenue', '2025-H2'],
  ])('"%s" is %s', (text, label) => {
    expect(findPeriods(text, 0, MONDAY).map((span) => span.period.label)).toEqual([label]);
  });

  test('a day that no calendar has is no period', () => {
    expect(findPeriods('on 31 February 2025', 0, MONDAY).map((span) => span.period.label)).not.toContain('2025-02-31');
  });

  test('without a day of publication only absolute expressions resolve', () => {
    expect(findPeriods('last year, in 2023 and on Friday', 0, null).map((span) => span.period.label)).toEqual(['2023']);
  });
});
