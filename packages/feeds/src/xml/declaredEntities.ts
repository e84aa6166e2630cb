import { FeedUnreadableError } from '../feedReading.ts';
import { resolveReference } from '../text/entities.ts';

/** Real feeds declare a handful of short names; a bomb needs more (CWE-776). */
const MAX_EXPANDED_CHARACTERS = 64 * 1024;
const MAX_NESTING = 4;

/** Entities of a document's own DTD, expanded within a budget for the whole document. External ones are never fetched and stay empty. */
export class DeclaredEntities {
  readonly #values = new Map<string, string>();
  #spent = 0;

  declare(doctype: string): void {
    for (const [, name, quoted] of doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:(?:SYSTEM|PUBLIC)\b[^>]*|("[^"]*"|'[^']*')\s*)>/g))
      if (name !== undefined && !this.#values.has(name)) this.#values.set(name, quoted?.slice(1, -1) ?? '');
  }

  /**
   * Characters of a reference, given without `&` and `;`; null when nobody knows it.
   * @throws {FeedUnreadableError} hostile, when the document's entities grow beyond the budget.
   */
  resolve(reference: string, nesting = 0): string | null {
    const declared = this.#values.get(reference);
    if (declared === undefined) return resolveReference(reference);
    this.#spent += declared.length;
    if (this.#spent > MAX_EXPANDED_CHARACTERS || nesting > MAX_NESTING)
      throw new FeedUnreadableError('The document declares entities that grow without end.', { hostile: true });
    return declared.replace(/&([\w.:#-]+);/g, (whole, inner: string) => this.resolve(inner, nesting + 1) ?? whole);
  }
}
