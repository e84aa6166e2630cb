import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const globalSetup = path.join(root, 'tests/support/src/globalSetup.ts');

/** Pure packages need no server; their tests start at once. */
const pure = ['events', 'feeds', 'articles', 'quantities', 'language', 'claims', 'reconcile'];
const withServers = ['event-store', 'queues', 'read-models', 'platform'];

export default defineConfig({
  test: {
    root,
    reporters: [process.env.CI === undefined ? 'default' : 'dot', path.join(root, 'tests/support/src/countReporter.ts')],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [...pure.map((name) => `packages/${name}/src/**/*.test.ts`), 'tests/bench/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: [
            ...withServers.map((name) => `packages/${name}/src/**/*.test.ts`),
            'services/*/src/**/*.test.ts',
            'infra/**/*.test.ts',
            'tests/support/src/*.test.ts',
          ],
          globalSetup,
        },
      },
      { extends: true, test: { name: 'edges', include: ['tests/edges/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          globalSetup: [globalSetup, path.join(root, 'tests/e2e/sampleRun.ts')],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      // Needs a Docker Engine, so `npm test` leaves it out and `npm run test:compose` runs it.
      { extends: true, test: { name: 'compose', include: ['tests/compose/**/*.test.ts'] } },
    ],
  },
});
