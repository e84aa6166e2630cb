import type { TextConstruct } from '../xml/textConstruct.ts';

/** What xml2js makes of an element: its text, or an object with text `_`, attributes `$` and children by name. */
export type XmlNode = unknown;

/** Children of a name, in order. */
export function children(node: XmlNode, name: string): XmlNode[] {
  const found = isRecord(node) ? node[name] : undefined;
  return Array.isArray(found) ? found : found === undefined ? [] : [found];
}

export function attribute(node: XmlNode, name: string): string | null {
  const attributes = isRecord(node) ? node.$ : undefined;
  const value = isRecord(attributes) ? attributes[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Characters of an element, trimmed; null when there are none. */
export function characters(node: XmlNode): string | null {
  const text = isRecord(node) ? node._ : node;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** Characters of the first of these children that has any. */
export function firstCharacters(node: XmlNode, names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of children(node, name)) {
      const text = characters(child);
      if (text !== null) return text;
    }
  }
  return null;
}

/** The first running text among these children that is not empty, with the address that its links are relative to. */
export function firstConstruct(node: XmlNode, names: readonly string[]): { construct: TextConstruct; base: string | null } | null {
  for (const name of names) {
    for (const child of children(node, name)) {
      const value = characters(child);
      const type = attribute(child, 'type');
      if (value !== null)
        return { construct: { type: type === 'html' || type === 'text' ? type : 'guess', value }, base: attribute(child, 'xml:base') };
    }
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
