/** 128 + SIGINT: what shells report for an interrupted program. */
const EXIT_INTERRUPTED = 130;

/**
 * A signal that aborts on the first SIGTERM, SIGINT or SIGHUP, for a graceful end; a second one ends the process at once. For a service, which
 * leaves nothing running behind itself; what owns a server uses `interruptibly`. Call it once per process.
 */
export function shutdownSignal(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort(new Error(`The process received ${name}.`));
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, onSignal);
  return controller.signal;
}

/** Resolves when the signal has aborted, at once when it has already. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
