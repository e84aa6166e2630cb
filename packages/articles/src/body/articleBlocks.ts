import type { AnyNode } from 'domhandler';
import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { type Block, blocksOf } from './blocks.ts';
import { endsArticle, isFiller } from './lineRules.ts';
import { believable, isInside, linkDensity, mainElement } from './mainElement.ts';

/** Of the text, this share must stand before a heading that may end it: lists of contents name such headings too. */
const END_NOT_BEFORE = 0.3;

/** Paragraphs, headings, list items and table rows of the article on a page, in order; nothing when the page has no running text. */
export function articleBlocks(root: AnyNode, title: string, linkedBody: string | null): string[] {
  const all = blocksOf(root);
  const candidates = believable(all);
  const main = mainElement(candidates);
  const inside = main ? candidates.filter((block) => isInside(block, main)) : [];
  const found = distinct(withoutDanglingHeadings(cutAtEnd(inside.filter(isReadable))), title);
  return linkedBody !== null && linkedBody.length > 2 * lengthOf(found) ? paragraphsOf(linkedBody) : found;
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, text) => sum + text.length, 0);
}

/** Paragraphs of the text that a publisher gives in JSON-LD; it may be HTML. */
function paragraphsOf(body: string): string[] {
  return decodeText(body.replace(/<\/?(p|div|br|li|h[1-6])\b[^>]*>/gi, '\n').replace(/<[^<>]*>/g, ''))
    .split(/\s*\n\s*/)
    .map(foldSpace)
    .filter((text) => text !== '' && !isFiller(text));
}

function isReadable(block: Block): boolean {
  const density = linkDensity(block);
  if (isFiller(block.text) && !endsArticle(block.text)) return false;
  if (density > 0.8 && block.kind !== 'row') return block.kind === 'heading' && block.text.length > 200;
  return !(density > 0.5 && block.text.length < 120);
}

function cutAtEnd(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (endsArticle(block.text) && before > total * END_NOT_BEFORE) return blocks.slice(0, index);
    before += block.text.length;
  }
  return blocks.filter((block) => !endsArticle(block.text));
}

/** A heading with nothing under it heads something that was left out. */
function withoutDanglingHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, index) =>
      block.kind !== 'heading' ||
      (blocks[index + 1] !== undefined && (blocks[index + 1]?.kind !== 'heading' || blocks[index + 2] !== undefined)),
  );
}

function distinct(blocks: readonly Block[], title: string): string[] {
  const seen = new Set([title]);
  return blocks.flatMap(({ text }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [text];
  });
}
