import { expect, it } from 'vitest';
import { reproducible } from './billOfMaterials.ts';
import { type Dependencies, findProblems } from './findProblems.ts';
import { isAllowed } from './licences.ts';

const fine: Dependencies = {
  direct: [{ name: 'pg', version: '8.0.0', usedBy: ['platform'], isShipped: true }],
  components: [{ name: 'pg', version: '8.0.0', licence: 'MIT', isForDevelopment: false }],
  allowBuilds: { esbuild: false },
  reviewed: {
    direct: { pg: { why: 'PostgreSQL', latest: null, released: null } },
    installScripts: { esbuild: 'fetches a binary' },
    licenceExceptions: {},
  },
};

it('says nothing of dependencies that are in order', () => {
  expect(findProblems(fine)).toEqual([]);
});

it.each<[string, Partial<Dependencies>, string]>([
  [
    'a dependency without a reason',
    { direct: [...fine.direct, { name: 'left-pad', version: '1.0.0', usedBy: ['cli'], isShipped: true }] },
    'left-pad is a dependency',
  ],
  ['a reason for what is gone', { direct: [] }, 'tells of pg, which nothing depends on'],
  ['an install script that nobody looked at', { allowBuilds: { esbuild: false, other: true } }, 'the install script of other'],
  ['a review of a script that is not decided on', { allowBuilds: {} }, 'an install script of esbuild'],
  [
    'a licence that is not on the list',
    { components: [{ name: 'x', version: '1.0.0', licence: 'GPL-3.0-only', isForDevelopment: true }] },
    'x 1.0.0 has the licence "GPL-3.0-only"',
  ],
  [
    'no licence at all',
    { components: [{ name: 'x', version: '1.0.0', licence: '', isForDevelopment: true }] },
    'x 1.0.0 has the licence ""',
  ],
])('tells of %s', (_what, change, problem) => {
  expect(findProblems({ ...fine, ...change })).toEqual([expect.stringContaining(problem)]);
});

it('lets an exception pass by its name', () => {
  const components = [{ name: 'x', version: '1.0.0', licence: '', isForDevelopment: true }];
  expect(findProblems({ ...fine, components, reviewed: { ...fine.reviewed, licenceExceptions: { x: 'never shipped' } } })).toEqual([]);
});

it.each([
  ['MIT', true],
  ['MIT OR GPL-2.0-only', true],
  ['(MIT OR CC0-1.0)', true],
  ['MIT AND GPL-2.0-only', false],
  ['MIT AND ISC', true],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
])('takes the licence %j for allowed: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

it('gives the same bill for the same packages, whenever it is made', () => {
  const [pg, zod] = [{ 'bom-ref': 'pg' }, { 'bom-ref': 'zod' }];
  const bill = (serialNumber: string, timestamp: string, components: { 'bom-ref': string }[]) => ({
    bomFormat: 'CycloneDX' as const,
    serialNumber,
    metadata: { timestamp },
    components,
    dependencies: components.map((component) => ({ ref: component['bom-ref'], dependsOn: components.map((other) => other['bom-ref']) })),
  });
  const at = new Date(0);

  const made = reproducible(bill('urn:uuid:1', '2025-01-01T00:00:00Z', [pg, zod]), at);
  expect(made).toEqual(reproducible(bill('urn:uuid:2', '2026-01-01T00:00:00Z', [zod, pg]), at));
  expect(made.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
