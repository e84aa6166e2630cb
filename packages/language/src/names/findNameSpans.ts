import { lexicalTag } from '../compromise/lexicalTag.ts';
import { isAdjectiveOfName, isDemonym, looksLikeName, touches } from './lookOfWords.ts';
import type { NameSentence } from './nameSentence.ts';
import { BEFORE_OF, LEGAL_FORMS, NUMBERED, PARTICLES, ROLE_PAIRS, ROLES, TIMES } from './nameWords.ts';
import { NAME_TAG, opensName } from './opensName.ts';
import type { WordUse } from './wordUse.ts';

/** Words of a sentence that are a name, `to` exclusive. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
}

/** No name has more words; longer runs of capitals are lists and tables. */
const MAX_WORDS = 12;

/** The names of a sentence whose capitals tell, longest first, in order. `useOf` says how the whole text writes a word. */
export function findNameSpans(sentence: NameSentence, useOf: (word: string) => WordUse): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = sentence.headlineTo; at < sentence.words.length; ) {
    const to = endOfRun(sentence, at, useOf);
    if (to === at) at++;
    else {
      const span = trimmed(sentence, at, to, useOf);
      if (span !== null) spans.push(span);
      at = to;
    }
  }
  return spans;
}

function endOfRun(sentence: NameSentence, from: number, useOf: (word: string) => WordUse): number {
  const { words } = sentence;
  if (!opensName(sentence, from, useOf)) return from;
  let to = from + 1;
  const limit = Math.min(words.length, from + MAX_WORDS);
  while (to < limit) {
    const step = continues(sentence, from, to, useOf);
    if (step === 0) break;
    to += step;
  }
  return to;
}

