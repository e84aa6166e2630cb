import { type Document, Element } from 'domhandler';

/**
 * Puts all of a document under one element. Selecting among many elements without a parent takes time quadratic in their number
 * (cheerio-select's `removeSubsets`), and any fragment of HTML can have thousands.
 */
export function underOneElement(document: Document): void {
  if (document.children.length <= 1) return;
  const top = new Element('page', {}, document.children);
  for (const child of document.children) child.parent = top;
  document.children = [top];
  top.parent = document;
}
