import type { ReadDocument } from './readDocument.ts';

/** A stretch of the text between quotation marks; offsets of the marks. */
export interface Quotation {
  readonly from: number;
  readonly to: number;
}

const found = new WeakMap<ReadDocument, readonly Quotation[]>();

/** The quotations of a text in order; one that its paragraph doesn't close ends with it. Worked out once. */
function quotationsOf(document: ReadDocument): readonly Quotation[] {
  const known = found.get(document);
  if (known !== undefined) return known;
  const quotations: Quotation[] = [];
  let from = -1;
  for (const { 0: mark, index } of document.text.matchAll(/["“”\n]/g)) {
    if (mark === '“' || (mark === '"' && from < 0)) from = index;
    else if (from >= 0) {
      quotations.push({ from, to: index });
      from = -1;
    }
  }
  found.set(document, quotations);
  return quotations;
}

/** The quotation that an offset is in; null when it is in none. */
export function quotationAt(document: ReadDocument, offset: number): Quotation | null {
  return quotationsOf(document).find(({ from, to }) => from < offset && offset < to) ?? null;
}
