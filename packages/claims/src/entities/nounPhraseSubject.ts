import { rememberingLast } from '../text/rememberingLast.ts';
import { isVerb } from '../text/verbs.ts';

/** A subject has at most so many words; what is longer is no plain noun phrase. */
const MAX_WORDS = 7;

/** So many words of a sentence are looked at: what is said of when and where may stand before the subject. */
const MAX_OPENING = 14;

/** `Gartner said …`, `Analysts at Citi expect that …`: who speaks isn't whom it is about. */
const OPENER = /^(?:\S+ ){1,5}?(?:said|says|say|expects?|estimates?|estimated|predicts?|predicted|reckons?) (?:that )?(?=\S+ \S+ )/;

/** `Inference—running a model—requires …`: what is set between dashes or in brackets. */
const ASIDE = /\s*(?:[—–(]|\s-\s)/;

/** `In the past three weeks, average rents rose`: words that open what is only said of when, where or how. */
const CIRCUMSTANCE = new Set(
  'in on at by for from with within over under after before during since until through throughout across among amid as despite per without to because while when although though if unlike like based according meanwhile however still also now then overall most so plus further furthermore moreover instead again finally'.split(
    ' ',
  ),
);

/** Words behind which a phrase doesn't go on: `the chips that …`. */
const ENDS_PHRASE = new Set('that which who whom whose where when it they he she we you i there but'.split(' '));

/** What opens with one of these is no noun phrase that says what it is about. */
const OPENS_OTHERWISE = /^(?:reports?|this|that|these|those|there|its|their) /i;

/** An amount is about something else. */
const SUMS = /\p{N} ?\p{N}|million|billion/u;

const EMPTY = /^(?:it|they|he|she|we|you|i|this|that|there|who|which|what|one|some|others|people|today|yesterday|\p{N}.*)$/iu;

/**
 * The noun phrase in front of the verb, for sentences in which nobody is named: "Consumer prices rose 3 %" is about
 * `Consumer prices`. Null when there is none.
 */
export const nounPhraseSubject: (sentence: string) => string | null = rememberingLast(readPhrase);

function readPhrase(sentence: string): string | null {
  const words = (sentence.replace(OPENER, '').split(ASIDE, 1)[0] ?? '').split(/\s+/, MAX_OPENING + 1);
  // Nothing opens with a verb in the third person: `Rents rose` is about rents.
  const found = words.findIndex(
    (word, index) => (isVerb(word.toLowerCase()) && !(index === 0 && /[^s]s$/.test(word))) || (index > 0 && word === 'to'),
  );
  const verb = found < 0 && words.length <= MAX_WORDS && ASIDE.test(sentence) ? words.length : found;
  if (verb < 1) return null;
  const named = phraseOf(words.slice(0, verb));
  if (named.length > MAX_WORDS) return null;
  const phrase = named
    .join(' ')
    .replace(/^(?:the|an?|these|those|its|their|our)\s+/i, '')
    .replace(/[^\p{L}\p{N}& '-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (phrase.length < 3 || phrase.length > 80 || SUMS.test(phrase) || OPENS_OTHERWISE.test(phrase) || EMPTY.test(phrase)) return null;
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

const NOT_ADVERBS = new Set(
  'family supply assembly anomaly monopoly monthly weekly quarterly yearly early likely friendly elderly'.split(' '),
);

/** What the words before a verb name: without the circumstances in front of it and the clause behind it. */
function phraseOf([first = '', ...rest]: readonly string[]): readonly string[] {
  if (/^(?:but|and|yet)$/i.test(first)) return phraseOf(rest);
  const words = [first, ...rest];
  const opensWith = first.toLowerCase().replace(',', '');
  const isAdverb = /.{4}ly$/.test(opensWith) && !NOT_ADVERBS.has(opensWith);
  const behindComma = words.findLastIndex((word) => word.endsWith(',')) + 1;
  if (isAdverb && behindComma === 0) return phraseOf(rest);
  if (CIRCUMSTANCE.has(opensWith) && behindComma === 0) return [];
  const from = isAdverb || CIRCUMSTANCE.has(opensWith) ? behindComma : 0;
  const own = words.slice(from);
  const end = own.findIndex((word, index) => ENDS_PHRASE.has(word.toLowerCase()) || (index > 0 && own[index - 1]?.endsWith(',')));
  return end < 0 ? own : own.slice(0, end);
}
