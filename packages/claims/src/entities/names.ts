import { type Token, tokenise } from '../text/tokens.ts';
import { places } from './data/words.ts';
import { organisations } from './organisations.ts';

/** A spelling of the built-in list, cut into words as the tokeniser cuts articles. */
export interface ListedName {
  readonly words: readonly string[];
  readonly entity: string;
  readonly kind: 'organisation' | 'product' | 'index' | 'place' | 'person';
}

/** Spellings by their first word, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly ListedName[]>;

const byFirstWord = new Map<string, ListedName[]>();

for (const organisation of organisations) {
  const kind = organisation.traits.includes('index') ? 'index' : organisation.traits.includes('commodity') ? 'product' : 'organisation';
  for (const spelling of [organisation.name, ...organisation.aliases]) spellingsOf(byFirstWord, spelling, organisation.name, kind);
  for (const product of organisation.products) spellingsOf(byFirstWord, product, product, 'product');
}
for (const place of places) {
  spellingsOf(byFirstWord, place, place, 'place');
  if (place.length > 4) spellingsOf(byFirstWord, place.toUpperCase(), place, 'place');
}
for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);

/** Products of the list and who makes them. */
export const makerOf: ReadonlyMap<string, string> = new Map(
  organisations.flatMap((organisation) =>
    organisation.products.map((product): [string, string] => [product.toLowerCase(), organisation.name]),
  ),
);

/** First words of listed names that aren't written like names (`xAI` is, `1&1` isn't); most words of an article are neither. */
const opensSmall = new Set([...byFirstWord.keys()].filter((word) => tokenise(word, 0)[0]?.capital !== true));

/** The longest listed name that starts at `index` of `words`: of `own`, else of the built-in list. */
export function listedNameAt(words: readonly Token[], index: number, own: NameIndex): ListedName | null {
  const first = words[index];
  if (first === undefined || (own.size === 0 && !first.capital && !opensSmall.has(first.text))) return null;
  const found = longestAt(words, index, byFirstWord);
  if (own.size === 0) return found;
  const ours = longestAt(words, index, own);
  return ours === null || (found !== null && found.words.length > ours.words.length) ? found : ours;
}

function longestAt(words: readonly Token[], index: number, names: NameIndex): ListedName | null {
  const first = words[index];
  if (first === undefined) return null;
  const starting = names.get(first.text);
  if (starting === undefined) return null;
  for (const name of starting) {
    let matched = 1;
    while (matched < name.words.length && words[index + matched]?.text.replace('’', "'") === name.words[matched]) matched++;
    if (matched === name.words.length) return name;
  }
  return null;
}

/** Adds a spelling to an index, unless it stands for somebody there already. */
export function spellingsOf(index: Map<string, ListedName[]>, spelling: string, entity: string, kind: ListedName['kind']): void {
  const words = tokenise(spelling, 0).map((token) => token.text);
  const first = words[0];
  if (first === undefined) return;
  const names = index.get(first);
  const name = { words, entity, kind };
  if (names === undefined) index.set(first, [name]);
  else if (!names.some((other) => other.words.length === words.length && other.words.every((word, at) => word === words[at])))
    names.push(name);
}
