import { availableParallelism } from 'node:os';
import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { SlowFirst } from './slowFirst.ts';
import { withLongForm } from './withLongForm.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `short` in `npm test`; in `npm run test:long` a test tries as many cases as it has time for. */
    form: 'short' | 'long';
  }
}

const root = path.resolve(import.meta.dirname, '..');
const globalSetup = path.join(root, 'tests/support/src/globalSetup.ts');

/** Pure packages need no server; their tests start at once. */
const pure = ['events', 'feeds', 'articles', 'quantities', 'language', 'claims', 'reconcile'];
const withServers = ['event-store', 'queues', 'read-models', 'platform'];

/**
 * Tests of servers wait more than they reckon, so one file more than there are processors is at work. Vitest's own choice, one file less,
 * left half of a machine of two processors idle.
 */
const maxWorkers = availableParallelism() + 1;

export default defineConfig(({ mode }) => {
  const form = mode === 'long' ? 'long' : 'short';
  const files = (project: keyof typeof withLongForm, ...all: string[]) =>
    form === 'long' ? [...withLongForm[project], ...all.map((pattern) => pattern.replace('*.test.ts', '*.long.test.ts'))] : all;
  return {
    test: {
      root,
      reporters: [
        process.env.CI === undefined ? 'default' : 'dot',
        ...(mode === 'times' ? [path.join(root, 'tests/support/src/timesReporter.ts')] : []),
        path.join(root, 'tests/support/src/countReporter.ts'),
      ],
      // A net below the deadlines that tests have of their own: `waitFor` says what did not happen, a timeout doesn't.
      testTimeout: form === 'long' ? 300_000 : 60_000,
      hookTimeout: 60_000,
      maxWorkers,
      sequence: { sequencer: SlowFirst },
      provide: { form },
      exclude: [...configDefaults.exclude, ...(form === 'long' ? [] : ['**/*.long.test.ts'])],
      projects: [
        {
          extends: true,
          test: {
            name: 'pure',
            include: files('pure', ...pure.map((name) => `packages/${name}/src/**/*.test.ts`), 'tests/bench/**/*.test.ts'),
            // Pure modules keep nothing between two calls, so files may share what they import: half of their time goes into that.
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            name: 'servers',
            include: files(
              'servers',
              ...withServers.map((name) => `packages/${name}/src/**/*.test.ts`),
              'services/*/src/**/*.test.ts',
              'infra/**/*.test.ts',
              'tests/support/src/**/*.test.ts',
            ),
            globalSetup,
          },
        },
        { extends: true, test: { name: 'edges', include: files('edges', 'tests/edges/**/*.test.ts', 'tests/kubernetes/**/*.test.ts') } },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: files('e2e', 'tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts'),
            globalSetup: [globalSetup, path.join(root, 'tests/e2e/sampleRun.ts')],
            testTimeout: 300_000,
            hookTimeout: 300_000,
            // Whole systems of several processes run here: they start when the rest is done, and two at once are enough.
            sequence: { groupOrder: 1 },
            maxWorkers: 2,
          },
        },
        {
          extends: true,
          test: {
            name: 'observe',
            include: files('observe', 'tests/observe/**/*.test.ts'),
            globalSetup,
            testTimeout: 300_000,
            hookTimeout: 300_000,
            sequence: { groupOrder: 1 },
            maxWorkers: 2,
          },
        },
        // Needs a Docker Engine, so `npm test` leaves it out and `npm run test:compose` runs it.
        { extends: true, test: { name: 'compose', include: files('compose', 'tests/compose/**/*.test.ts'), sequence: { groupOrder: 2 } } },
      ],
    },
  };
});
