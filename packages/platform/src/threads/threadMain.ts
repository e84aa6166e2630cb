import { parentPort } from 'node:worker_threads';
import type { ThreadTask } from './threadPool.ts';

/** Runs in a thread: loads the module, which doesn't count as work, says that the work begins, and does it. */
export default async function threadMain({ id, module, input }: ThreadTask): Promise<unknown> {
  const { default: work }: { default: (input: unknown) => unknown } = await import(module);
  parentPort?.postMessage(id);
  return await work(input);
}
