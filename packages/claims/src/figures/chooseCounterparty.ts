import type { Measure } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import { sameParty } from '../deals/mergeDeals.ts';
import { byDefault, type Chosen, groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './chooseSubject.ts';
import { OF_DEALS } from './linkDeal.ts';
import type { MeasureChoice } from './measureChoice.ts';

const COUNTERPARTY: Readonly<Partial<Record<Measure, RegExp>>> = {
  deal_value: /^(?:with|of|for|from|to)$/,
  deal_term: /^(?:with)$/,
  investment: /^(?:in|into)$/,
  stake: /^(?:in|of)$/,
  spending_commitment: /^(?:to|with)$/,
  debt: /^from$/,
};

/** The other side of a figure: the deal's other party, else who stands behind the measure's own preposition. */
export function counterpartyOf(
  items: readonly Item[],
  at: number,
  choice: MeasureChoice,
  deal: DealDraft | null,
  subject: SubjectChoice,
  focus: string | null,
): Chosen<string> | null {
  if (choice.definition === 'cumulative' && choice.measure === 'spending_commitment') return null;
  if (deal !== null && OF_DEALS.has(choice.measure) && choice.measure !== 'funding_raised') {
    const others = deal.parties.filter((party) => party.entity !== subject.entity);
    const other = others.find((party) => party.role !== 'seller') ?? others[0];
    if (other !== undefined)
      return { value: other.entity, because: { ...other.because, rule: `other party of the deal: ${other.because.rule}` } };
  }
  const preposition = choice.noun?.endsWith('fee') === true ? /^to$/ : COUNTERPARTY[choice.measure];
  if (preposition === undefined) return null;
  for (let i = Math.min(at, choice.anchor) + 1; i < Math.min(Math.max(at, choice.anchor) + 8, items.length); i++) {
    const item = items[i];
    if (item?.kind === 'mark' && /^[;:.]$/.test(item.text)) return null;
    if (item?.kind !== 'mention' || item.mention.entity === subject.entity || !/^(?:organisation|product)$/.test(item.mention.kind))
      continue;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--)
      if (preposition.test(items[j]?.lower ?? ''))
        return { value: item.mention.entity, because: groundAt(`behind the preposition of ${choice.measure}`, items, j, i + 1) };
  }
  return choice.measure === 'stake' ? ownedCompany(items, at, subject, focus) : null;
}

/** Whose stake it is when nobody is named behind it: the other company of the sentence, else whom the text was about. */
function ownedCompany(items: readonly Item[], at: number, subject: SubjectChoice, focus: string | null): Chosen<string> | null {
  for (let i = 0; i < at; i++) {
    const item = items[i];
    if (item?.kind === 'mention' && item.mention.kind === 'organisation' && !sameParty(item.mention.entity, subject.entity))
      return { value: item.mention.entity, because: groundAt('other company of the sentence', items, i) };
  }
  return focus !== null && !sameParty(focus, subject.entity) ? { value: focus, because: byDefault('whom the text before is about') } : null;
}
