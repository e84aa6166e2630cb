import { afterEach, expect, test } from 'vitest';
import { createThreadPool, WorkOutOfMemory, WorkTimedOut } from './threadPool.ts';

const module = new URL('testWork/hostileWork.ts', import.meta.url);
const pool = createThreadPool<{ do: string; bytes?: Uint8Array }, unknown>({ module, size: 1, maxRunMs: 300, maxHeapMb: 64 });
const counts = () => pool.run({ do: 'count', bytes: new Uint8Array(3) });

afterEach(async () => {
  expect(await counts()).toBe(3);
});

test.each(['loop', 'backtrack'])('work that never ends is stopped, and the pool goes on: %s', async (order) => {
  await expect(pool.run({ do: order })).rejects.toThrow(WorkTimedOut);
});

test('work that takes all memory is stopped, and the pool goes on', async () => {
  const patient = createThreadPool<{ do: string }, unknown>({ module, size: 1, maxRunMs: 60_000, maxHeapMb: 64 });
  await expect(patient.run({ do: 'hoard' })).rejects.toThrow(WorkOutOfMemory);
  expect(await patient.run({ do: 'count' })).toBe(0);
  await patient.close();
});

test('the time that work waits for a thread does not count', async () => {
  const [first, second, third] = await Promise.allSettled([pool.run({ do: 'loop' }), pool.run({ do: 'loop' }), counts()]);
  expect([first?.status, second?.status, third?.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('what the work throws is thrown', async () => {
  await expect(pool.run({ do: 'throw' })).rejects.toThrow('no such order');
});

test('buffers are handed over when asked to', async () => {
  const bytes = new Uint8Array(5);
  expect(await pool.run({ do: 'count', bytes }, { transfer: [bytes.buffer] })).toBe(5);
  expect(bytes.byteLength).toBe(0);
});

test('a signal stops work that runs, and work that has not begun', async () => {
  const signal = AbortSignal.timeout(50);
  await expect(pool.run({ do: 'loop' }, { signal })).rejects.toThrow(/aborted due to timeout/);
  await expect(pool.run({ do: 'loop' }, { signal })).rejects.toThrow(/aborted due to timeout/);
});
