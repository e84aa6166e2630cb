import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as quantities from './index.ts';

const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
const samples = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');

/** Runs a sample; each line `expression; // value` is checked. */
function run(sample: string): number {
  let checks = 0;
  const check = (actual: unknown, expected: unknown): void => {
    checks += 1;
    expect(actual).toEqual(expected);
  };
  const code = sample.replace(/^import .*$/gm, '').replace(/^(?!const |\/\/)(.+); \/\/ (.+)$/gm, 'check($1, ($2));');
  new Function('check', ...Object.keys(quantities), code)(check, ...Object.values(quantities));
  return checks;
}

test.each(samples)('the sample says what is read:\n%s', (sample) => {
  expect(run(sample)).toBeGreaterThan(0);
});

test('there are samples', () => {
  expect(samples.length).toBeGreaterThan(3);
});
