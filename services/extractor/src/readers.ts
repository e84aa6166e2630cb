import { createWorkPool, type WorkPool, type WorkPoolOptions } from '@newsledger/platform';
import type { Reading, ReadingOrder } from './readClaims.ts';

/** Longest time for one text, in milliseconds. A long article takes 20, and the longest page that is fetched, of 10 MiB, a few seconds. */
const MAX_RUN_MS = 10_000;

/** Enough for the longest page that is fetched, whose text and document take about 20 times its bytes. */
const MAX_HEAP_MB = 768;

/** Processes that read claims. @param options.size how many at most. */
export function createReaders(options: { size: number } & Partial<WorkPoolOptions>): WorkPool<ReadingOrder, Reading> {
  return createWorkPool({
    module: new URL('./readClaims.ts', import.meta.url),
    maxRunMs: MAX_RUN_MS,
    maxHeapMb: MAX_HEAP_MB,
    ...options,
  });
}
