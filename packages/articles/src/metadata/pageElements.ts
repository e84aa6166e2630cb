import { type AnyNode, type Element, isTag } from 'domhandler';

/** The elements of a page that say something about it, each kind in the order of the page. */
export class PageElements {
  /** `<html>`. */
  readonly roots: Element[] = [];
  readonly titles: Element[] = [];
  /** `<meta>` with a content. */
  readonly metas: Element[] = [];
  /** `<link rel="canonical">`. */
  readonly canonicals: Element[] = [];
  /** Scripts of JSON-LD. */
  readonly linkedData: Element[] = [];
  /** `<h1>`, and what microdata calls the headline. */
  readonly headlines: Element[] = [];
  /** `<h2>`. */
  readonly secondHeadings: Element[] = [];
  /** What microdata calls the day of the last change. */
  readonly modified: Element[] = [];

  /** Sorts a document's elements by one walk, where a selector for each kind would walk the whole page again. */
  constructor(root: AnyNode | undefined) {
    const pending: AnyNode[] = root === undefined ? [] : [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (isTag(node)) this.#add(node);
      if ('children' in node) for (const child of node.children.toReversed()) pending.push(child);
    }
  }

  #add(element: Element): void {
    const { name, attribs } = element;
    const { itemprop } = attribs;
    if (name === 'html') this.roots.push(element);
    else if (name === 'title') this.titles.push(element);
    else if (name === 'meta' && attribs.content !== undefined) this.metas.push(element);
    else if (name === 'link' && hasWord(attribs.rel?.toLowerCase(), 'canonical')) this.canonicals.push(element);
    else if (name === 'script' && attribs.type?.toLowerCase().includes('ld+json') === true) this.linkedData.push(element);
    else if (name === 'h2') this.secondHeadings.push(element);
    if (name === 'h1' || (itemprop !== undefined && hasWord(itemprop, 'headline'))) this.headlines.push(element);
    if (itemprop !== undefined && hasWord(itemprop, 'dateModified')) this.modified.push(element);
  }
}

/** Whether an attribute that lists words holds this one. */
function hasWord(value: string | undefined, word: string): boolean {
  return value?.includes(word) === true && value.split(/\s+/).includes(word);
}
