import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backends, openTestQueues, type TestQueues } from './test/testQueues.ts';

const HOUR_MS = 3_600_000;

describe.each(backends)('poll schedules $title', ({ backend, missing }) => {
  let t: TestQueues;

  beforeEach(async () => {
    if (!missing) t = await openTestQueues(backend);
  });
  afterEach(() => (missing ? undefined : t.close()));

  test.skipIf(missing)('processes that start together give a source one next poll, not one each', async () => {
    const all = [t.queues, await t.open(), await t.open()];
    const sources = Array.from({ length: 10 }, (_, index) => `source-${index}`);

    await Promise.all(
      all.map((queues) => Promise.all(sources.map((source) => queues.upsertPollScheduler(source, HOUR_MS, { firstPoll: 'scheduled' })))),
    );

    expect(await t.delayedUntil('poll')).toHaveLength(sources.length);
  });
});
