import type { ReadPageOrder } from '../capturing/pageReaders.ts';
import readPageApart from '../capturing/readPageApart.ts';

/** Reads as the fetcher does, but a page that says so takes for ever; for tests. */
export default function slowPageReader(order: ReadPageOrder) {
  if (Buffer.from(order.page.body).includes('takes for ever')) for (;;);
  return readPageApart(order);
}
