import { kindsOfName } from '../compromise/kindsOfName.ts';
import { lexicalTag } from '../compromise/lexicalTag.ts';
import type { NameSentence } from './nameSentence.ts';
import { BEFORE_OF, DESCRIPTIVE, EXCHANGES, LEGAL_FORMS, NO_NAMES } from './nameWords.ts';

/** A name as a text writes it. */
export interface WrittenName {
  readonly text: string;
  /** Place of its first mention in the body among all mentions of the text. */
  readonly first: number;
}

interface Entry extends WrittenName {
  readonly words: readonly string[];
  readonly bare: string;
}

/**
 * Which names of one text are short for which: `Branco` for `Tadeo Branco`, `Harrow Peak` for `Harrow Peak Data Centers`, `WHO` for `World
 * Health Organization`, `Amazon` beside `Amazon.com`, `STBK` for the company that it is the ticker of (`tickers`). Gives each name its
 * fullest.
 */
export function foldNames(names: readonly WrittenName[], tickers: ReadonlyMap<string, string>): Map<string, string> {
  const entries = names
    .map((name): Entry => {
      const words = bareWords(name.text);
      return { ...name, words, bare: words.join(' ') };
    })
    .sort((a, b) => b.text.length - a.text.length || a.first - b.first);
  const index = indexOf(entries);
  const fullest = new Map<string, string>();
  for (const entry of entries) {
    // Two people of one surname: the short form stays what it is.
    const roots = new Set(fullNamesOf(entry, index, tickers).map((text) => fullest.get(text) ?? text));
    const [only] = roots;
    fullest.set(entry.text, roots.size === 1 && only !== undefined ? only : entry.text);
  }
  return fullest;
}

/** Texts have few names that begin alike; lists of thousands would take time by their square. */
const MAX_ALIKE = 50;

/** Names by what a short form of them would be. */
function indexOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [entry]);
    else if (list.length < MAX_ALIKE) list.push(entry);
  };
  for (const entry of entries) {
    add(`whole ${entry.bare.replace(/\.(?:com|net|org|co)$/i, '')}`, entry);
    if (entry.words.length > 1) {
      add(`first ${entry.words[0]}`, entry);
      add(`last ${entry.words.at(-1)}`, entry);
    }
    for (const letters of initialsOf(entry.text)) add(`initials ${letters}`, entry);
  }
  return index;
}

function fullNamesOf(short: Entry, index: ReadonlyMap<string, readonly Entry[]>, tickers: ReadonlyMap<string, string>): string[] {
  const ticker = tickers.get(short.text);
  if (ticker !== undefined && ticker !== short.text) return [ticker];
  const listed = (key: string) => (index.get(key) ?? []).filter(({ text }) => text !== short.text);
  const whole = listed(`whole ${short.bare}`).filter((full) => isFuller(full, short));
  if (whole.length > 0) return whole.map(({ text }) => text);
  const acronymOf = looksLikeAcronym(short.text) ? listed(`initials ${short.text.replaceAll('.', '').toUpperCase()}`) : [];
  if (acronymOf.length > 0) return acronymOf.map(({ text }) => text);
  const longer = listed(`first ${short.words[0]}`).filter((full) => isExtended(full, short));
  if (longer.length > 0) return longer.map(({ text }) => text);
  return short.words.length > 1
    ? []
    : listed(`last ${short.bare}`)
        .filter((full) => isSurname(short.bare, full.words, full.text))
        .map(({ text }) => text);
}

function isFuller(full: Entry, short: Entry): boolean {
  return full.text.length > short.text.length || (full.text.length === short.text.length && full.first < short.first);
}

/** `Amazon` is no short form of `Amazon Web Services` where both are spoken of: the full name is told first. */
function isExtended(full: Entry, short: Entry): boolean {
  if (full.words.length <= short.words.length || full.first > short.first) return false;
  const begins = full.words.slice(0, short.words.length).join(' ') === short.bare;
  return begins && full.words.slice(short.words.length).every((word) => DESCRIPTIVE.has(word.toLowerCase()) || word === '&');
}

function isSurname(short: string, full: readonly string[], name: string): boolean {
  if (full.length < 2 || full.length > 4 || full.at(-1) !== short || BEFORE_OF.has(full[0]?.toLowerCase() ?? '')) return false;
  const first = full[0] ?? '';
  if (
    DESCRIPTIVE.has(short.toLowerCase()) ||
    !/^\p{Lu}(?:\p{Ll}+|\.)/u.test(first) ||
    /Country|City|Region|Place|Demonym/.test(lexicalTag(first.toLowerCase()))
  )
    return false;
  const { person, organisation, place } = kindsOfName(name);
  return person || (!organisation && !place && !kindsOfName(short).organisation);
}

/** The words of a name without its legal form and article. */
function bareWords(name: string): string[] {
  const words = name
    .replaceAll(',', '')
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 1 && LEGAL_FORMS.has((words.at(-1) ?? '').toLowerCase().replaceAll('.', ''))) words.pop();
  if (words.length > 1 && words.at(-1) === '&') words.pop();
  return words.length > 1 && words[0] === 'The' ? words.slice(1) : words;
}

/** `WHO`, `BoE`, `U.N.` */
function looksLikeAcronym(text: string): boolean {
  return /^\p{Lu}[\p{L}&]{1,6}$/u.test(text.replaceAll('.', '')) && /\p{Lu}\.?\p{Ll}?\p{Lu}/u.test(text);
}

/** The acronyms that a name may have: of all its words, of its large words, of those without its legal form. */
function initialsOf(name: string): Set<string> {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  if (words.length < 2) return new Set();
  const initials = (of: readonly string[]) =>
    of
      .map((word) => word.charAt(0))
      .join('')
      .toUpperCase();
  const large = (of: readonly string[]) => of.filter((word) => /^\p{Lu}/u.test(word));
  return new Set([initials(words), initials(large(words)), initials(large(bareWords(name)))].filter((letters) => letters.length > 1));
}

/** Tickers told in brackets behind a name: `Sterling Bank (NYSE: STBK)`, `Sterling (STBK.N)`; what stands in brackets, and the name. */
export function tickersOf(sentence: NameSentence, nameEndingAt: (word: number) => string | null): [ticker: string, name: string][] {
  const { words } = sentence;
  const found: [string, string][] = [];
  for (const [i, word] of words.entries()) {
    if (word !== '(') continue;
    const name = nameEndingAt(i);
    if (name === null) continue;
    let at = i + 1;
    if (EXCHANGES.has((words[at] ?? '').toLowerCase())) at += words[at + 1] === ':' ? 2 : 1;
    const ticker = words[at] ?? '';
    if (
      /^[\p{Lu}]{1,5}(?:[.-]\p{Lu}{1,2})?$/u.test(ticker) &&
      !NO_NAMES.has(ticker.toLowerCase()) &&
      words.slice(at + 1, at + 4).includes(')')
    )
      found.push([ticker, name]);
  }
  return found;
}
