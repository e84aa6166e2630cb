import { createTurns } from './turns.ts';
import { startWorkProcess, type WorkProcess } from './workProcess.ts';
import { WorkFailed } from './workStopped.ts';

export interface WorkPoolOptions {
  /** A module whose default export does the work: one argument, and one result or a promise of it, both plain data. */
  readonly module: URL;
  /** Processes at most. They start when there is work, and end when there was none for a while. */
  readonly size: number;
  /** Longest run of one piece of work, in milliseconds of the processor's time, from when a process takes it up; see `limitRun`. */
  readonly maxRunMs: number;
  /** Heap of one process, in mebibytes. */
  readonly maxHeapMb: number;
}

export interface WorkPool<Input, Output> {
  /**
   * Does one piece of work in a process of its own, as soon as one is free.
   * @param options.signal stops the work, running or not; its reason is thrown.
   * @throws {WorkStopped} when it took too long or too much memory, or broke its process.
   * @throws {WorkFailed} when the work itself throws.
   */
  run(input: Input, options?: { signal?: AbortSignal }): Promise<Output>;
  /** Stops all processes, whatever they are doing. */
  close(): Promise<void>;
}

/** Processes are costly to start and cheap to keep for the next batch of articles. */
const IDLE_MS = 60_000;

/**
 * Processes for work that may never end by itself: one that takes too long or too much memory is killed, and the next piece of work gets a
 * new one. Processes and not threads, because a thread that is out of memory takes its whole process with it, mostly (measured: in six of
 * seven ways to use up memory, whatever its resource limits). What they read is hostile, so they get no settings and no secrets.
 */
export function createWorkPool<Input, Output>(options: WorkPoolOptions): WorkPool<Input, Output> {
  const { module, size, maxRunMs, maxHeapMb } = options;
  const turns = createTurns(size);
  const alive = new Set<WorkProcess>();
  const idle: { process: WorkProcess; timer: NodeJS.Timeout }[] = [];
  let isClosed = false;

  const take = (): WorkProcess => {
    for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
      clearTimeout(next.timer);
      if (next.process.isAlive()) return next.process;
    }
    const started = startWorkProcess({ module, maxHeapMb });
    alive.add(started);
    started.ended.then(() => alive.delete(started));
    return started;
  };
  const giveBack = (process: WorkProcess) => {
    if (process.isAlive()) idle.push({ process, timer: setTimeout(process.kill, IDLE_MS).unref() });
  };

  return {
    async run(input, { signal } = {}) {
      await turns.take();
      try {
        signal?.throwIfAborted();
        if (isClosed) throw new Error('The pool is closed.');
        const process = take();
        const answer = await process.run(input, { maxRunMs, signal });
        giveBack(process);
        if (answer.outcome === 'failed') throw new WorkFailed(answer.error);
        return answer.output as Output;
      } finally {
        turns.give();
      }
    },
    async close() {
      isClosed = true;
      for (const { timer } of idle) clearTimeout(timer);
      await Promise.all(
        [...alive].map((process) => {
          process.kill();
          return process.ended;
        }),
      );
    },
  };
}
