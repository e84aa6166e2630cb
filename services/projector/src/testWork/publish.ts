import type { EventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, newEvent, streamOf } from '@newsledger/events';
import { figureInBillions } from '@newsledger/test-support';

/** Lets an article of a source be read that says one figure of a subject, in billions. */
export async function publish(store: EventStore, source: string, subject: string, billion: number): Promise<void> {
  const articleId = articleIdOf(`https://${source}.example/${encodeURIComponent(subject)}/${billion}`);
  const claimId = deterministicId('claim', articleId);
  const url = `https://${source}.example/${encodeURIComponent(subject)}/${billion}`;
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version: 1 } };
  const text = { title: 'News', summary: '', author: null };
  const quote = `$${billion} billion`;
  await store.append(streamOf.article(articleId), 'any', [
    newEvent('ArticleDiscovered', { articleId, sourceId: source, url, ...text, publishedAt: '2025-11-03T14:00:00.000Z', updatedAt: null }),
    newEvent('FigureReported', {
      claimId,
      ...about,
      figure: figureInBillions({ subject, counterparty: null, measure: 'revenue' }, billion),
      evidence: { quote, sentence: `${source}: ${quote}.`, start: 0, end: quote.length },
      certainty: 1,
      dealClaimId: null,
    }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ]);
}
