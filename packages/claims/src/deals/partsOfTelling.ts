import type { DealType } from '@newsledger/events';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import type { Worth } from '../features/valueFeatures.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { CastMember } from './castDeal.ts';
import { amountsIn } from './worthOfDeal.ts';

/** One deal of those that the same sentences tell: its parties, and the amounts that may be its value. */
interface DealPart {
  readonly members: readonly CastMember[];
  readonly amounts: readonly Worth[];
  /** Whether the same sentences tell others of its type. */
  readonly isOneOfSeveral: boolean;
}

/** How likely somebody must be the seller of an offering to have one of its own beside others. */
const LEAST_OF_SEVERAL = 0.4;

/**
 * `Brindle Stores plans to raise $400 million in its IPO, and Oxbow Foods $600 million`: an offering is of one company, so these are two, each
 * with the amounts that stand nearest it. Two targets or two of whom others invest in are as often one deal as two: cross-validation has it
 * better to leave them together.
 */
export function partsOfTelling(chosen: readonly CastMember[], type: DealType, places: readonly SentenceOfText[]): DealPart[] {
  const amounts = amountsIn(places);
  const several = type === 'ipo' ? chosen.filter(({ chance, party }) => chance >= LEAST_OF_SEVERAL && party.inside > 0) : [];
  if (several.length < 2) return [{ members: chosen, amounts, isOneOfSeveral: false }];
  return several.map((one) => ({
    members: [one],
    amounts: amounts.filter(({ place: { sentence }, at }) =>
      several.every((other) => distanceTo(one, sentence, at) <= distanceTo(other, sentence, at)),
    ),
    isOneOfSeveral: true,
  }));
}

/** Items between a place and the nearest of a party's in the same sentence. */
function distanceTo({ party }: CastMember, sentence: ReadSentence, at: number): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const place of party.candidate.places) if (place.sentence === sentence) distance = Math.min(distance, Math.abs(place.from - at));
  return distance;
}
