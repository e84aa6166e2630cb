import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLongProgress, showProgress } from './progress.ts';

let lines: string[];
const isTTY = process.stderr.isTTY;
beforeEach(() => {
  lines = [];
  process.stderr.isTTY = false;
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = isTTY;
});

it('tells a tenth once, where nobody watches', () => {
  const { update } = showProgress('Reading articles');
  for (const done of [0, 1, 2, 10, 11, 40]) update(done, 40);

  expect(lines).toEqual(['Reading articles: 0 of 40\n', 'Reading articles: 10 of 40\n', 'Reading articles: 40 of 40\n']);
});

it('tells how fast steps are done and how long the others will take, where that was asked', () => {
  const { update } = showProgress('Folding the log', 'events');
  for (const done of [500, 1000]) update(done, 1000);

  expect(lines).toEqual([
    expect.stringMatching(/^Folding the log: 500 of 1000, \d+ events\/s, \d+ s left\n$/),
    expect.stringMatching(/^Folding the log: 1000 of 1000, \d+ events\/s, 0 s left\n$/),
  ]);
});

it('what is done within two seconds says nothing; what takes longer is told at its rate since the start', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const { update } = showLongProgress('Copying', 'rows');
  update(10, 100);
  clock.mockReturnValue(6_000);
  update(50, 100);

  expect(lines).toEqual(['Copying: 50 of 100, 10 rows/s, 5 s left\n']);
});
