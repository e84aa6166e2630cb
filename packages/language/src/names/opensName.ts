import { lexicalTag } from '../compromise/lexicalTag.ts';
import { isAdjectiveOfName, looksLikeName, touches } from './lookOfWords.ts';
import type { NameSentence } from './nameSentence.ts';
import { TIMES } from './nameWords.ts';
import { isOpening, type WordUse } from './wordUse.ts';

/** Whether a name can begin at word `at`. The first word of a sentence needs a better reason than its capital. */
export function opensName(sentence: NameSentence, at: number, useOf: (word: string) => WordUse): boolean {
  const { words, tags } = sentence;
  const word = words[at] ?? '';
  if (/^\d$/.test(word))
    return words[at + 1] === '-' && /^\p{Lu}/u.test(words[at + 2] ?? '') && touches(sentence, at + 1) && touches(sentence, at + 2);
  if (!looksLikeName(word)) return false;
  if (/^\d/.test(word) && (tags[at - 1] === 'SYM' || /^\d+(?:st|nd|rd|th|bn|mn|mln|tn|trn|pct|min|mph|kwh|mwh|gwh|ghz|mhz)/i.test(word)))
    return false;
  const lower = word.toLowerCase();
  if (TIMES.has(lower)) return isFirmOfMay(words, at);
  if (tags[at] === 'PRON' || tags[at] === 'DET') return /^\p{Lu}{2,}$/u.test(word);
  if (!isOpening(words, tags, at)) return !isAdjectiveOfName(word);
  const use = useOf(word);
  if (use.large > 0 && use.large >= use.small) return !isAdjectiveOfName(word);
  const known = lexicalTag(lower);
  if (use.small > 0) return false;
  if (/\p{Ll}\p{Lu}|\d|^\p{Lu}{2,}$|[.&]\p{L}/u.test(word)) return true;
  if (NAME_TAG.test(known)) return true;
  const next = words[at + 1] ?? '';
  const followed = looksLikeName(next) || (next === '&' && looksLikeName(words[at + 2] ?? ''));
  if (followed) return tags[at] === 'PROPN' || known === '' || NOUN_TAG.test(known);
  // `Larkfields sells its plant`: the verb says that it is one, and no owner or article stands before.
  if (known === '' && isSingularVerb(next, tags[at + 1])) return true;
  if (
    known === '' &&
    /^(?:will|would|could|has|is|was|['’]s)$/.test(next) &&
    !/(?:ism|ity|ness|ment|[ts]ion|[ae]nce|ing|ed|ly|s)$/.test(lower)
  )
    return true;
  return tags[at] === 'PROPN' && known === '' && !/(?:ly|ing|ed|ies|ers)$/.test(lower);
}

/** `the retailer May Larkfield`, where no word of time stands before. */
function isFirmOfMay(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  return (
    /^(?:May|March|April|June|August)$/.test(words[at] ?? '') &&
    looksLikeName(next) &&
    /^\p{Lu}\p{Ll}+$/u.test(next) &&
    !TIMES.has(next.toLowerCase()) &&
    !/^(?:in|on|of|by|since|until|last|this|next|early|late|mid|from|to|through|between|and|or|for|before|after|during|,)$/i.test(
      words[at - 1] ?? ',',
    )
  );
}

function isSingularVerb(word: string, tag: string | undefined): boolean {
  return /^(?:said|says|announced|unveiled)$/.test(word) || (tag === 'VERB_PRES' && /[a-z]s$/.test(word));
}

export const NAME_TAG = /Name|City|Country|Region|Place|Organization|SportsTeam|ProperNoun|Person/;
const NOUN_TAG = /^(?:Singular|Uncountable|Noun|Adjective|Infinitive|PresentTense)$/;
