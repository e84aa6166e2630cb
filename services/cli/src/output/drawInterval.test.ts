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
  expect(draw.line({ low: 0, high: 10 })).toBe(' ├───────────────────┤ ');
  expect(draw.line({ low: 5, high: null })).toBe('           ├──────────▸');
  expect(draw.line({ low: null, high: 5 })).toBe('◂──────────┤           ');
  expect(draw.axis((end) => `${end} bn`)).toBe(' 0 bn             10 bn');
});

it('draws a point as one stroke', () => {
  expect(
    createScale([{ low: 7, high: 7 }], 11)
      .line({ low: 7, high: 7 })
      .trim(),
  ).toBe('│');
});

it('shows the small beside the thousandfold', () => {
  const draw = createScale(
    [
      { low: 37.5, high: 38.5 },
      { low: 30, high: 60 },
      { low: 38_000, high: 38_000 },
    ],
    40,
  );
  expect(draw.line({ low: 30, high: 60 })).toBe('  ├──┤                                  ');
});

it('draws what is off the scale as an arrow at its edge', () => {
  const draw = createScale([{ low: 10, high: 20 }], 11);
  expect(draw.line({ low: 1, high: 2 })).toBe('◂          ');
  expect(draw.line({ low: 90, high: 99 })).toBe('          ▸');
  expect(draw.line({ low: 1, high: 99 })).toBe('◂─────────▸');
  expect(draw.line({ low: 1, high: 15 })).toBe('◂────┤     ');
});