/** How many words from `at` go on with the name that began at `from`. */
function continues(sentence: NameSentence, from: number, at: number, useOf: (word: string) => WordUse): number {
  const { words, tags } = sentence;
  const word = words[at] ?? '';
  const lower = word.toLowerCase();
  const before = words[at - 1] ?? '';
  const after = words[at + 1] ?? '';
  if (looksLikeName(word) || WITHIN.test(word)) {
    if (isAdjectiveOfName(word) || TIMES.has(lower) || tags[at] === 'PRON' || isSentenceWord(word, tags[at])) return 0;
    // `… in the U.S. Larkfield said`: the full stop ended a sentence.
    if (/^(?:\p{Lu}\.){2,}$/u.test(before) && useOf(word).alone > 0 && /^$|Organization/.test(lexicalTag(lower))) return 0;
    return isRole(words, at) && looksLikeName(after === '.' ? (words[at + 2] ?? '') : after) ? 0 : 1;
  }
  // `Robert F. Larkfield`, `St. Louis`
  if (word === '.' && touches(sentence, at) && /^(?:\p{Lu}|St|Ft|Mt|Jr)$/u.test(before) && looksLikeName(after)) return 2;
  if (word === '&' && looksLikeName(after)) return 2;
  // `Larkfield, Inc.`
  if (word === ',' && /^(?:Inc|LLC|Ltd|L\.P\.|LP|Incorporated|plc|PLC|N\.V\.|S\.A\.|Co)$/.test(after)) return 2;
  if (word === 'plc' || word === 'bank') return word === 'plc' ? 1 : 0;
  if (word === 'of') {
    const opener = (words[at - 1] ?? '').toLowerCase();
    if (!BEFORE_OF.has(opener)) return 0;
    if (looksLikeName(after) && !TIMES.has(after.toLowerCase())) return 2;
    return after === 'the' && looksLikeName(words[at + 2] ?? '') ? 3 : 0;
  }
  if (PARTICLES.has(word) && looksLikeName(after)) return 2;
  if (word === 'and') return isCompoundOffice(words, from, at) ? 2 : 0;
  // `7-Eleven`
  if (word === '-' && touches(sentence, at) && /^\d$/.test(before) && at - from === 1) return 2;
  if (/^\d{1,4}$/.test(word) && NUMBERED.has(before.toLowerCase()) && after !== '%') return 1;
  if (/^['’]s$/.test(word) && looksLikeName(after) && SHOPS.test(before)) return 2;
  return 0;
}

/** No names, but at home in one: `Larkfield AI`. */
const WITHIN = /^(?:AI|TV|EV|PC)$/;

/** `Larkfield Sells Its Plant: …`: a headline within a sentence; its verbs and prepositions end the name. */
function isSentenceWord(word: string, tag: string | undefined): boolean {
  const lower = word.toLowerCase();
  if (tag === 'VERB_PRES' && lower.endsWith('s')) return /PresentTense/.test(lexicalTag(lower)) || lexicalTag(lower) === '';
  return /^(?:In|To|For|From|With|As|By|On|At|Into|Over|After|Its|Their|Amid|Is|Are|Was|Were|Will|Has|Have|Of|The|And|Or)$/.test(word);
}

/** Houses whose own name ends in `'s`, before more of it. */
const SHOPS =
  /^(?:Poor|Moody|Lloyd|Land|Trader|Dick|Kohl|Macy|Lowe|Wendy|Domino|Papa|John|McDonald|Sainsbury|Sotheby|Christie|Levi|Carl|Victoria|Children|Men|Women|BJ|People)$/;

/** `Food and Drug Administration`: two common words before what an office is called. */
function isCompoundOffice(words: readonly string[], from: number, at: number): boolean {
  const office =
    /^(?:Administration|Commission|Department|Ministry|Agency|Authority|Association|Board|Council|Company|Corp|Corporation|Institute|Service|Services|Bureau|Committee|Company)$/;
  const next = words[at + 1] ?? '';
  const closed = office.test(words[at + 2] ?? '') || (looksLikeName(words[at + 2] ?? '') && office.test(words[at + 3] ?? ''));
  return closed && at - from <= 3 && looksLikeName(next) && !NAME_TAG.test(lexicalTag((words[at - 1] ?? '').toLowerCase()));
}

/** The span without roles before it and without words that only stand before a name; null when no name is left. */
function trimmed(sentence: NameSentence, start: number, end: number, useOf: (word: string) => WordUse): NameSpan | null {
  const { words, tags } = sentence;
  let from = start;
  const to = end;
  while (from < to && isRole(words, from)) from += words[from + 1] === '.' ? 2 : 1;
  if (from > start && from >= to) return null;
  // `Chinese Larkfield`, `Chinese`: a people's adjective alone is no name, nor before one that stands alone elsewhere.
  while (from < to && isDemonym(words[from] ?? '') && (to - from === 1 || useOf(words[from + 1] ?? '').alone > 0)) from++;
  // `San Francisco-based`: it ends within a word, and describes another.
  if (from >= to || (/^\p{Lu}/u.test(words[to] ?? '') && isAdjectiveOfName(words[to] ?? ''))) return null;
  if (to - from === 1) {
    const word = words[from] ?? '';
    const lower = word.toLowerCase();
    if (ROLES.has(lower) || LEGAL_FORMS.has(lower) || /^\p{Lu}\.?$/u.test(word)) return null;
    // `SMRs`: several of a kind.
    if (/^\p{Lu}{2,5}s$/u.test(word)) return null;
    const use = useOf(word);
    if (use.small > use.large && !/^\p{Lu}{2,}/u.test(word)) return null;
    if (tags[from] !== 'PROPN' && (use.small > 0 || isEndOfTitle(words, from))) return null;
  }
  return { from, to };
}

function isRole(words: readonly string[], at: number): boolean {
  const lower = (words[at] ?? '').toLowerCase();
  const next = (words[at + 1] ?? '').toLowerCase();
  if (ROLE_PAIRS.get(lower)?.has(next) || ROLE_PAIRS.get((words[at - 1] ?? '').toLowerCase())?.has(lower)) return true;
  return ROLES.has(lower) && next !== 'of';
}

/** `Year` of `Car of the Year`. */
function isEndOfTitle(words: readonly string[], at: number): boolean {
  const of = words[at - 1] === 'the' ? at - 2 : at - 1;
  const listed = lexicalTag((words[at] ?? '').toLowerCase());
  return words[of] === 'of' && /^\p{Lu}/u.test(words[of - 1] ?? '') && listed !== '' && !NAME_TAG.test(listed);
}
