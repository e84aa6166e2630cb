import { fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { limitRun } from './limitRun.ts';
import { WorkCrashed, WorkOutOfMemory, type WorkStopped, WorkTimedOut } from './workStopped.ts';

/** What a process says: once that it can begin, then one answer for each input. */
export type ProcessMessage = { outcome: 'ready' } | WorkAnswer;

export type WorkAnswer = { outcome: 'done'; output: unknown } | { outcome: 'failed'; error: unknown };

/** One process, which does one piece of work at a time. */
export interface WorkProcess {
  /** @throws {WorkStopped} and the signal's reason; the process is gone then. */
  run(input: unknown, options: { maxRunMs: number; signal: AbortSignal | undefined }): Promise<WorkAnswer>;
  isAlive(): boolean;
  kill(): void;
  readonly ended: Promise<void>;
}

/** Enough of the last words of a process to see what ended it. */
const MAX_LAST_WORDS = 4_000;

/** Starts a process that loads `module`. It ends with this one, and doesn't keep it from ending. */
export function startWorkProcess({ module, maxHeapMb }: { module: URL; maxHeapMb: number }): WorkProcess {
  const child = fork(fileURLToPath(new URL('./workMain.ts', import.meta.url)), [module.href], {
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
    env: {},
    // A session of its own: a Ctrl-C in the terminal is for its parent, which ends it when the work is put away.
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    lastWords = (lastWords + words).slice(-MAX_LAST_WORDS);
  });
  const ready = Promise.withResolvers<void>();
  let answer = Promise.withResolvers<WorkAnswer>();
  let killedFor: unknown;
  let isAlive = true;
  let hasBegun = false;
  const endOf = (code: number | null, signal: string | null): Error | WorkStopped => {
    const how = `exit code ${code}, signal ${signal}`;
    if (!hasBegun) return new Error(`A process for ${module.href} ended before it began (${how}): ${lastWords}`);
    return lastWords.includes('heap out of memory') ? new WorkOutOfMemory(maxHeapMb) : new WorkCrashed(`Its process ended (${how}).`);
  };
  const ended = new Promise<void>((resolve) => {
    const end = (error: unknown) => {
      isAlive = false;
      // Nobody may be waiting for either; whoever does learns it.
      for (const waiting of [ready, answer]) {
        waiting.promise.catch(() => {});
        waiting.reject(error);
      }
      resolve();
    };
    child.on('error', (error) => {
      if (child.pid === undefined) end(error);
    });
    child.on('close', (code, signal) => end(killedFor ?? endOf(code, signal)));
  });
  child.on('message', (message: ProcessMessage) => {
    if (message.outcome === 'ready') ready.resolve();
    else answer.resolve(message);
  });
  const { stderr } = child;
  const keepUs = (keep: boolean) => {
    for (const handle of [child, child.channel, stderr instanceof Socket ? stderr : null])
      if (keep) handle?.ref();
      else handle?.unref();
  };
  const kill = (reason: unknown) => {
    killedFor ??= reason;
    isAlive = false;
    keepUs(true);
    child.kill('SIGKILL');
  };
  keepUs(false);

  return {
    ended,
    isAlive: () => isAlive,
    kill: () => kill(new WorkCrashed('Its process was closed.')),
    async run(input, { maxRunMs, signal }) {
      const stop = () => kill(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      keepUs(true);
      let callOff = () => {};
      try {
        await ready.promise;
        hasBegun = true;
        answer = Promise.withResolvers<WorkAnswer>();
        // The time that it takes to start and to load the module doesn't count.
        callOff = limitRun(child.pid, maxRunMs, () => kill(new WorkTimedOut(maxRunMs)));
        child.send({ input });
        return await answer.promise;
      } finally {
        callOff();
        signal?.removeEventListener('abort', stop);
        if (isAlive) keepUs(false);
      }
    },
  };
}
