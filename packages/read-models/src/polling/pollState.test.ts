import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deletePollState, loadPollState, loadPollStates, newPollState, savePollState } from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
});
afterAll(() => database.close());

it('gives a source that was never polled a new state', async () => {
  expect(await loadPollState(database.pool, 'unknown')).toEqual(newPollState('unknown'));
});

it('gives back what was saved last', async () => {
  const state = {
    ...newPollState('wire'),
    etag: '"7"',
    lastPolledAt: new Date('2025-11-03T14:00:00Z'),
    nextPollAt: new Date('2025-11-03T14:15:00Z'),
    failures: 2,
    lastError: 'answered 503',
    lastStatus: 503,
  };
  await savePollState(database.pool, newPollState('wire'));
  await savePollState(database.pool, state);
  expect(await loadPollState(database.pool, 'wire')).toEqual(state);
});

it('forgets a source that is no longer followed', async () => {
  await savePollState(database.pool, newPollState('gone'));
  await deletePollState(database.pool, 'gone');
  expect((await loadPollStates(database.pool)).map((state) => state.sourceId)).not.toContain('gone');
});
