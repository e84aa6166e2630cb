import { readFileSync } from 'node:fs';

/** A process that waits for the processor, or was stopped, gets so many times its time by the clock. */
const CLOCK_FACTOR = 12;

/** Linux counts a process's time in hundredths of a second, whatever the kernel was built for (proc(5), `utime`). */
const TICK_MS = 10;
const LOOK_AGAIN_MS = 50;

/**
 * Calls `late` once a process has computed for `maxRunMs`. What counts is the processor's time: on a machine that has too much to do, or after one
 * that slept, time by the clock says nothing about a text. Twelve times as long by the clock is too long all the same; where the system doesn't
 * tell of the processor's time, once as long is.
 * @returns calls it off.
 */
export function limitRun(pid: number | undefined, maxRunMs: number, late: () => void): () => void {
  const begunAt = performance.now();
  const before = processorMsOf(pid);
  const look = () => {
    const now = processorMsOf(pid);
    const used = before === null || now === null ? maxRunMs : now - before;
    const left = Math.min(maxRunMs - used, begunAt + maxRunMs * CLOCK_FACTOR - performance.now());
    if (left <= 0) late();
    else timer = setTimeout(look, Math.max(left, LOOK_AGAIN_MS));
  };
  let timer = setTimeout(look, maxRunMs);
  return () => clearTimeout(timer);
}

function processorMsOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in parentheses, which may hold anything; the 14th and 15th are times.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) * TICK_MS;
  } catch {
    return null;
  }
}
