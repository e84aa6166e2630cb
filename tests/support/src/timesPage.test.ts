import { expect, it } from 'vitest';
import { timesPage } from './timesPage.ts';

it('lists files and tests by the time they take, and counts the rest', () => {
  const quick = Array.from({ length: 30 }, (_, index) => ({ file: `quick${index}.test.ts`, testsMs: 100, loadMs: 0, tests: [] }));
  const slow = { file: 'slow.test.ts', testsMs: 4_000, loadMs: 500, tests: [{ name: 'waits | works', ms: 3_900 }] };

  const page = timesPage({ wallMs: 3_000, processors: 2, workers: 3, files: [...quick, slow] });

  expect(page).toContain('1 tests in 31 files took 3.0 s on 2 processors,');
  expect(page).toMatch(/\| ---: \|\n\| slow\.test\.ts \| 1 \| 4\.5 \| 0\.5 \|\n\| quick0/);
  expect(page).toContain('| the other 6 | 0 | 0.6 | |');
  expect(page).toContain('| waits \\| works | slow.test.ts | 3.9 |');
});
