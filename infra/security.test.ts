import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');

/** `[name](file): “what the test says”` */
const named = [...page.matchAll(/\[[^\]]+\]\(([^)]+\.test\.ts)\):\s“([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }));

it('SECURITY.md names a test for what it says, and each test is there', () => {
  const missing = named.filter(({ file, name }) => !readFileSync(path.join(root, file), 'utf8').includes(name));

  expect(named.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});
