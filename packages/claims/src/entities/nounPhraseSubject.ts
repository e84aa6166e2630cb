import nlp from 'compromise/two';
import { rememberingLast } from '../text/rememberingLast.ts';
import { isVerb } from '../text/verbs.ts';

/** A subject has at most so many words; what is longer is no plain noun phrase. */
const MAX_WORDS = 7;

/** `Gartner said …`, `Analysts at Citi expect that …`: who speaks isn't whom it is about. */
const OPENER = /^(?:\S+ ){1,5}?(?:said|says|say|expects?|estimates?|estimated|predicts?|predicted|reckons?) (?:that )?(?=\S+ \S+ )/;

/** `Inference—running a model—requires …`: what is set between dashes or in brackets. */
const ASIDE = /\s*(?:[—–(]|\s-\s)/;

/** Parsed once: that takes longer than to look for it. */
const NOUN_PHRASE = nlp.parseMatch('(#Determiner|#Adjective|#Noun|#Gerund|#Verb)+ #Noun');

const EMPTY = /^(?:it|they|he|she|we|you|i|this|that|there|who|which|what|one|some|others|people|today|yesterday|\p{N}.*)$/iu;

/**
 * The noun phrase in front of the verb, for sentences in which nobody is named: "Consumer prices rose 3 %" is about
 * `Consumer prices`. Null when there is none. Tagging is slow beside all else here, so this is asked last.
 */
export const nounPhraseSubject: (sentence: string) => string | null = rememberingLast(readPhrase);

function readPhrase(sentence: string): string | null {
  const words = (sentence.replace(OPENER, '').split(ASIDE, 1)[0] ?? '').split(/\s+/, MAX_WORDS + 1);
  const found = words.findIndex((word, index) => isVerb(word.toLowerCase()) || (index > 0 && word === 'to'));
  const verb = found < 0 && words.length <= MAX_WORDS && ASIDE.test(sentence) ? words.length : found;
  if (verb < 1) return null;
  const phrase = nlp(words.slice(0, verb).join(' ')).match(NOUN_PHRASE).first().text() || words.slice(0, verb).join(' ');
  const name = phrase
    .replace(/^(?:the|an?|these|those|its|their)\s+/i, '')
    .replace(/[^\p{L}\p{N}& '-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name.length < 3 || name.length > 80 || EMPTY.test(name)) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
