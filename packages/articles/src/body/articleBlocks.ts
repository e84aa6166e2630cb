import type { PageElement } from '../page/pageElement.ts';
import type { Page } from '../page/parsePage.ts';
import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { type Block, blocksOf } from './blocks.ts';
import { endsArticle, isFiller } from './lineRules.ts';
import { believable, isInside, linkDensity, mainElement } from './mainElement.ts';

/** Of the text, this share must stand before a heading that may end it: lists of contents name such headings too. */
const END_NOT_BEFORE = 0.3;

/** More elements of one class are a list, not the parts of an article. */
const MAX_TWINS = 20;
/** A block between headline and text that is as long as this is the article's lead. */
const LEAD_LENGTH = 60;

/** Paragraphs, headings, list items and table rows of the article on a page, in order; nothing when the page has no running text. */
export function articleBlocks(page: Page, title: string, linkedBody: string | null): string[] {
  const all = blocksOf(page);
  const found = textAmong(believable(all), title);
  const given = linkedBody === null ? [] : paragraphsOf(linkedBody);
  if (lengthOf(given) > 2 * lengthOf(found)) return given;
  // Where nothing is left, everything was doubted wrongly.
  return found.length > 0 ? found : textAmong(all, title);
}

function textAmong(blocks: readonly Block[], title: string): string[] {
  const main = mainElement(blocks);
  return main ? distinct(withoutDanglingHeadings(cutAtEnd(withLead(blocks, main, title))), title) : [];
}

/** Blocks of the main element and of its twins beside it, and before them what stands between the headline and the text. */
function withLead(blocks: readonly Block[], main: PageElement, title: string): Block[] {
  const parts = [main, ...twins(main)];
  const first = blocks.findIndex((block) => isInside(block, main));
  const headline = blocks.findLastIndex((block, index) => index < first && (isHeadline(block) || block.text === title));
  return blocks.filter((block, index) => {
    if (parts.some((part) => isInside(block, part))) return true;
    return headline >= 0 && index > headline && index < first && block.length >= LEAD_LENGTH && linkDensity(block) < 0.3;
  });
}

function isHeadline(block: Block): boolean {
  return block.kind === 'heading' && block.parent.name === 'h1';
}

/** Articles that adverts cut into parts have several elements of one class side by side. */
function twins(main: PageElement): PageElement[] {
  const { class: className } = main.attribs;
  if (className === undefined || className === '' || !main.parent || main.name === 'article') return [];
  const alike = main.parent.children
    .filter((child) => typeof child !== 'string')
    .filter((child) => child !== main && child.name === main.name && child.attribs.class === className);
  return alike.length <= MAX_TWINS ? alike : [];
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
  if (isFiller(block.text) || endsArticle(block.text)) return false;
  if (block.kind === 'item' && density > 0.4 && block.length < 160) return false;
  if (density > 0.8 && block.kind !== 'row') return false;
  return !(density > 0.5 && block.length < 120);
}

function cutAtEnd(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  let before = 0;
  const end = blocks.findIndex((block) => {
    before += block.length;
    return endsArticle(block.text) && before > total * END_NOT_BEFORE;
  });
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}

/** Drops what is no text, and headings under which nothing is left. */
function withoutDanglingHeadings(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let droppedAfterHeading = false;
  for (const block of blocks) {
    const readable = isReadable(block);
    if (block.kind === 'heading' || endsArticle(block.text)) {
      while (droppedAfterHeading && kept.at(-1)?.kind === 'heading') kept.pop();
      droppedAfterHeading = false;
    }
    if (readable) kept.push(block);
    else if (kept.at(-1)?.kind === 'heading') droppedAfterHeading = true;
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop();
  return kept;
}

function distinct(blocks: readonly Block[], title: string): string[] {
  const seen = new Set([title]);
  return blocks.flatMap(({ text }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [text];
  });
}
