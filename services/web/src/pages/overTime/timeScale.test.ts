import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTimeScale } from './timeScale.ts';

const labelsOf = (...times: readonly string[]) => createTimeScale(times.map((time) => new Date(time))).ticks.map(({ label }) => label);

it.each([
  [
    ['2025-11-03T06:00Z', '2025-11-03T15:30Z'],
    ['3 Nov 06:00', '3 Nov 12:00'],
  ],
  [
    ['2025-12-30', '2026-01-02'],
    ['30 Dec 2025', '1 Jan 2026'],
  ],
  [
    ['2025-01-10', '2025-12-20'],
    ['Apr 2025', 'Jul 2025', 'Oct 2025'],
  ],
  [
    ['1999-06-01', '2025-06-01'],
    ['2007', '2016', '2025'],
  ],
])('reads the time of %j off at %j', (times, labels) => {
  expect(labelsOf(...times)).toEqual(labels);
});

it('puts a lone moment into the middle of its day', () => {
  const noon = new Date('2025-11-03T12:00:00Z');
  const scale = createTimeScale([noon, noon]);
  expect(scale.at(noon)).toBe(0.5);
  expect(scale.ticks.map(({ label }) => label)).toEqual(['3 Nov 00:00', '3 Nov 12:00', '4 Nov 00:00']);
});

it('has a few ticks for any span, each in place and in order', () => {
  const time = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(time, time, (a, b) => {
      const scale = createTimeScale([a, b]);
      const places = scale.ticks.map((tick) => scale.at(tick.time));
      expect(places.length).toBeLessThanOrEqual(4);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    }),
  );
});
