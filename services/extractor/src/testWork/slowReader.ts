import readClaims, { type ReadingOrder } from '../readClaims.ts';

/** Reads as the extractor does, but a text that says so takes for ever, or all memory; for tests. */
export default function slowReader(order: ReadingOrder) {
  const said = order.text.from === 'page' ? Buffer.from(order.text.body).toString() : order.text.summary;
  if (said.includes('takes for ever')) for (;;);
  const kept: string[][] = [];
  while (said.includes('takes all memory')) kept.push([`${kept.length}`.padEnd(500)]);
  return readClaims(order);
}
