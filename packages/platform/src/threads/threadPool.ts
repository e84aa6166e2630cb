import { Piscina } from 'piscina';
import { createTurns } from './turns.ts';

export interface ThreadPoolOptions {
  /** A module whose default export does the work: one argument, and one result or a promise of it, both plain data. */
  readonly module: URL;
  /** Threads at most. They start when there is work, and end when there was none for a while. */
  readonly size: number;
  /** Longest run of one piece of work, in milliseconds, from when a thread takes it up. */
  readonly maxRunMs: number;
  /** Heap of one thread, in mebibytes. */
  readonly maxHeapMb: number;
}

export interface ThreadPool<Input, Output> {
  /**
   * Does one piece of work in a thread of its own, as soon as one is free.
   * @param options.transfer buffers in the input that are handed over instead of copied; they are empty here afterwards.
   * @param options.signal stops the work, running or not; its reason is thrown.
   * @throws {WorkTimedOut} @throws {WorkOutOfMemory} and whatever the work itself throws.
   */
  run(input: Input, options?: { transfer?: readonly ArrayBuffer[]; signal?: AbortSignal }): Promise<Output>;
  /** Stops all threads, whatever they are doing. */
  close(): Promise<void>;
}

/** The work was stopped because of what it is; the same work would most likely be stopped again. */
export class WorkStopped extends Error {}

export class WorkTimedOut extends WorkStopped {
  override readonly name = 'WorkTimedOut';
}

export class WorkOutOfMemory extends WorkStopped {
  override readonly name = 'WorkOutOfMemory';
}

/** What a thread is given; `threadMain.ts` is its other side. */
export interface ThreadTask {
  readonly id: number;
  readonly module: string;
  readonly input: unknown;
}

/** Threads are costly to start and cheap to keep for the next batch of articles. */
const IDLE_MS = 60_000;

/**
 * Threads for work that may never end by itself: a thread that takes too long or too much memory is ended from outside, whatever it is
 * doing, and the next piece of work gets a new one.
 */
export function createThreadPool<Input, Output>({ module, size, maxRunMs, maxHeapMb }: ThreadPoolOptions): ThreadPool<Input, Output> {
  const pool = new Piscina<ThreadTask, Output>({
    filename: new URL('threadMain.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: size,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  // Piscina starts no new thread for work that is in its queue when a thread is ended, so nothing ever waits there.
  const turns = createTurns(size);
  const started = new Map<number, () => void>();
  pool.on('message', (id: unknown) => {
    if (typeof id === 'number') started.get(id)?.();
  });
  let lastId = 0;
  return {
    async run(input, { transfer = [], signal } = {}) {
      await turns.take();
      const id = ++lastId;
      const stop = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      started.set(id, () => {
        timer = setTimeout(() => stop.abort(new WorkTimedOut(`The work took longer than ${maxRunMs} ms.`)), maxRunMs);
      });
      const forward = () => stop.abort(signal?.reason);
      signal?.addEventListener('abort', forward, { once: true });
      try {
        signal?.throwIfAborted();
        return await pool.run({ id, module: module.href, input }, { transferList: [...transfer], signal: stop.signal });
      } catch (error) {
        if (stop.signal.aborted) throw stop.signal.reason;
        if (isOutOfMemory(error)) throw new WorkOutOfMemory(`The work needed more than ${maxHeapMb} MiB of memory.`, { cause: error });
        throw error;
      } finally {
        clearTimeout(timer);
        started.delete(id);
        signal?.removeEventListener('abort', forward);
        turns.give();
      }
    },
    close: () => pool.destroy(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
