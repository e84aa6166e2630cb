/** The process was asked to end before its work was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** What a shell expects: 128 and the signal's number; 0 when whoever read the output has had enough. */
  readonly exitCode: number;

  constructor(why: string, exitCode: number) {
    super(why);
    this.exitCode = exitCode;
  }
}

/** A closed terminal, Ctrl-C, and the polite request of anything that supervises processes. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Runs `work` with a signal that aborts when the process shall end: by SIGINT, SIGTERM or SIGHUP, when nobody reads its standard output
 * any more, or when an error was caught nowhere. `work` closes what it opened, and only then does the process end.
 *
 * Asked again, it goes on ending as it was. One Ctrl-C comes several times: from the terminal, and from each of npm and the bootstrap, who got
 * it, too, and pass it on.
 * @throws {Interrupted} when it was asked to end, whatever became of the work.
 */
export async function interruptibly<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const onSignal = (name: (typeof signals)[number]) => controller.abort(new Interrupted(`it received ${name}`, exitCodes[name]));
  const onOutputError = (error: Error) => controller.abort(isGone(error) ? new Interrupted('nobody reads its output any more', 0) : error);
  const onUncaught = (error: unknown) => controller.abort(error);
  for (const name of signals) process.on(name, onSignal);
  process.stdout.on('error', onOutputError);
  process.on('uncaughtException', onUncaught);
  try {
    const result = await work(signal);
    signal.throwIfAborted();
    return result;
  } catch (error) {
    // What fails while everything is being closed fails because of that.
    throw signal.aborted ? signal.reason : error;
  } finally {
    // A process that was asked to end has its last words to say; the next signal of the same Ctrl-C must not cut them.
    if (!signal.aborted) {
      for (const name of signals) process.off(name, onSignal);
      process.stdout.off('error', onOutputError);
      process.off('uncaughtException', onUncaught);
    }
  }
}

/** Whether the error says that the other end of a pipe, or the terminal, is not there any more. */
export function isGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'EIO');
}
