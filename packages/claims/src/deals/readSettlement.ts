import { clauseSubject } from '../figures/chooseSubject.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { settlementWords } from './dealWords.ts';
import { withCoordinated } from './findAgents.ts';
import { namedAfter } from './findParties.ts';
import { moneyAfter, moneyBefore } from './money.ts';

const DISPUTE =
  /\b(?:lawsuits?|suits?|claims?|litigation|charges|allegations?|class-action|class action|case|cases|dispute|probe|investigation|complaint)\b/;

/** `agreed to pay $60 million to settle a lawsuit`, `settled the claims for $100 million`: who pays, and whom where it says so. */
export function settlementDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!settlementWords.has(items[at]?.lower ?? '') || !DISPUTE.test(wordsOf(items, at + 1, at + 14))) return null;
  const paid = moneyBefore(items, at, 12);
  const pays = paid !== null && items.slice(Math.max(0, paid - 5), paid).some(({ lower }) => /^(?:pay|pays|paid|paying)$/.test(lower));
  if (!pays && moneyAfter(items, at, 14) === null) return null;
  const payer = clauseSubject(items, at + 1);
  if (payer === null) return null;
  const parties: Party[] = [];
  for (const named of withCoordinated(items, payer)) add(parties, 'partner', named);
  for (const named of [...namedAfter(items, at, 'with'), ...namedAfter(items, at, 'by')]) add(parties, 'partner', named);
  return make(sentence, at, 'settlement', parties, false, 'payment that settles a dispute');
}
