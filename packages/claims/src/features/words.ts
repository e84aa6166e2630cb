import type { Item } from '../text/items.ts';

/** A word as features see it: its stem, or what kind of thing stands there. `acquired` → `acquir`, a name → `NAME`. */
export function symbolOf(item: Item | undefined): string {
  if (item === undefined) return 'END';
  switch (item.kind) {
    case 'mention':
      return item.mention.form === 'pronoun' ? item.lower : item.mention.form === 'description' ? 'COMPANY' : `NAME`;
    case 'quantity':
      return item.quantity.kind.toUpperCase();
    case 'period':
      return 'TIME';
    case 'mark':
      return item.text;
    case 'word':
      return stemOf(item.lower);
  }
}

const stems = new Map<string, string>();

/** A word without its endings; good enough to see `acquire`, `acquires` and `acquired` as one. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word.length < 5 ? word : word.replace(/(?:ies|ied)$/, 'y').replace(/(?:sses)$/, 'ss').replace(/(?:(?<=[^s])s|ed|ing|e)$/, '').replace(/e[ds]?$/, '');
  const shared = /^(?:fell|fallen)$/.test(word) ? 'fall' : /^rose|risen$/.test(word) ? 'ris' : stem;
  if (stems.size > 50_000) stems.clear();
  stems.set(word, shared);
  return shared;
}
