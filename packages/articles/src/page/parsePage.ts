import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { PageElement } from './pageElement.ts';
import { CLOSED_BY, FOREIGN_TAGS, RAW_TEXT_TAGS, VOID_TAGS } from './tagRules.ts';

/** Tags that nest deeper count for nothing: no page needs them but to hurt readers, which recurse (CWE-674). */
const MAX_DEPTH = 400;

export interface Page {
  /** Holds all of the page; no tag of the page made it. */
  readonly root: PageElement;
  /** All elements but the root, in the order of the page. */
  readonly elements: readonly PageElement[];
}

/** The elements of a page as a tree and as a list. Never throws. */
export function parsePage(html: string): Page {
  const tree = new Tree(html);
  // A tokenizer that decodes entities has to look at each character for them; most texts have none.
  const tokenizer = new Tokenizer({ decodeEntities: false }, tree);
  tokenizer.write(html);
  tokenizer.end();
  return tree;
}

/** Makes a tree of the tokens of a page. Reading pages for their text needs no more of the standard's tree construction than `CLOSED_BY`. */
class Tree implements Page, TokenizerCallbacks {
  readonly root = new PageElement('page', {}, null);
  readonly elements: PageElement[] = [];
  readonly #html: string;
  /** The innermost open element, and how deep it stands. */
  #open = this.root;
  #depth = 0;
  #tagName = '';
  #attribs: Record<string, string> = {};
  #attribName = '';
  #attribValue = '';
  /** Whether what came last was a text, which the next only continues. */
  #inText = false;

  constructor(html: string) {
    this.#html = html;
  }

  ontext(start: number, end: number): void {
    const { children, name } = this.#open;
    const written = this.#html.slice(start, end);
    const text = written.includes('&') && !RAW_TEXT_TAGS.has(name) ? decodeHTML(written) : written;
    const last = children.length - 1;
    if (this.#inText) children[last] = `${children[last]}${text}`;
    else children.push(text);
    this.#inText = true;
  }

  onopentagname(start: number, end: number): void {
    this.#tagName = this.#html.slice(start, end).toLowerCase();
    this.#attribs = {};
  }

  onattribname(start: number, end: number): void {
    this.#attribName = this.#html.slice(start, end).toLowerCase();
    this.#attribValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.#attribValue = this.#html.slice(start, end);
  }

  onattribend(): void {
    const value = this.#attribValue;
    this.#attribs[this.#attribName] ??= value.includes('&') ? decodeHTMLAttribute(value) : value;
  }

  onopentagend(): void {
    this.#openElement(this.#tagName, this.#attribs);
  }

  onselfclosingtag(): void {
    const element = this.#openElement(this.#tagName, this.#attribs);
    if (element === this.#open && isForeign(element)) this.#close();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (this.#isOpen(name)) {
      while (this.#open.name !== name) this.#close();
      this.#close();
    } else if (name === 'br' || name === 'p') {
      const element = this.#openElement(name, {});
      if (element === this.#open) this.#close();
    }
  }

  oncomment(): void {
    this.#inText = false;
  }

  oncdata(): void {
    this.#inText = false;
  }

  ondeclaration(): void {
    this.#inText = false;
  }

  onprocessinginstruction(): void {
    this.#inText = false;
  }

  /** Entities are resolved here, not told by the tokenizer. */
  ontextentity(): void {}
  onattribentity(): void {}
  onend(): void {}

  #openElement(name: string, attribs: Record<string, string>): PageElement | null {
    const closed = CLOSED_BY.get(name);
    if (closed !== undefined) while (closed.has(this.#open.name)) this.#close();
    if (this.#depth >= MAX_DEPTH) return null;
    const element = new PageElement(name, attribs, this.#open);
    this.#open.children.push(element);
    this.elements.push(element);
    this.#inText = false;
    if (VOID_TAGS.has(name)) return element;
    this.#open = element;
    this.#depth++;
    return element;
  }

  #isOpen(name: string): boolean {
    for (let element = this.#open; element.parent !== null; element = element.parent) if (element.name === name) return true;
    return false;
  }

  #close(): void {
    this.#open = this.#open.parent ?? this.root;
    this.#depth--;
    this.#inText = false;
  }
}

function isForeign(element: PageElement): boolean {
  return FOREIGN_TAGS.has(element.name) || (element.parent !== null && isForeign(element.parent));
}
