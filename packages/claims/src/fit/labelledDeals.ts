import { readCandidates } from '../candidates/reading.ts';
import { type DealReading, dealReadingOf } from '../deals/dealReading.ts';
import { readDocument } from '../text/readDocument.ts';
import type { LabelledDeal, LabelledText } from './labelledText.ts';

/** A labelled text as the models for deals look at it. */
export interface LabelledDealReading {
  readonly text: LabelledText;
  readonly reading: DealReading;
  /** The deals that each sentence tells. */
  readonly told: readonly (readonly LabelledDeal[])[];
}

/** Reads a labelled text and finds its tellings again among the sentences. */
export function labelledDeals(text: LabelledText): LabelledDealReading {
  const head = text.title === null || text.title === '' ? '' : `${text.title}\n\n`;
  const reading = dealReadingOf(
    readCandidates(
      readDocument({ title: text.title ?? '', text: head + text.text, publishedAt: text.published, publisher: text.publisher }),
    ),
  );
  return {
    text,
    reading,
    told: reading.sentences.map(({ sentence: { start, end, headline } }) =>
      text.deals.filter(({ tellings = [] }) =>
        tellings.some((telling) => {
          if ((telling.where === 'title') !== headline) return false;
          const offset = headline ? 0 : head.length;
          const shared = Math.min(end, telling.end + offset) - Math.max(start, telling.start + offset);
          return shared > 0 && shared >= 0.5 * Math.min(end - start, telling.end - telling.start);
        }),
      ),
    ),
  };
}
