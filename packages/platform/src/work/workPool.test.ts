import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createWorkPool } from './workPool.ts';
import { WorkCrashed, WorkFailed, WorkOutOfMemory, WorkTimedOut } from './workStopped.ts';

type Order = { do: string; bytes?: Uint8Array };
const module = new URL('testWork/hostileWork.ts', import.meta.url);
const MAX_RUN_MS = 300;
const pool = createWorkPool<Order, unknown>({ module, size: 1, maxRunMs: MAX_RUN_MS, maxHeapMb: 64 });
const patient = createWorkPool<Order, unknown>({ module, size: 1, maxRunMs: 60_000, maxHeapMb: 64 });
const counts = () => pool.run({ do: 'count', bytes: new Uint8Array(3) });

afterEach(async () => {
  expect(await counts()).toBe(3);
});

afterAll(async () => {
  await Promise.all([pool.close(), patient.close()]);
});

test.each(['loop', 'backtrack'])('work that never ends is stopped, and the pool goes on: %s', async (order) => {
  await expect(pool.run({ do: order })).rejects.toThrow(WorkTimedOut);
});

test.each(['hoard objects', 'hoard keys', 'hoard text'])(
  'work that takes all memory is stopped, and the pool goes on: %s',
  async (order) => {
    await expect(patient.run({ do: order })).rejects.toThrow(WorkOutOfMemory);
    expect(await patient.run({ do: 'count' })).toBe(0);
  },
);

test('work that breaks its process breaks nothing else', async () => {
  await expect(patient.run({ do: 'exit' })).rejects.toThrow(WorkCrashed);
});

test('the time that work waits for a process does not count', async () => {
  const results = await Promise.allSettled([pool.run({ do: 'loop' }), pool.run({ do: 'loop' }), counts()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('the time that a process is kept from its work does not count', async () => {
  const pid = Number(await pool.run({ do: 'pid' }));
  process.kill(pid, 'SIGSTOP');
  const counting = counts();
  await new Promise((resolve) => setTimeout(resolve, 2 * MAX_RUN_MS));
  process.kill(pid, 'SIGCONT');

  expect(await counting).toBe(3);
});

test('what the work throws is thrown, and its process goes on', async () => {
  const before = await pool.run({ do: 'pid' });
  const failure = pool.run({ do: 'throw' });
  await expect(failure).rejects.toThrow(WorkFailed);
  await expect(failure).rejects.toMatchObject({ message: 'no such order', cause: expect.any(TypeError) });
  expect(await pool.run({ do: 'pid' })).toBe(before);
});

test('a process gets none of the settings and secrets of this one', async () => {
  expect(await pool.run({ do: 'secrets' })).not.toContain('PATH');
});

test('a signal stops work that runs, and work that has not begun', async () => {
  const signal = AbortSignal.timeout(50);
  await expect(pool.run({ do: 'loop' }, { signal })).rejects.toThrow(/aborted due to timeout/);
  await expect(pool.run({ do: 'loop' }, { signal })).rejects.toThrow(/aborted due to timeout/);
});

test('a module that can not be loaded is said to be so', async () => {
  const broken = createWorkPool<Order, unknown>({ module: new URL('no-such-file.ts', module), size: 1, maxRunMs: 300, maxHeapMb: 64 });
  await expect(broken.run({ do: 'count' })).rejects.toThrow(/ended before it began.*no-such-file/s);
  await broken.close();
});

test('work that never ends ends when the process that asked for it was killed', async () => {
  const parent = spawn(process.execPath, [fileURLToPath(new URL('testWork/doomedParent.ts', import.meta.url))]);
  const [line] = await once(parent.stdout, 'data');
  const worker = Number(String(line));
  expect(isThere(worker)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isThere(worker)).toBe(false), { timeout: 15_000 });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
