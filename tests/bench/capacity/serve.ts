/** What became of jobs that waited for one kind of worker. */
export interface Served {
  /** When each job was done, in the order in which they came, in milliseconds. */
  readonly doneAt: Float64Array;
  /** The most that waited at one moment. */
  readonly deepest: number;
  /** Time that the workers worked, in milliseconds. */
  readonly busyMs: number;
}

/**
 * Plays a queue with several equal workers, first come, first served.
 * @param comesAt when each job comes, in milliseconds, rising.
 * @param takesMs how long a worker is at it.
 */
export function serve(comesAt: Float64Array, takesMs: (job: number) => number, workers: number): Served {
  const freeAt = new Float64Array(workers);
  const startedAt = new Float64Array(comesAt.length);
  const doneAt = new Float64Array(comesAt.length);
  let busyMs = 0;
  for (let job = 0; job < comesAt.length; job++) {
    const start = Math.max(comesAt[job] ?? 0, freeAt[0] ?? 0);
    const takes = takesMs(job);
    startedAt[job] = start;
    doneAt[job] = start + takes;
    busyMs += takes;
    takeFirst(freeAt, start + takes);
  }
  return { doneAt, deepest: deepest(comesAt, startedAt), busyMs };
}

/** Replaces the least of a binary heap, its first, by a greater number. */
function takeFirst(heap: Float64Array, value: number): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    if (child >= heap.length || (heap[child] ?? 0) >= value) break;
    heap[place] = heap[child] ?? 0;
    place = child;
  }
  heap[place] = value;
}

/** Jobs start in the order in which they come. */
function deepest(comesAt: Float64Array, startedAt: Float64Array): number {
  let most = 0;
  let started = 0;
  for (let come = 0; come < comesAt.length; come++) {
    while (started <= come && (startedAt[started] ?? 0) <= (comesAt[come] ?? 0)) started++;
    most = Math.max(most, come + 1 - started);
  }
  return most;
}
