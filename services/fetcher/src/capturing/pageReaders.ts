import type { EventData } from '@newsledger/events';
import type { DateBounds } from '@newsledger/feeds';
import { createWorkPool, type WorkPool, type WorkPoolOptions } from '@newsledger/platform';
import type { FetchedPage, PageReading } from './readPage.ts';

export interface ReadPageOrder {
  readonly page: FetchedPage;
  readonly entry: EventData<'ArticleDiscovered'>;
  /** Where dates of the page can lie. */
  readonly bounds: DateBounds;
}

export type PageReaders = WorkPool<ReadPageOrder, PageReading>;

/** Pages come faster than one process reads them only in bursts. */
const PROCESSES = 2;

/** Longest time for one page, in milliseconds. A page takes 10, and the longest that is fetched, of 10 MiB, a second or two. */
const MAX_RUN_MS = 8_000;

/** Enough for the longest page that is fetched, whose text and document take about 20 times its bytes. */
const MAX_HEAP_MB = 768;

/** Processes that read pages: one can be made so that reading it never ends. */
export function createPageReaders(options: Partial<WorkPoolOptions> = {}): PageReaders {
  const module = new URL('./readPageApart.ts', import.meta.url);
  return createWorkPool({ module, size: PROCESSES, maxRunMs: MAX_RUN_MS, maxHeapMb: MAX_HEAP_MB, ...options });
}
