import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { type Handler, Parser } from 'htmlparser2';
import { PageElement } from './pageElement.ts';

/** Deeper elements are not read: no page nests so deep but to hurt readers, which recurse (CWE-674). */
const MAX_DEPTH = 400;
/** Elements in whose text an ampersand is one (HTML Standard §13.1.2). */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'xmp']);

export interface Page {
  /** Holds all of the page; no tag of the page made it. */
  readonly root: PageElement;
  /** All elements but the root, in the order of the page. */
  readonly elements: readonly PageElement[];
}

/** The elements of a page as a tree and as a list. Never throws. */
export function parsePage(html: string): Page {
  const tree = new Tree();
  // A parser that decodes entities has to look at each character for them; most texts have none.
  new Parser(tree, { decodeEntities: false }).end(html);
  return tree;
}

class Tree implements Page, Partial<Handler> {
  readonly root = new PageElement('page', {}, null);
  readonly elements: PageElement[] = [];
  #open = this.root;
  #depth = 0;
  /** Whether what came last was a text, which the next only continues. */
  #inText = false;

  onopentag(name: string, attribs: Record<string, string>): void {
    this.#inText = false;
    if (++this.#depth > MAX_DEPTH) return;
    for (const key in attribs) {
      const value = attribs[key];
      if (value?.includes('&')) attribs[key] = decodeHTMLAttribute(value);
    }
    const element = new PageElement(name, attribs, this.#open);
    this.#open.children.push(element);
    this.elements.push(element);
    this.#open = element;
  }

  onclosetag(): void {
    this.#inText = false;
    if (this.#depth-- <= MAX_DEPTH) this.#open = this.#open.parent ?? this.root;
  }

  ontext(data: string): void {
    if (this.#depth > MAX_DEPTH) return;
    const { children, name } = this.#open;
    const text = data.includes('&') && !RAW_TEXT.has(name) ? decodeHTML(data) : data;
    const last = children.length - 1;
    if (this.#inText) children[last] = `${children[last]}${text}`;
    else children.push(text);
    this.#inText = true;
  }

  oncomment(): void {
    this.#inText = false;
  }

  onprocessinginstruction(): void {
    this.#inText = false;
  }
}
