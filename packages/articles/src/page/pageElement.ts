import { foldSpace } from '../text/foldSpace.ts';

/** Characters without the white space between tags; what is longer is no line. */
const MAX_LINE_LENGTH = 1_000;

/** One element of a page. */
export class PageElement {
  /** In lower case, as attribute names are. */
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  /** Null for the root alone. */
  readonly parent: PageElement | null;
  /** Elements and the texts between them, with entities resolved; comments are left out. */
  readonly children: (PageElement | string)[] = [];

  constructor(name: string, attribs: Readonly<Record<string, string>>, parent: PageElement | null) {
    this.name = name;
    this.attribs = attribs;
    this.parent = parent;
  }
}

/** All text in an element, without what stands in elements of the names `except`. */
export function textOf(element: PageElement, except?: ReadonlySet<string>): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (except?.has(child.name) !== true) text += textOf(child, except);
  }
  return text;
}

/** What an element says in a line; null when it holds more than that. */
export function lineOf(element: PageElement): string | null {
  const parts: string[] = [];
  return addText(element, parts, MAX_LINE_LENGTH) < 0 ? null : foldSpace(parts.join(''));
}

/** Adds an element's texts to `parts` as long as there is room for so many characters; tells how much room is left, less than 0 for too little. */
function addText(element: PageElement, parts: string[], room: number): number {
  let left = room;
  for (const child of element.children) {
    if (typeof child === 'string') {
      parts.push(child);
      left -= child.trim().length;
    } else left = addText(child, parts, left);
    if (left < 0) break;
  }
  return left;
}

/** Whether an element stands, however deep, in one of this kind. */
export function standsIn(element: PageElement, isOne: (around: PageElement) => boolean): boolean {
  for (let around = element.parent; around !== null; around = around.parent) if (isOne(around)) return true;
  return false;
}

/** Elements in an element, however deep, in the order of the page. */
export function elementsIn(element: PageElement): PageElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]));
}

/** All elements that hold one of these. Linear in their number and the size of the page. */
export function aroundAny(elements: readonly PageElement[]): Set<PageElement> {
  const around = new Set<PageElement>();
  for (const element of elements)
    for (let holder = element.parent; holder !== null && !around.has(holder); holder = holder.parent) around.add(holder);
  return around;
}

/** Whether an attribute that lists words holds this one. */
export function hasWord(value: string | undefined, word: string): boolean {
  return value?.includes(word) === true && value.split(/\s+/).includes(word);
}
