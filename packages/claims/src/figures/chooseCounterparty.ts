import type { Measure } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import { sameParty } from '../deals/sameParty.ts';
import { byDefault, type Chosen, groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import { OF_DEALS } from './linkDeal.ts';
import type { MeasureChoice } from './measureChoice.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** The prepositions behind which a measure's other side stands. */
export const counterpartyPrepositions: readonly { readonly measure: Measure; readonly words: RegExp; readonly example: string }[] = [
  { measure: 'deal_value', words: /^(?:with|of|for|from|to|on)$/, example: 'Its $5 billion order from Equinix is large.' },
  { measure: 'deal_term', words: /^(?:with)$/, example: 'Its five-year alliance with Equinix goes on.' },
  { measure: 'investment', words: /^(?:in|into)$/, example: 'It invested $4 billion in Equinix.' },
  { measure: 'stake', words: /^(?:in|of)$/, example: 'It holds 27 percent of Equinix.' },
  { measure: 'spending_commitment', words: /^(?:to|with)$/, example: 'It committed $5 billion to renting servers with Equinix.' },
  { measure: 'power_capacity', words: /^(?:from|with)$/, example: 'It bought 500 megawatts of power from Equinix.' },
  { measure: 'accelerators', words: /^from$/, example: 'It bought 50,000 chips from Equinix.' },
  { measure: 'other_money', words: /^(?:from|to)$/, example: 'It got $2 billion in advance from Equinix.' },
  { measure: 'debt', words: /^from$/, example: 'It has a loan of $2 billion from JPMorgan.' },
];

const prepositionOf = new Map(counterpartyPrepositions.map(({ measure, words }) => [measure, words]));

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
  const preposition = choice.noun?.endsWith('fee') === true ? /^to$/ : prepositionOf.get(choice.measure);
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

/** `a deal with Talen Energy for 1,920 megawatts`: the other side of the contract that the sentence tells. */
export function suppliedBy({ measure }: MeasureChoice, subject: SubjectChoice, deals: readonly DealDraft[]): Chosen<string> | null {
  if (!/^(?:power_capacity|energy|accelerators|units_sold)$/.test(measure)) return null;
  const [deal, second] = deals.filter(({ type, parties }) => type === 'supply_contract' && parties.length === 2);
  if (deal === undefined || second !== undefined || !deal.parties.some(({ entity }) => entity === subject.entity)) return null;
  const other = deal.parties.find(({ entity }) => entity !== subject.entity);
  return other === undefined
    ? null
    : { value: other.entity, because: { ...other.because, rule: `other party of the contract: ${other.because.rule}` } };
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
