import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withLongForm } from '../withLongForm.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('every test that has a long form is run in it', () => {
  const tests = globSync('{packages,services,infra,tests}/**/*.test.ts', { cwd: root, exclude: ['**/node_modules/**'] });
  const asking = tests.filter((file) => /inject\('form'\)/.test(readFileSync(path.join(root, file), 'utf8'))).toSorted();

  expect(Object.values(withLongForm).flat().toSorted()).toEqual(asking);
});
