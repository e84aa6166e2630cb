/**
 * Test files that ask for `form`, by their project in vitest.config.ts: `npm run test:long` runs these, and what has no short form and is
 * called `*.long.test.ts`.
 */
export const withLongForm = {
  pure: ['packages/quantities/src/properties/fuzz.test.ts', 'packages/reconcile/src/echoes/echoes.properties.test.ts'],
  servers: [
    'packages/event-store/src/log/interleavings.test.ts',
    'packages/event-store/src/model/logModel.test.ts',
    'packages/read-models/src/echoes.test.ts',
    'packages/read-models/src/popular.test.ts',
    'packages/read-models/src/rebuild.test.ts',
    'packages/read-models/src/sequences.test.ts',
    'services/projector/src/shares/processes.test.ts',
  ],
  edges: [],
  observe: [],
  e2e: ['tests/faults/kill.test.ts', 'tests/faults/rounds.test.ts'],
  compose: [],
};
