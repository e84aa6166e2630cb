import { clauseSubject } from '../figures/chooseSubject.ts';
import { type LeftOut, nothingLeftOut } from '../ruleFamilies.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { bitOf } from '../text/wordHints.ts';
import { add, type DealDraft, make, type Party, sameParties } from './dealDraft.ts';
import { opensTelling } from './dealWords.ts';
import { goingPublic, listing, providing, raising, stakeDeal } from './readFundingDeal.ts';
import { moneyNounDeal, roundBacked } from './readMoneyDeal.ts';
import { nounDeal, unnamedAgent } from './readNounDeal.ts';
import { settlementDeal } from './readSettlement.ts';
import { verbDeal } from './readVerbDeal.ts';
import { partyWithValue } from './supplyDeals.ts';

const DEAL = bitOf('deal');

/** Every telling of a deal in a sentence, left to right. */
export function findDeals(sentence: ReadSentence, lastDeal: DealDraft | null, leftOut: LeftOut = nothingLeftOut): DealDraft[] {
  const drafts: DealDraft[] = [];
  const { items } = sentence;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || (item.hints & DEAL) === 0 || !opensTelling(item.lower)) continue;
    const draft =
      (leftOut.has('verb triggers') ? null : verbDeal(sentence, i)) ??
      (leftOut.has('noun triggers') ? null : nounDeal(sentence, i, lastDeal)) ??
      (leftOut.has('funding and stakes')
        ? null
        : (raising(sentence, i) ??
          providing(sentence, i) ??
          listing(sentence, i) ??
          goingPublic(sentence, i) ??
          stakeDeal(sentence, i) ??
          moneyNounDeal(sentence, i) ??
          roundBacked(sentence, i) ??
          settlementDeal(sentence, i)));
    if (draft !== null && !drafts.some((other) => sameParties(other, draft) && other.type === draft.type)) drafts.push(draft);
  }
  if (leftOut.has('parties beside amounts')) return drafts;
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'mention' || drafts.some((draft) => draft.parties.some((party) => party.index === i))) continue;
    const found = partyWithValue(items, i);
    if (found === null) continue;
    const parties: Party[] = [];
    add(
      parties,
      'customer',
      clauseSubject(items, i) ??
        unnamedAgent(sentence, i, 'supply_contract', [found], drafts.find((draft) => draft.parties.length > 1) ?? lastDeal),
    );
    add(parties, 'supplier', found);
    const draft = parties.length < 2 ? null : make(sentence, i, 'supply_contract', parties, false, 'seller beside an amount');
    if (draft !== null && !drafts.some((other) => sameParties(other, draft))) drafts.push(draft);
  }
  return drafts;
}
