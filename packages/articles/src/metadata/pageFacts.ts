import { textOf } from '../page/pageElement.ts';
import type { Page } from '../page/parsePage.ts';
import { isArticle, type LinkedData, linkedData } from './jsonLd.ts';
import { PageElements } from './pageElements.ts';

/** What a page says about itself, gathered once. */
export interface PageFacts {
  page: Page;
  elements: PageElements;
  url: string;
  /** The same, taken apart; null when it is no address. */
  address: URL | null;
  /** All JSON-LD nodes, and those that describe the article. */
  nodes: LinkedData[];
  articles: LinkedData[];
  /** Values of `<meta>` by lower-case name, property or itemprop, in the order of the page. */
  meta: ReadonlyMap<string, readonly string[]>;
}

/** Values of one name that are kept; no page needs more. */
const MAX_VALUES = 100;

export function pageFacts(page: Page, url: string): PageFacts {
  const meta = new Map<string, string[]>();
  const elements = new PageElements(page.elements);
  for (const { attribs } of elements.metas) {
    const { name, property, itemprop, content = '' } = attribs;
    const value = content.trim();
    if (value === '') continue;
    add(meta, name, value);
    if (property !== name) add(meta, property, value);
    if (itemprop !== name && itemprop !== property) add(meta, itemprop, value);
  }
  const nodes = linkedData(elements.linkedData.map((script) => textOf(script)));
  return { page, elements, url, address: URL.parse(url), nodes, articles: nodes.filter(isArticle), meta };
}

function add(meta: Map<string, string[]>, key: string | undefined, value: string): void {
  if (key === undefined) return;
  const values = meta.get(key.toLowerCase());
  if (values === undefined) meta.set(key.toLowerCase(), [value]);
  else if (values.length < MAX_VALUES) values.push(value);
}

/** Values of the first of these names that has any. */
export function metaValues(facts: PageFacts, names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = facts.meta.get(name);
    if (values) return values;
  }
  return [];
}
