import { type Extraction, extractor } from '@newsledger/claims';
import { canonicalJson, type Deal, deterministicId, type Evidence, type Figure, type NewEvent, newEvent } from '@newsledger/events';

/** The catalogue's limit for one ExtractionCompleted. */
const CLAIMS_PER_PART = 150;

/**
 * One batch: every deal, every figure, and the list of both that completes the extraction. The same text and extractor give the same events.
 * @param revision 0 for the feed entry.
 */
export function claimEvents(articleId: string, revision: number, { deals, figures }: Extraction): NewEvent[] {
  const shared = { articleId, revision, extractor };
  const idOf = (kind: 'deal' | 'figure', { start, end }: Evidence, content: Deal | Figure) =>
    deterministicId('claim', articleId, `${revision}`, `${extractor.version}`, kind, `${start}`, `${end}`, canonicalJson(content));
  const dealIds = deals.map(({ deal, evidence }) => idOf('deal', evidence, deal));
  const events = new Map<string, NewEvent>();
  deals.forEach(({ deal, evidence }, index) => {
    const claimId = dealIds[index] ?? '';
    events.set(claimId, newEvent('DealReported', { ...shared, claimId, deal, evidence }));
  });
  for (const { figure, evidence, dealIndex } of figures) {
    const claimId = idOf('figure', evidence, figure);
    const dealClaimId = dealIndex === null ? null : (dealIds[dealIndex] ?? null);
    events.set(claimId, newEvent('FigureReported', { ...shared, claimId, figure, evidence, dealClaimId }));
  }
  return [...events.values(), ...completedParts([...events.keys()]).map((part) => newEvent('ExtractionCompleted', { ...shared, ...part }))];
}

function completedParts(claimIds: readonly string[]) {
  const parts = Math.max(1, Math.ceil(claimIds.length / CLAIMS_PER_PART));
  return Array.from({ length: parts }, (_, index) => ({
    claimIds: claimIds.slice(index * CLAIMS_PER_PART, (index + 1) * CLAIMS_PER_PART),
    part: index + 1,
    parts,
  }));
}
