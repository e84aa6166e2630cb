import { expect, it } from 'vitest';
import { createScale } from './drawInterval.ts';

it('draws intervals on one scale, with arrows for open ends', () => {
  const draw = createScale(
    [
      { low: 0, high: 10 },
      { low: 5, high: null },
      { low: null, high: 5 },
    ],
    23,
  );
  expect(draw({ low: 0, high: 10 })).toBe(' ├───────────────────┤ ');
  expect(draw({ low: 5, high: null })).toBe('           ├──────────▸');
  expect(draw({ low: null, high: 5 })).toBe('◂──────────┤           ');
});

it('draws a point as one stroke', () => {
  expect(createScale([{ low: 7, high: 7 }], 11)({ low: 7, high: 7 }).trim()).toBe('│');
});
