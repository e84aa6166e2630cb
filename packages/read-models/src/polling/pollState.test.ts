import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  deletePollState,
  loadListedEntries,
  loadPollState,
  loadPollStates,
  newPollState,
  saveListedEntries,
  savePollState,
} from '../index.ts';
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
    url: 'https://wire.example/feed',
    etag: '"7"',
    lastPolledAt: new Date('2025-11-03T14:00:00Z'),
    nextPollAt: new Date('2025-11-03T14:15:00Z'),
    failures: 2,
    lastError: 'answered 503',
    lastStatus: 503,
    problems: ['An ampersand is not escaped.'],
    nextPollWhy: 'a pause after 2 failures',
    gapSeconds: 3_600,
    newestAt: new Date('2025-11-03T12:00:00Z'),
    changedAt: new Date('2025-11-03T13:00:00Z'),
    ttlSeconds: 7_200,
    movingTo: 'https://new.example/feed',
    movingTimes: 2,
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

it('remembers how a source listed an article last, and not how others did', async () => {
  const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
  const first = { articleId: a, contentId: a, eventId: a };
  await saveListedEntries(database.pool, 'wire', [first, { ...first, articleId: b }], new Date('2025-11-03T14:00:00Z'));
  await saveListedEntries(database.pool, 'wire', [{ ...first, contentId: b }], new Date('2025-11-03T15:00:00Z'));

  expect(await loadListedEntries(database.pool, 'wire', [a])).toEqual(new Map([[a, { ...first, contentId: b }]]));
  expect(await loadListedEntries(database.pool, 'other', [a, b])).toEqual(new Map());
});
