import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { DealDraft } from './dealDraft.ts';
import { sameParty } from './mergeDeals.ts';
import type { Telling } from './readDeals.ts';

/** Nouns that mean the takeover told before: `the deal will close`, `the proposed acquisition`. */
const MEANS_DEAL = /^(?:deal|transaction|tie-up|merger|acquisition|takeover|purchase|buyout|sale|bid|offer)$/;

/** Words before the noun that say it is one already told. */
const DEFINITE = /(?:^| )(?:the|this|that|its|their|'s|’s|such a|proposed)(?: [\w-]+){0,2}$/;

/** So many sentences later, "the deal" is another one. */
const MAX_DISTANCE = 8;

/** Four words before the noun, without amounts: `the $85.4 billion deal`. */
function wordsBefore(items: readonly Item[], at: number): string {
  return items
    .slice(Math.max(0, at - 4), at)
    .filter(({ kind }) => kind !== 'quantity')
    .map(({ lower }) => lower)
    .join(' ');
}

/** The takeover that a definite noun means, with those of its parties that the sentence names; null when it means none. */
export function meantDeal({ items, index }: ReadSentence, at: number, last: DealDraft | null): Pick<Telling, 'type' | 'parties'> | null {
  if (last === null || !/^(?:acquisition|merger)$/.test(last.type) || index - last.sentence.index > MAX_DISTANCE) return null;
  if (!MEANS_DEAL.test(items[at]?.lower ?? '') || !DEFINITE.test(wordsBefore(items, at))) return null;
  if (/^(?:with|of|between)$/.test(items[at + 1]?.lower ?? '')) return null;
  const parties = last.parties.flatMap(({ role, entity }) => {
    const from = items.findIndex((item) => item.kind === 'mention' && sameParty(item.mention.entity, entity));
    return from < 0 ? [] : [{ role, entity, from, to: from + 1 }];
  });
  return { type: last.type, parties };
}
