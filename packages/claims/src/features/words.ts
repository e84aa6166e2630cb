import { lexicalTag } from '@newsledger/language';
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
      return wordSymbol(item.text, item.lower);
  }
}

/**
 * The stem of a word that is no name. A capitalised word that no list has as a common word may be one, and names are no features: the
 * models shall learn how news is written, not who is in it.
 */
export function wordSymbol(text: string, lower: string): string {
  return text !== lower && isUnknown(lower) ? 'CAPITAL' : stemOf(lower);
}

function isUnknown(lower: string): boolean {
  const tag = lexicalTag(lower);
  return tag === '' ? !COMMON_ENDING.test(lower) && !ABBREVIATIONS.has(lower) : NAMES.test(tag) && !ABBREVIATIONS.has(lower);
}

/** Lists of words lack many forms of common words. */
const COMMON_ENDING = /(?:ing|ed|ly|tion|sion|ment|ness|ity|ance|ence|ers|ings|tions|ments)$/;
/** Words of the trade that are written in capitals and name nobody; and the currencies' and markets' own. */
const ABBREVIATIONS = new Set(
  'ceo cfo coo cto ipo ipos eps ai gpu gpus cpu cpus tpu arr ebit ebitda gdp cpi pmi etf etfs m&a r&d ev evs pc pcs tv tvs 5g adr adrs spac series stock shares q1 q2 q3 q4 h1 h2 gmt et est gw mw bitcoin mau dau yoy'.split(
    ' ',
  ),
);
const NAMES = /(?:Name|City|Country|Region|Place|Organization|Person|ProperNoun)/;

const stems = new Map<string, string>();

/** A word without its endings; good enough to see `acquire`, `acquires` and `acquired` as one. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem =
    word.length < 5
      ? word
      : word
          .replace(/(?:ies|ied)$/, 'y')
          .replace(/(?:sses)$/, 'ss')
          .replace(/(?:(?<=[^s])s|ed|ing|e)$/, '')
          .replace(/e[ds]?$/, '');
  const shared = /^(?:fell|fallen)$/.test(word) ? 'fall' : /^rose|risen$/.test(word) ? 'ris' : stem;
  if (stems.size > 50_000) stems.clear();
  stems.set(word, shared);
  return shared;
}
