import type { ReadPageOrder } from './pageReaders.ts';
import { type PageReading, readPage } from './readPage.ts';

/** The work of the processes that read pages. */
export default function readPageApart({ page, entry, bounds }: ReadPageOrder): PageReading {
  return readPage(page, entry, bounds);
}
