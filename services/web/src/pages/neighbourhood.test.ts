import { expect, it } from 'vitest';
import { neighbourhoodOf } from './neighbourhood.ts';

const between = (low: number | null, high: number | null) => ({
  low: low === null ? null : `${low}`,
  high: high === null ? null : `${high}`,
});

it('looks at what agrees, and leaves one far-off claim outside', () => {
  const claims = [between(37.5, 38.5), between(37, 39), between(83, 84)];
  expect(neighbourhoodOf(between(37.5, 38.5), claims)).toEqual({ from: 37, to: 39, logarithmic: false });
});

it('takes in a rival that is not far', () => {
  expect(neighbourhoodOf(between(130, 130), [between(130, 130), between(126, 126)])).toEqual({ from: 126, to: 130, logarithmic: false });
});

it('takes in rivals that are further off where a chart is about them, and leaves out what is beyond all measure', () => {
  const claims = [between(699, 701), between(500, 500), between(1100, 1100), between(5000, 5000)];
  expect(neighbourhoodOf(between(699, 701), claims, 0.6)).toEqual({ from: 500, to: 1100, logarithmic: false });
});

it('goes by orders of magnitude where what agrees spans them', () => {
  const order = between(100_000, 999_999);
  expect(neighbourhoodOf(order, [order, between(1000, 200_000)])).toEqual({ from: 1000, to: 999_999, logarithmic: true });
});

it('knows no direction of an open end', () => {
  expect(neighbourhoodOf(between(500_000, null), [between(500_000, null), between(null, 510_000)])).toEqual({
    from: 500_000,
    to: 510_000,
    logarithmic: false,
  });
});

it('has a place for figures without any number', () => {
  expect(neighbourhoodOf(between(null, null), [])).toEqual({ from: 0, to: 0, logarithmic: false });
});
