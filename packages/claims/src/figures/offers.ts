import type { DealDraft } from '../deals/dealDraft.ts';
import type { Chosen } from '../explain/ground.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { isAbout, type Surroundings } from './linkDeal.ts';
import type { MeasureChoice } from './measureChoice.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** What a bidder pays for each share, and the premium in it, are the bidder's: `the deal pays its investors $40 per share`. */
export function offerOf(items: readonly Item[], at: number, choice: MeasureChoice, around: Surroundings): SubjectChoice | null {
  const acquirer = offeredIn(items, at, choice, around)?.parties.find((party) => party.role === 'acquirer');
  return acquirer === undefined
    ? null
    : { entity: acquirer.entity, index: acquirer.index, because: { ...acquirer.because, rule: 'bidder of the offer' } };
}

/** For whose shares a price or premium is offered. */
export function offeredFor(items: readonly Item[], at: number, choice: MeasureChoice, around: Surroundings): Chosen<string> | null {
  const target = offeredIn(items, at, choice, around)?.parties.find((party) => party.role === 'target');
  return target === undefined ? null : { value: target.entity, because: { ...target.because, rule: 'target of the offer' } };
}

/** The deal whose price per share, or premium, a figure is. */
export function offeredIn(items: readonly Item[], at: number, choice: MeasureChoice, { deals, lastDeal }: Surroundings): DealDraft | null {
  if (!(choice.measure === 'price' && choice.unit.endsWith('/share')) && choice.noun !== 'premium') return null;
  if (
    !/\b(?:deal|offer\w*|bid|pay|pays|paid|paying|receive|receives|acquire\w*|buy|price|represent\w*|premium)\b/.test(
      wordsOf(items, 0, at + 4),
    )
  )
    return null;
  return (
    deals.find((draft) => draft.type === 'acquisition' && draft.parties.length > 1) ??
    (lastDeal?.type === 'acquisition' && isAbout(items, lastDeal) ? lastDeal : null)
  );
}
