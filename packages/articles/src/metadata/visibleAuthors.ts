import { aroundAny, hasWord, lineOf, type PageElement, standsIn } from '../page/pageElement.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { authorNames, hasLeadIn, isByline } from './authorNames.ts';
import type { PageFacts } from './pageFacts.ts';

/** Classes of elements that name an author and nothing else. */
const NAME_CLASS = /author(?:-|__?)?name|\busername\b/i;
/** Classes of elements that may say more than the name. */
const BYLINE_CLASS = /byline|author|autor|\busername\b/i;
/** Where links to authors lead. */
const AUTHOR_PATH = /\/(?:authors?|autor(?:en|es)?|auteurs?|profile?|staff|journalists?|reporters?|redakteure?)\//;
/** What stands in these belongs to readers or to other articles. */
const ELSEWHERE_CLASS = /comment|kommentar|related|teaser|recommend|sidebar/i;
/** Each author of a list stands in one of these. */
const INNER_TAGS: ReadonlySet<string> = new Set(['li', 'span', 'a', 'address']);
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4']);
/** Where no line of an article stands. */
const NO_LINES: ReadonlySet<string> = new Set(['script', 'style', 'nav', 'footer']);
/** Begins and ends with a capital: "More about us" does not. */
const FULL_NAME = /^\p{Lu}.* \p{Lu}\S*$/u;
const MAX_ELEMENTS = 60;
const MAX_TEXT_LENGTH = 200;
const MAX_LINE_LENGTH = 90;
const MAX_AUTHORS = 6;

/** Authors that the page shows: the first byline behind the headline, else the first of the page, else a line "By A B" of its own. */
export function visibleAuthors({ page, elements }: PageFacts): string[] {
  const holders = aroundAny(elements.firstHeadings);
  const found = page.elements.filter((element) => element.name === 'h1' || isName(element) || isBylineElement(element));
  const headline = found.findIndex((element) => element.name === 'h1' && lineOf(element) !== '');
  const behind = found.slice(headline + 1).slice(0, MAX_ELEMENTS);
  const before = headline < 0 ? [] : found.slice(0, headline).slice(-MAX_ELEMENTS);
  for (const candidates of [behind, before]) {
    const names = firstByline(candidates.filter((element) => element.name !== 'h1' && !isElsewhere(element, holders)));
    if (names.length > 0) return names;
  }
  const line = bylineIn(page.root, holders);
  return line === null ? [] : authorNames([line]).slice(0, MAX_AUTHORS);
}

/** Whether an element names an author and nothing else. */
function isName(element: PageElement): boolean {
  const { name, attribs } = element;
  const { itemprop, rel, class: className } = attribs;
  if (itemprop !== undefined && (isAuthor(element) || (hasWord(itemprop, 'name') && standsIn(element, isAuthor)))) return true;
  if (name === 'a' && rel !== undefined && hasWord(rel.toLowerCase(), 'author')) return true;
  if (className === undefined) return false;
  return NAME_CLASS.test(className) || isCardName(element, className);
}

function isAuthor({ attribs }: PageElement): boolean {
  return hasWord(attribs.itemprop, 'author');
}

/** Names of microformats (hCard). */
function isCardName(element: PageElement, className: string): boolean {
  return isCard(element) ? hasWord(className, 'author') : hasWord(className, 'fn') && standsIn(element, isCard);
}

function isCard({ attribs }: PageElement): boolean {
  return hasWord(attribs.class, 'vcard');
}

function isBylineElement({ name, attribs }: PageElement): boolean {
  const { class: className, id, 'data-testid': testId } = attribs;
  if (name === 'address' || [className, id, testId].some((label) => label !== undefined && BYLINE_CLASS.test(label))) return true;
  return name === 'a' && attribs.href !== undefined && AUTHOR_PATH.test(attribs.href);
}

function firstByline(candidates: readonly PageElement[]): string[] {
  for (const element of candidates) {
    const names = namesIn(element);
    if (names.length === 0) continue;
    // Several authors stand side by side, or one in each child of a list.
    const beside = candidates.filter(
      (other) => other !== element && other.attribs.class === element.attribs.class && isBeside(other, element),
    );
    return authorNames([...names, ...beside.flatMap(namesIn)]).slice(0, MAX_AUTHORS);
  }
  return [];
}

function namesIn(element: PageElement): string[] {
  const line = lineOf(element);
  const text = line === '' ? foldSpace(element.attribs.content ?? '') : line;
  if (text === null || text === '' || text.length > MAX_TEXT_LENGTH) return [];
  const isSure = isName(element) || hasLeadIn(text);
  return authorNames([text]).filter((name) => {
    const words = name.split(' ').length;
    return words <= 5 && (isSure || (words >= 2 && FULL_NAME.test(name)));
  });
}

/** What holds the headline holds the article, whatever its name. */
function isElsewhere(element: PageElement, holders: ReadonlySet<PageElement>): boolean {
  for (let around: PageElement | null = element; around !== null; around = around.parent) {
    if (!looksElsewhere(around)) continue;
    if (around.name === 'body' || around.name === 'html' || holders.has(around)) return false;
    // A teaser is another article's only when it has a heading of its own.
    return !/teaser/i.test(around.attribs.class ?? '') || holdsHeading(around);
  }
  return false;
}

function looksElsewhere(element: PageElement): boolean {
  const { name, attribs } = element;
  const { class: className, id } = attribs;
  if (name === 'nav' || (name === 'footer' && !standsIn(element, ({ name }) => name === 'article')) || attribs.role === 'dialog')
    return true;
  return (className !== undefined && ELSEWHERE_CLASS.test(className)) || (id !== undefined && /comment/i.test(id));
}

function holdsHeading({ children }: PageElement): boolean {
  return children.some((child) => typeof child !== 'string' && (HEADINGS.has(child.name) || holdsHeading(child)));
}

function isBeside({ parent: one }: PageElement, { parent: other }: PageElement): boolean {
  if (one === null || other === null || one === other) return one === other;
  return INNER_TAGS.has(one.name) && one.name === other.name && one.parent === other.parent;
}

/** The first line in an element that is a byline by its words alone. */
function bylineIn(element: PageElement, holders: ReadonlySet<PageElement>): string | null {
  let whole: string | null | undefined;
  for (const child of element.children) {
    if (typeof child !== 'string') {
      const found = NO_LINES.has(child.name) ? null : bylineIn(child, holders);
      if (found !== null) return found;
    } else if (hasLeadIn(child)) {
      if (whole === undefined) whole = lineOf(element);
      const found = [foldSpace(child), whole].find((text) => text !== null && text.length <= MAX_LINE_LENGTH && isByline(text));
      if (found && !isElsewhere(element, holders)) return found;
    }
  }
  return null;
}
