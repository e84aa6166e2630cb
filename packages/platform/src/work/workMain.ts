import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ProcessMessage, WorkAnswer } from './workProcess.ts';

// A process that was killed is replaced in a third of the time.
enableCompileCache();

/** The whole of a work process: loads the module that it was started with, and does what it is sent, one after the other. */
const { default: work }: { default: (input: unknown) => unknown } = await import(process.argv[2] ?? '');

process.on('message', async ({ input }: { input: unknown }) => say(await answerTo(input)));
process.on('disconnect', () => process.exit());
// Work that never ends would outlive a process that was killed and can't stop it any more.
new Worker(new URL('./endWithParent.ts', import.meta.url), { workerData: process.ppid }).unref();
say({ outcome: 'ready' });

async function answerTo(input: unknown): Promise<WorkAnswer> {
  try {
    return { outcome: 'done', output: await work(input) };
  } catch (error) {
    return { outcome: 'failed', error };
  }
}

function say(message: ProcessMessage): void {
  process.send?.(message);
}
