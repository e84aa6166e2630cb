import type { PageElement } from '../page/pageElement.ts';
import type { Block } from './blocks.ts';
import { nameLooksLikeBody } from './elementRules.ts';

/** A block this long is a paragraph and not a label; measured on news pages, where teasers run to 100 characters. */
const PARAGRAPH_LENGTH = 80;
/** However long a link is, it says no more against an element. */
const LABEL_LENGTH = 60;
/** Share of a page's running text from which on a doubtful element is believed to be the article after all. */
const TOO_MUCH_TO_DOUBT = 0.5;
/** The same where there is other running text: a short article beside a long sidebar. */
const FAR_TOO_MUCH_TO_DOUBT = 0.88;
const ENOUGH_UNDOUBTED = 140;

/**
 * Takes back doubts about elements that hold most of the page's text: their names mislead ("sidebar-layout", "promo-article").
 * Returns the blocks that may belong to the article.
 */
export function believable(blocks: readonly Block[]): Block[] {
  const letters = new Map<PageElement, number>();
  let total = 0;
  let undoubted = 0;
  for (const block of blocks) {
    const count = paragraphLetters(block);
    if (count === 0) continue;
    total += count;
    if (block.doubts.length === 0) undoubted += count;
    for (const element of block.doubts) letters.set(element, (letters.get(element) ?? 0) + count);
  }
  const share = undoubted >= ENOUGH_UNDOUBTED ? FAR_TOO_MUCH_TO_DOUBT : TOO_MUCH_TO_DOUBT;
  return blocks.filter(({ doubts }) => doubts.every((element) => (letters.get(element) ?? 0) > total * share));
}

/** The element that holds the article: the one whose blocks weigh most, paragraphs counting for it and labels and links against it. */
export function mainElement(blocks: readonly Block[]): PageElement | null {
  const scores = new Map<PageElement, number>();
  for (const block of blocks) {
    const worth = weight(block);
    let share = 1;
    for (let element: PageElement | null = block.parent; element; element = element.parent) {
      scores.set(element, (scores.get(element) ?? 0) + worth * share);
      // What is further up shares a block with more of the page.
      share *= worth > 0 ? 0.95 : 1;
    }
  }
  let best: PageElement | null = null;
  let bestScore = 0;
  for (const [element, score] of scores) {
    const valued = score * bonus(element);
    if (valued > bestScore) [best, bestScore] = [element, valued];
  }
  return best ?? namedElement(blocks);
}

/** Where no element has running text, the one whose name says that it holds the text: a page of captions, a table of results. */
function namedElement(blocks: readonly Block[]): PageElement | null {
  for (const block of blocks)
    for (let element: PageElement | null = block.parent; element; element = element.parent) if (bonus(element) > 1) return element;
  return null;
}

export function isInside(block: Block, element: PageElement): boolean {
  for (let parent: PageElement | null = block.parent; parent; parent = parent.parent) if (parent === element) return true;
  return false;
}

/** Share of a block's characters that are link text, 0–1. */
export function linkDensity(block: Block): number {
  return block.text === '' ? 0 : block.linked / block.text.length;
}

function weight(block: Block): number {
  const density = linkDensity(block);
  const { length } = block;
  if (density > 0.5) return -Math.min(length, LABEL_LENGTH) * 0.8 - 10;
  if (block.kind === 'heading') return 0;
  if (length < PARAGRAPH_LENGTH) return block.kind === 'row' ? 0 : -6;
  return length * (1 - density) * (block.kind === 'paragraph' || block.kind === 'quote' ? 1 : 0.6);
}

function bonus(element: PageElement): number {
  const { name, attribs } = element;
  if (/articleBody/i.test(attribs.itemprop ?? '')) return 1.6;
  if (nameLooksLikeBody(attribs.class ?? '') || nameLooksLikeBody(attribs.id ?? '')) return 1.4;
  if (name === 'article') return 1.25;
  return name === 'body' || name === 'html' ? 0.8 : 1;
}

function paragraphLetters(block: Block): number {
  return block.length >= PARAGRAPH_LENGTH && linkDensity(block) < 0.5 ? block.length : 0;
}
