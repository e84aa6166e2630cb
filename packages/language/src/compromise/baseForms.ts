import type { Tag } from '../tags/tag.ts';
import { lexicalTag } from './lexicalTag.ts';
import { compromise } from './model.ts';
import { remembered } from './remembered.ts';

/** English has fewer verbs and nouns than this in use. */
const MAX_WORDS = 10_000;

/** The infinitive of a verb in small letters: `bought` → `buy`, `rising` → `rise`. `tag` says in which form it stands. */
export function baseVerb(word: string, tag: Tag): string {
  const form = FORMS[tag];
  return form === undefined ? word.toLowerCase() : form(word.toLowerCase());
}

const past = remembered(MAX_WORDS, (word) => compromise.toInfinitive(word, compromise.model, 'PastTense'));
const present = remembered(MAX_WORDS, (word) => IRREGULAR.get(word) ?? compromise.toInfinitive(word, compromise.model, 'PresentTense'));
const gerund = remembered(MAX_WORDS, (word) => compromise.toInfinitive(word, compromise.model, 'Gerund'));
/** Most participles are written like the past; `given`, `taken` and `risen` are not. */
const participle = remembered(MAX_WORDS, (word) => {
  const base = past(word);
  return base === word && /(?:n|ne|um?)$/.test(word) ? compromise.toInfinitive(word, compromise.model, 'Participle') : base;
});

const FORMS: Partial<Record<Tag, (word: string) => string>> = {
  VERB_PAST: past,
  VERB_PART: participle,
  VERB_PRES: present,
  VERB_ING: gerund,
};

/** What compromise gets wrong of the words that news uses. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['axes', 'axe'],
  ['lenses', 'lens'],
  ['series', 'series'],
  ['species', 'species'],
]);

/** The singular of a noun in small letters: `companies` → `company`, `data centres` → `data centre`; `headquarters` stays. */
export const singular: (noun: string) => string = remembered(MAX_WORDS, (noun) => {
  const lower = noun.toLowerCase();
  const stays =
    lexicalTag(lower) === 'Uncountable' || (!lower.endsWith('s') && lexicalTag(lower) !== 'Plural' && !IRREGULAR_PLURAL.test(lower));
  return IRREGULAR.get(lower) ?? (stays ? lower : compromise.toSingular(lower, compromise.model));
});

const IRREGULAR_PLURAL = /(?:men|people|children|feet|mice|criteria)$/;
