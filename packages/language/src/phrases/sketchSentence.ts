import type { Tag } from '../tags/tag.ts';
import { type NounPhrase, nounPhrases } from './nounPhrases.ts';
import { type VerbGroup, verbGroups } from './verbGroups.ts';

/** Who does what in a sentence, as far as the order of words tells; all numbers are places in `words`, `phrases` or `verbs`. */
export interface SentenceSketch {
  readonly phrases: readonly NounPhrase[];
  readonly verbs: readonly VerbGroup[];
  /** For each word the phrase that it is in, or -1. */
  readonly phraseAt: readonly number[];
  /** For each word the verb group that it is in, or the last before it in its clause, or -1. */
  readonly verbBefore: readonly number[];
  /** For each word the first verb group that begins behind it in its clause, or -1. */
  readonly verbAfter: readonly number[];
  /** For each phrase the word that is the preposition before it (`of`, `by`), or -1. */
  readonly prepositionOf: readonly number[];
  /** For each phrase the first verb whose subject it probably is, or -1. */
  readonly subjectOf: readonly number[];
  /** For each phrase the verb right before it, whose object, number or complement it is, or -1. */
  readonly objectOf: readonly number[];
  /** For each verb its probable subject, a phrase, or -1. */
  readonly subjects: readonly number[];
}

/** A cheap reading of a sentence's grammar: no parser, but right for most of what news has between its subject and its verb. */
export function sketchSentence(words: readonly string[], tags: readonly Tag[]): SentenceSketch {
  const phrases = nounPhrases(words, tags);
  const phraseAt = placesOf(words.length, phrases);
  const verbs = verbGroups(words, tags, (word) => (phraseAt[word] ?? -1) >= 0);
  const verbAt = placesOf(words.length, verbs);
  const prepositionOf: number[] = [];
  for (const phrase of phrases) prepositionOf.push(prepositionBefore(tags, phraseAt, phrase.from, prepositionOf));
  const objectOf = phrases.map((phrase) => verbRightBefore(tags, verbAt, phrase.from));
  const sketch = { words, tags, phrases, verbs, phraseAt, verbAt, prepositionOf, objectOf };
  const subjects: number[] = [];
  for (const verb of verbs.keys()) subjects.push(subjectOfVerb(sketch, verb, subjects));
  return {
    phrases,
    verbs,
    phraseAt,
    ...verbsAround(words, verbAt),
    prepositionOf,
    objectOf: objectOf.map((verb, phrase) => (subjects.includes(phrase) ? -1 : verb)),
    subjects,
    subjectOf: phrases.map((_, phrase) => subjects.indexOf(phrase)),
  };
}

interface Parts extends Pick<SentenceSketch, 'phrases' | 'verbs' | 'phraseAt' | 'prepositionOf' | 'objectOf'> {
  readonly words: readonly string[];
  readonly tags: readonly Tag[];
  readonly verbAt: readonly number[];
}

function placesOf(length: number, spans: readonly { readonly from: number; readonly to: number }[]): number[] {
  const places = new Array<number>(length).fill(-1);
  for (const [i, { from, to }] of spans.entries()) places.fill(i, from, to);
  return places;
}

/** `of about $3bn`: words of degree may stand between; an owner takes over the preposition of what it owns. */
function prepositionBefore(tags: readonly Tag[], phraseAt: readonly number[], from: number, earlier: readonly number[]): number {
  let at = from - 1;
  // `of Acme and Borealis`
  if (tags[at] === 'CONJ') return earlier[phraseAt[at - 1] ?? -1] ?? -1;
  while (tags[at] === 'ADV' || tags[at] === 'POSS' || (tags[at + 1] === 'POSS' && (phraseAt[at] ?? -1) >= 0)) {
    if (tags[at] === 'POSS') {
      at--;
      const owner = phraseAt[at] ?? -1;
      while (at >= 0 && owner >= 0 && phraseAt[at] === owner) at--;
    } else at--;
  }
  return tags[at] === 'ADP' ? at : -1;
}

function verbRightBefore(tags: readonly Tag[], verbAt: readonly number[], from: number): number {
  let at = from - 1;
  while (tags[at] === 'ADV' || tags[at] === 'PARTICLE' || tags[at] === 'SYM') at--;
  return verbAt[at] ?? -1;
}

