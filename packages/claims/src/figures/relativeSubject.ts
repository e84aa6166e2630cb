import { groundAt } from '../explain/ground.ts';
import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** Verbs by which somebody only says what the amount is. */
const SAYING =
  /^(?:said|says|expect\w*|predict\w*|forecast\w*|estimat\w*|project\w*|reckon\w*|thinks?|thought|told|claims?|claimed|wanted|called)$/;

/** What the one named behind an amount did with it, when no "that" stands between. */
const DOING =
  /^(?:paid|pays|raised|spent|spends|lost|earned|made|offered|invested|borrowed|owes|owed|has|had|is|was|will|plans|put|committed|pledged|sold|bought|got)$/;

/** `the $70 a share that Thoma Bravo is paying`, `the $16.6 billion Intel lost in a quarter`: who acts in the relative clause behind the amount. */
export function relativeSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  if (!/^(?:the|that|those)$/.test(items[quantity - 1]?.lower ?? '')) return null;
  let i = quantity + 1;
  while (i < quantity + 5 && /^(?:a|per|share|month|year|or|so|in|cash|each)$/.test(items[i]?.lower ?? '')) i++;
  const isJoined = /^(?:that|which)$/.test(items[i]?.lower ?? '');
  if (isJoined) i++;
  const actor = items[i];
  if (actor?.kind !== 'mention' || !/^(?:organisation|person)$/.test(actor.mention.kind)) return null;
  const behind = isJoined ? behindList(items, i + 1) : i + 1;
  let verb = behind;
  while (
    /^(?:has|had|have|is|are|was|will|would|once|reportedly|already|also|then|now)$/.test(items[verb]?.lower ?? '') &&
    verb < behind + 3
  )
    verb++;
  const word = items[verb];
  if (SAYING.test(word?.lower ?? '')) return null;
  const acts = isJoined ? verb > behind || isVerbItem(word) : DOING.test(items[i + 1]?.lower ?? '');
  return acts
    ? { entity: actor.mention.entity, index: i, because: groundAt('acts in the clause behind the amount', items, quantity + 1, verb + 1) }
    : null;
}

/** The item behind what joins others to a name: `OpenAI and friends SoftBank, Oracle, and MGX are`. */
function behindList(items: readonly Item[], from: number): number {
  let i = from;
  while (i < from + 10 && (items[i]?.kind === 'mention' || /^(?:and|,|its|their|partners?|friends|others)$/.test(items[i]?.lower ?? '')))
    i++;
  return i;
}
