import { isNoun, type Tag } from '../tags/tag.ts';

/** A noun with what stands before it: `its quarterly profit`, `Larkfield Energy`, `a 5% stake`, `they`. */
export interface NounPhrase {
  /** Words of the sentence, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The word that it is about: `profit` of `its quarterly profit`. */
  readonly head: number;
  /** Opens with `the`, `this`, `both`. */
  readonly definite: boolean;
  /** Opens with `a`, `some`, `any`. */
  readonly indefinite: boolean;
  /** Has an owner: `its profit`, and `profit` of `Acme's profit`. */
  readonly possessive: boolean;
  readonly plural: boolean;
  /** Its head is a name. */
  readonly proper: boolean;
  readonly pronoun: boolean;
  /** Holds a number: `a 5% stake`, `two plants`, `$38bn`. */
  readonly number: boolean;
}

/** The noun phrases of a sentence in order, none within another: `the head of the bank` is two. An owner and what it owns are two as well. */
export function nounPhrases(words: readonly string[], tags: readonly Tag[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let from = 0; from < words.length; ) {
    const to = endOfPhrase(words, tags, from);
    if (to > from) phrases.push(phraseOf(words, tags, from, to));
    from = Math.max(to, from + 1);
  }
  return phrases;
}

const INDEFINITE = new Set('a an some any another several many few no each every'.split(' '));

function phraseOf(words: readonly string[], tags: readonly Tag[], from: number, to: number): NounPhrase {
  const head = headOf(tags, from, to);
  const first = (words[from] ?? '').toLowerCase();
  const inside = tags.slice(from, to);
  return {
    from,
    to,
    head,
    definite: tags[from] === 'DET' && !INDEFINITE.has(first),
    indefinite: tags[from] === 'DET' && INDEFINITE.has(first),
    possessive: inside.includes('POSS') || tags[from - 1] === 'POSS',
    plural: tags[head] === 'NOUN_PL' || PLURAL_PRONOUNS.has((words[head] ?? '').toLowerCase()),
    proper: tags[head] === 'PROPN',
    pronoun: tags[head] === 'PRON',
    number: inside.includes('NUM'),
  };
}

const PLURAL_PRONOUNS = new Set('they them we us these those both'.split(' '));

/** The last noun; of a phrase without one, its last word that is no sign. */
function headOf(tags: readonly Tag[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (isNoun(tags[i])) return i;
  for (let i = to - 1; i >= from; i--) if (tags[i] !== 'SYM' && tags[i] !== 'PUNCT') return i;
  return to - 1;
}

/** Where the phrase that begins at `from` ends; `from` when none does. */
function endOfPhrase(words: readonly string[], tags: readonly Tag[], from: number): number {
  if (tags[from] === 'PRON') return from + 1;
  let at = from;
  // `all the banks`, `its`, the owner's `'s` being left outside.
  while (tags[at] === 'DET' || (tags[at] === 'POSS' && at === from && !isClitic(words[at]))) at++;
  const opened = at > from || tags[from - 1] === 'POSS';
  let end = opened ? at : from;
  let complete = false;
  for (; at < words.length; at++) {
    const tag = tags[at];
    if (isNoun(tag) || tag === 'NUM') {
      // `the plan two years ago` is two phrases.
      if (tag === 'NUM' && complete && tags[at - 1] !== 'PROPN' && tags[at - 1] !== 'NUM') break;
      complete = true;
      end = at + 1;
    } else if (tag === 'SYM') {
      if (complete && tags[at - 1] !== 'NUM') break;
      if (complete) end = at + 1;
    } else if (tag === 'ADJ') {
      if (complete && isNoun(tags[at - 1]) && !continuesName(tags, at)) break;
    } else if (tag === 'ADV') {
      if (complete || !(tags[at + 1] === 'ADJ' || tags[at + 1] === 'NUM' || (opened && isParticiple(tags[at + 1])))) break;
    } else if (isParticiple(tag)) {
      // `the planned merger`, `rising costs`; not `the company buying shares`.
      if (complete || !(isNoun(tags[at + 1]) || tags[at + 1] === 'ADJ') || !(opened || mayOpenPhrase(tags, at))) break;
    } else if (!joinsParts(words, tags, at, from)) break;
  }
  if (complete) return end;
  // `the poor`, `the latest`, `this`.
  if (!opened) return from;
  return tags[at - 1] === 'ADJ' ? at : tags[from] === 'POSS' ? from : end;
}

/** `'s` stands between two phrases. */
function isClitic(word: string | undefined): boolean {
  return word !== undefined && /^['’]s?$/i.test(word);
}

function isParticiple(tag: Tag | undefined): boolean {
  return tag === 'VERB_PART' || tag === 'VERB_ING';
}

function mayOpenPhrase(tags: readonly Tag[], at: number): boolean {
  return tags[at - 1] === undefined || tags[at - 1] === 'ADP' || tags[at - 1] === 'ADJ';
}

function continuesName(tags: readonly Tag[], at: number): boolean {
  return tags[at - 1] === 'PROPN' && isNoun(tags[at + 1]);
}

/** Marks inside a phrase: the hyphen of `12-month`, the `&` of a name, the comma between two adjectives. */
function joinsParts(words: readonly string[], tags: readonly Tag[], at: number, from: number): boolean {
  if (at === from) return false;
  const before = tags[at - 1];
  const after = tags[at + 1];
  switch (words[at]) {
    case '-':
    case '‑':
      return before === 'NUM' && (isNoun(after) || after === 'ADJ' || after === 'NUM');
    case '&':
      return isNoun(before) && isNoun(after);
    case '/':
      return isNoun(before) && isNoun(after);
    case ',':
      return before === 'ADJ' && after === 'ADJ';
    default:
      return false;
  }
}
