import type { DealRole, DealType } from '@newsledger/events';
import { readCandidates } from '../candidates/reading.ts';
import { readDocument } from '../text/readDocument.ts';
import { dealReadingOf } from './dealReading.ts';
import { dealsBySentence } from './dealsBySentence.ts';
import { fittedDealModels } from './dealWeights.ts';
import { findDeals } from './findDeals.ts';

/** One telling of a deal with the places of its words. */
export interface DealTelling {
  readonly type: DealType;
  /** The word that tells of the deal. */
  readonly start: number;
  readonly end: number;
  readonly parties: readonly { readonly role: DealRole; readonly entity: string; readonly start: number; readonly end: number }[];
  readonly value: { readonly start: number; readonly end: number } | null;
}

/** Tellings less certain than that are more often wrong than right by far. */
const LEAST_CERTAINTY = 0.08;

/** Every telling of a deal in a text, sentence by sentence, also those too uncertain for claims. */
export function readDeals(text: string): DealTelling[] {
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text, publishedAt: null, publisher: null })));
  const deals = findDeals(reading, fittedDealModels(), LEAST_CERTAINTY);
  return [...dealsBySentence(deals, reading)]
    .flatMap(([{ items, index }, told]) =>
      told.map(({ deal, trigger }): DealTelling => {
        const value = deal.value !== null && deal.value.sentence.index === index ? items[deal.value.at] : undefined;
        return {
          type: deal.type,
          start: items[trigger]?.start ?? 0,
          end: items[trigger]?.end ?? 0,
          parties: deal.parties.flatMap(({ role, entity }) => {
            const item = items.find(({ mention }) => mention?.entity === entity);
            return item === undefined ? [] : [{ role, entity, start: item.start, end: item.end }];
          }),
          value: value === undefined ? null : { start: value.start, end: value.end },
        };
      }),
    )
    .sort((a, b) => a.start - b.start);
}
