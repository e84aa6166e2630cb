import { hasWord, type PageElement } from '../page/pageElement.ts';

/** The elements of a page that say something about it, each kind in the order of the page. */
export class PageElements {
  /** `<html>`. */
  readonly roots: PageElement[] = [];
  readonly titles: PageElement[] = [];
  /** `<meta>` with a content. */
  readonly metas: PageElement[] = [];
  /** `<link rel="canonical">`. */
  readonly canonicals: PageElement[] = [];
  /** Scripts of JSON-LD. */
  readonly linkedData: PageElement[] = [];
  /** `<h1>`. */
  readonly firstHeadings: PageElement[] = [];
  /** `<h1>`, and what microdata calls the headline. */
  readonly headlines: PageElement[] = [];
  /** `<h2>`. */
  readonly secondHeadings: PageElement[] = [];
  /** What microdata calls the day of the last change. */
  readonly modified: PageElement[] = [];

  constructor(elements: readonly PageElement[]) {
    for (const element of elements) {
      this.#addByName(element);
      const { itemprop } = element.attribs;
      if (element.name === 'h1' || (itemprop !== undefined && hasWord(itemprop, 'headline'))) this.headlines.push(element);
      if (itemprop !== undefined && hasWord(itemprop, 'dateModified')) this.modified.push(element);
    }
  }

  #addByName(element: PageElement): void {
    const { name, attribs } = element;
    switch (name) {
      case 'html':
        this.roots.push(element);
        break;
      case 'title':
        this.titles.push(element);
        break;
      case 'meta':
        if (attribs.content !== undefined) this.metas.push(element);
        break;
      case 'link':
        if (hasWord(attribs.rel?.toLowerCase(), 'canonical')) this.canonicals.push(element);
        break;
      case 'script':
        if (attribs.type?.toLowerCase().includes('ld+json') === true) this.linkedData.push(element);
        break;
      case 'h1':
        this.firstHeadings.push(element);
        break;
      case 'h2':
        this.secondHeadings.push(element);
    }
  }
}
