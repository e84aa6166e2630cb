import { expect, test } from 'vitest';
import { quotationAt } from './quotations.ts';
import { readDocument } from './readDocument.ts';

/** The words of the quotation around a word, without its marks. */
function quotedWith(text: string, word: string): string | null {
  const quotation = quotationAt(readDocument({ title: '', text, publishedAt: null, publisher: null }), text.indexOf(word));
  return quotation === null ? null : text.slice(quotation.from + 1, quotation.to);
}

test.each([
  ['“Sales rose 5%. Costs fell,” she said.', '5%', 'Sales rose 5%. Costs fell,'],
  ['She said: "Sales rose 5%." They fell 3% later.', '5%', 'Sales rose 5%.'],
  ['She said: "Sales rose 5%." They fell 3% later.', '3%', null],
  ['“One,” he said. “Sales rose 5%,” he added.', 'said', null],
  ['“Sales rose 5%.\n“Costs fell 3%,” she said.', '5%', 'Sales rose 5%.'],
  ['A 5" screen costs $90.\nIt sold well.', 'sold', null],
])('%s: what is quoted with %s', (text, word, quoted) => {
  expect(quotedWith(text, word)).toBe(quoted);
});
