import { isPossessive } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { Surroundings } from './linkDeal.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `agreed to buy Fitbit for $7.35 a share, valuing the company at $2.1 billion`: a price values who is bought, unless another is named. */
export function valuedTarget(items: readonly Item[], at: number, { deals }: Pick<Surroundings, 'deals'>): SubjectChoice | null {
  const deal = deals.find(({ type, parties }) => type === 'acquisition' && parties.length > 1);
  const target = deal?.parties.find(({ role }) => role === 'target');
  if (target === undefined) return investeeAt(items, at, deals);
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity' || item.text === ',') return null;
    if (/^valu(?:es|ing)$/.test(item.lower))
      return { entity: target.entity, index: target.index, because: { ...target.because, rule: 'target that the price values' } };
    if (
      item.kind === 'mention' &&
      (isPossessive(items, i) || !/^(?:pronoun|description)$/.test(item.mention.form)) &&
      item.mention.kind !== 'place'
    )
      return null;
  }
  return null;
}

/** `SenseTime raised $227m from Alibaba at a $3bn valuation`: the round values who raises. */
function investeeAt(items: readonly Item[], at: number, deals: Surroundings['deals']): SubjectChoice | null {
  if (!items.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'at')) return null;
  const round = deals.find(({ type, parties }) => (type === 'funding_round' || type === 'investment') && parties.length > 1);
  const investee = round?.parties.find(({ role }) => role === 'investee');
  return investee === undefined
    ? null
    : { entity: investee.entity, index: investee.index, because: { ...investee.because, rule: 'investee whom the round values' } };
}
