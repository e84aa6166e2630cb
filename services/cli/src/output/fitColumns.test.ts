import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitColumns, GAP } from './fitColumns.ts';

const column = (natural: number, least: number, dispensable: number | null = null) => ({ natural, least, dispensable });

it('gives each column what it wants where lines may have any length', () => {
  expect(fitColumns([column(200, 10), column(7, 7, 1)], null)).toEqual([200, 7]);
});

it('lets the widest give way first', () => {
  expect(fitColumns([column(40, 10), column(8, 8), column(20, 10)], 50)).toEqual([19, 8, 19]);
});

it('leaves out what can be done without, the greatest number first, once words would break', () => {
  const columns = [column(30, 20), column(20, 15, 1), column(20, 15, 2), column(8, 8)];
  expect(fitColumns(columns, 64)).toEqual([20, 15, 15, 8]);
  expect(fitColumns(columns, 60)).toEqual([28, 20, 0, 8]);
  expect(fitColumns(columns, 40)).toEqual([30, 0, 0, 8]);
});

it('breaks words rather than the line', () => {
  expect(fitColumns([column(30, 20), column(30, 20)], 20)).toEqual([9, 9]);
});

it('never makes a line that is longer than the terminal is wide, nor a column wider than it wants', () => {
  const rooms = fc.array(
    fc.record({
      natural: fc.integer({ min: 4, max: 60 }),
      least: fc.integer({ min: 4, max: 20 }),
      dispensable: fc.constantFrom(null, 1, 2),
    }),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(rooms, fc.integer({ min: 60, max: 200 }), (columns, width) => {
      const widths = fitColumns(columns, width);
      const shown = widths.filter((one) => one > 0);
      expect(shown.reduce((sum, one) => sum + one, GAP * (shown.length - 1))).toBeLessThanOrEqual(width);
      for (const [index, one] of widths.entries()) expect(one).toBeLessThanOrEqual(columns[index]?.natural ?? 0);
    }),
  );
});
