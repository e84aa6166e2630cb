/** For a loop that looks at the signal to end by itself, which leaves less behind than to be left alone. */
const GRACE_MS = 500;

/**
 * What `work` gives. When the signal aborts, its reason is thrown after half a second, whether the work has ended by then or not: its result
 * is wanted by nobody, and what it uses is going to be closed.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => reject(signal.reason), GRACE_MS);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
