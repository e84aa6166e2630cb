import { groundAt } from '../explain/ground.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** Verbs by which something is a part of a whole. */
const IS_PART =
  /^(?:is|are|was|were|make|makes|made|account|accounts|accounted|represent|represents|represented|form|forms|took|takes|requires?)$/;

/** Nouns that say how much of somebody else's it is. */
const OF_SOMEBODY =
  /^(?:it|they|that|this|which|who|there|rate|share|margin|stake|growth|increase|rise|fall|drop|decline|result|figure|number|target|difference|premium|discount|yield|rest|most|half|company|firm|unit|division|segment|arm|business|deal|plan|project|agreement|facility|site|campus|plant|investment|acquisition|group|offer|round|market)$/;

/** Most words of a plain noun phrase. */
const MAX_WORDS = 4;

/** `The GPUs make up 72% of the bill. Memory is 11%`: a part of a whole is the subject of its percentage, when it names nobody. */
export function shareSubject(items: readonly Item[], at: number): SubjectChoice | null {
  let verb = at - 1;
  while (
    verb > at - 5 &&
    /^(?:up|for|about|around|roughly|some|nearly|almost|just|only|over|more|than|now|already|still)$/.test(items[verb]?.lower ?? '')
  )
    verb--;
  if (!IS_PART.test(items[verb]?.lower ?? '')) return null;
  let from = verb;
  while (from > 0 && items[from - 1]?.kind === 'word' && !/^(?:and|but|while|that|because|as)$/.test(items[from - 1]?.lower ?? '')) from--;
  if (from > 0 && items[from - 1]?.kind !== 'mark' && items[from - 1]?.kind !== 'word') return null;
  while (from < verb && /^(?:the|an?|its|their|ordinary|so-called)$/.test(items[from]?.lower ?? '')) from++;
  const words = wordsOf(items, from, verb).split(' ');
  if (from === verb || words.length > MAX_WORDS || words.some((word) => OF_SOMEBODY.test(word))) return null;
  const name = items
    .slice(from, verb)
    .map(({ text }) => text)
    .join(' ');
  return { entity: name.charAt(0).toUpperCase() + name.slice(1), index: null, because: groundAt('part of a whole', items, from, verb + 1) };
}