/** Marks behind which another clause begins. */
const BREAK = /^[;:—–"“”()]$/;

function verbsAround(words: readonly string[], verbAt: readonly number[]): Pick<SentenceSketch, 'verbBefore' | 'verbAfter'> {
  const verbBefore: number[] = [];
  const verbAfter: number[] = [];
  let last = -1;
  for (const [i, word] of words.entries()) {
    if (BREAK.test(word)) last = -1;
    last = (verbAt[i] ?? -1) >= 0 ? (verbAt[i] ?? -1) : last;
    verbBefore.push(last);
  }
  let next = -1;
  for (let i = words.length - 1; i >= 0; i--) {
    if (BREAK.test(words[i] ?? '')) next = -1;
    verbAfter[i] = next;
    if ((verbAt[i] ?? -1) >= 0 && verbAt[i - 1] !== verbAt[i]) next = verbAt[i] ?? -1;
  }
  return { verbBefore, verbAfter };
}

const RELATIVE = /^(?:who|which|that)$/i;
const SAYING = /^(?:said|says|say|added|adds|wrote|noted|reported|told)$/i;

function subjectOfVerb(sketch: Parts, verb: number, earlier: readonly number[]): number {
  const { tags, phraseAt, verbs } = sketch;
  const group = verbs[verb];
  if (group === undefined) return -1;
  let before = group.from - 1;
  while (tags[before] === 'ADV') before--;
  // `rose 5% and bought its rival`, `plans to sell`, `fell, dragging down`: whoever did the one does the other.
  if (tags[before] === 'CONJ' || !group.finite) return earlier[verb - 1] ?? -1;
  if (isInverted(sketch, group, before)) return phraseAt[group.to] ?? -1;
  const found = phraseBefore(sketch, group.from);
  return isRelative(sketch, found) ? antecedentOf(sketch, found) : found;
}

function isWhose({ phrases, words }: Parts, phrase: number): boolean {
  return words[phrases[phrase]?.from ?? -1]?.toLowerCase() === 'whose';
}

const TIME =
  /^(?:today|yesterday|(?:year|month|week|quarter|day|decade|session)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/i;

/** `this year` of `Shares that doubled this year are dear`: it says when, unless it opens the sentence. */
function isTime({ words }: Parts, { from, head }: NounPhrase): boolean {
  return from > 0 && TIME.test(words[head] ?? '');
}

/** `…, said Acme`: the speaker stands behind, and says no more there. */
function isInverted({ words, tags, phraseAt, phrases }: Parts, group: VerbGroup, before: number): boolean {
  const speaker = phrases[phraseAt[group.to] ?? -1];
  if (speaker === undefined || !SAYING.test(words[group.main] ?? '') || !/^[,"”’']$/.test(words[before] ?? '')) return false;
  const after = tags[speaker.to];
  return after === undefined || after === 'PUNCT' || (speaker.proper && after === 'ADP');
}

/** `which` of `Acme, which makes chips`: it stands for the phrase before. */
function isRelative({ phrases, words }: Parts, phrase: number): boolean {
  const pronoun = phrases[phrase];
  return pronoun?.pronoun === true && RELATIVE.test(words[pronoun.head] ?? '');
}

/** The phrase before the relative pronoun, or the one that its `of …` belongs to; the pronoun itself when it opens the sentence. */
function antecedentOf({ words, phraseAt, phrases, prepositionOf }: Parts, pronoun: number): number {
  const from = phrases[pronoun]?.from ?? 0;
  const left = phraseAt[from - (words[from - 1] === ',' ? 2 : 1)] ?? -1;
  const owner = phraseAt[(prepositionOf[left] ?? -1) - 1] ?? -1;
  if (left >= 0 && owner >= 0 && words[prepositionOf[left] ?? -1] === 'of' && !phrases[left]?.proper) return owner;
  return left >= 0 ? left : pronoun;
}

/** Looks left from the verb at `end` over prepositional phrases, relative clauses and appositions to a phrase that can be its subject. */
function phraseBefore(sketch: Parts, end: number): number {
  const { words, tags, phrases, verbs, phraseAt, verbAt, prepositionOf, objectOf } = sketch;
  const behindComma = words[end - 1] === ',';
  /** What follows another verb, and is its object unless that verb says or thinks the whole clause. */
  let told = -1;
  for (let at = end - 1; at >= 0; at--) {
    const place = phraseAt[at] ?? -1;
    const phrase = phrases[place];
    const verb = verbs[verbAt[at] ?? -1];
    if (phrase !== undefined) {
      at = phrase.from;
      if (tags[phrase.to] === 'POSS' || (prepositionOf[place] ?? -1) >= 0 || isTime(sketch, phrase)) continue;
      if ((objectOf[place] ?? -1) >= 0) {
        if (told < 0) told = place;
        continue;
      }
      const left = phraseAt[phrase.from - 2] ?? -1;
      // `Acme, a maker of chips, rose`: what stands between commas explains what stands before; `Acme and Borealis rose`: the first.
      const explains = behindComma && words[phrase.from - 1] === ',';
      if (left >= 0 && (explains || tags[phrase.from - 1] === 'CONJ') && (prepositionOf[left] ?? -1) < 0) {
        at = phrase.from - 1;
        continue;
      }
      return place;
    }
    if (verb !== undefined) {
      at = verb.from;
      const pronoun = phraseAt[at - 1] ?? -1;
      if (verb.finite && !isRelative(sketch, pronoun) && !isWhose(sketch, pronoun)) return told;
      // `Acme, which makes chips, rose`, `the plant bought last year closed`: passed over.
      if (verb.finite) at = phrases[pronoun]?.from ?? at;
      told = -1;
    }
    if (tags[at] === 'SCONJ' || BREAK.test(words[at] ?? '')) return told;
  }
  return told;
}
