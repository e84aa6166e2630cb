import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { foldSpace } from '../text/foldSpace.ts';
import { authorNames, hasLeadIn, isByline } from './authorNames.ts';
import type { PageFacts } from './pageFacts.ts';

/** Elements that name an author and nothing else. */
const NAMES =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"], [class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="author_name" i], .author.vcard, .vcard .fn';
/** Elements that may say more than the name. */
const BYLINES =
  '[class*="byline" i], .author, [class*="article-author" i], [class*="post-author" i], [class*="postauthor" i], [class*="autor" i], [class*="author" i], a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/auteur/"], a[href*="/profile/"], address';
/** What stands in these belongs to readers or to other articles. */
const ELSEWHERE =
  '[class*="comment" i], [id*="comment" i], [class*="kommentar" i], [class*="related" i], [class*="teaser" i], [class*="recommend" i], [class*="sidebar" i], nav, footer:not(article footer), [role="dialog"]';
/** Each author of a list stands in one of these. */
const INNER_TAGS: ReadonlySet<string> = new Set(['li', 'span', 'a', 'address']);
const MAX_ELEMENTS = 60;
const MAX_TEXT_LENGTH = 200;
const MAX_LINE_LENGTH = 90;
const MAX_AUTHORS = 6;
/** Text nodes that are looked through for a byline without markup. */
const MAX_TEXT_NODES = 20_000;

/** Authors that the page shows: the first byline behind the headline, else the first of the page, else a line "By A B" of its own. */
export function visibleAuthors(facts: PageFacts): string[] {
  const { $ } = facts;
  const found = $(`h1, ${NAMES}, ${BYLINES}`).toArray();
  const headline = found.findIndex((element) => element.name === 'h1' && $(element).text().trim() !== '');
  const behind = found.slice(headline + 1).slice(0, MAX_ELEMENTS);
  const before = headline < 0 ? [] : found.slice(0, headline).slice(-MAX_ELEMENTS);
  for (const elements of [behind, before]) {
    const names = firstByline(elements, facts);
    if (names.length > 0) return names;
  }
  return authorNames(bylineIn($.root().get(0), facts)).slice(0, MAX_AUTHORS);
}

function firstByline(elements: readonly Element[], facts: PageFacts): string[] {
  const usable = elements.filter((element) => element.name !== 'h1' && !isElsewhere(element, facts));
  for (const element of usable) {
    const names = namesIn(element, facts);
    if (names.length === 0) continue;
    // Several authors stand side by side, or one in each child of a list.
    const beside = usable.filter((other) => other !== element && other.attribs.class === element.attribs.class && isBeside(other, element));
    return authorNames([...names, ...beside.flatMap((other) => namesIn(other, facts))]).slice(0, MAX_AUTHORS);
  }
  return [];
}

function namesIn(element: Element, { $ }: PageFacts): string[] {
  const text = foldSpace($(element).text() || element.attribs.content || '');
  if (text === '' || text.length > MAX_TEXT_LENGTH) return [];
  const isSure = $(element).is(NAMES) || hasLeadIn(text);
  return authorNames([text]).filter((name) => {
    const words = name.split(' ').length;
    return words <= 5 && (isSure || (words >= 2 && /^\p{Lu}/u.test(name)));
  });
}

/** What holds the headline holds the article, whatever its name. */
function isElsewhere(node: AnyNode, { $ }: PageFacts): boolean {
  const around = $(node).closest(ELSEWHERE);
  if (around.length === 0 || around.is('body, html') || around.find('h1').length > 0) return false;
  // A teaser is another article's only when it has a heading of its own.
  return !around.is('[class*="teaser" i]') || around.find('h2, h3, h4').length > 0;
}

function isBeside({ parent: one }: Element, { parent: other }: Element): boolean {
  if (one === null || other === null || one === other) return one === other;
  return isTag(one) && isTag(other) && INNER_TAGS.has(one.name) && one.name === other.name && one.parent === other.parent;
}

/** The first line of the page that is a byline by its words alone. */
function bylineIn(root: AnyNode | undefined, facts: PageFacts): string[] {
  const { $ } = facts;
  const pending: AnyNode[] = root === undefined ? [] : [root];
  let looked = 0;
  for (let node = pending.pop(); node !== undefined && looked < MAX_TEXT_NODES; node = pending.pop()) {
    if (isText(node)) {
      looked++;
      if (!hasLeadIn(node.data) || node.parent === null) continue;
      const own = foldSpace(node.data);
      const line = own.length <= MAX_LINE_LENGTH && isByline(own) ? own : foldSpace($(node.parent).text()).slice(0, MAX_LINE_LENGTH + 1);
      if (line.length <= MAX_LINE_LENGTH && isByline(line) && !isElsewhere(node.parent, facts)) return [line];
    } else if ('children' in node && !(isTag(node) && /^(?:script|style|nav|footer)$/.test(node.name))) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return [];
}
