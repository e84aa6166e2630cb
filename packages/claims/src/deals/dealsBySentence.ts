import type { ReadSentence } from '../text/readDocument.ts';
import type { DealReading } from './dealReading.ts';
import type { FoundDeal } from './foundDeal.ts';

/** Which deals each sentence tells, and by which of its items. */
export function dealsBySentence(
  deals: readonly FoundDeal[],
  { sentences }: DealReading,
): ReadonlyMap<ReadSentence, readonly { readonly deal: FoundDeal; readonly trigger: number }[]> {
  const found = new Map<ReadSentence, { deal: FoundDeal; trigger: number }[]>();
  for (const deal of deals)
    for (const sentence of deal.tellings) {
      const signs = sentences[sentence.index]?.signs ?? [];
      const trigger = (signs.find(({ type }) => type === deal.type) ?? signs[0])?.at ?? 0;
      found.set(sentence, [...(found.get(sentence) ?? []), { deal, trigger }]);
    }
  return found;
}
