import { type Extraction, extractor } from '@newsledger/claims';
import {
  canonicalJson,
  type Deal,
  deterministicId,
  type EventData,
  type Evidence,
  type Figure,
  InvalidEventError,
  type NewEvent,
  newEvent,
} from '@newsledger/events';

/** Who reads, and with which names besides the built-in list. */
export type ExtractorIdentity = EventData<'FigureReported'>['extractor'];

/** The catalogue's limit for one ExtractionCompleted. */
const CLAIMS_PER_PART = 150;

export interface ClaimBatch {
  /** Every deal, every figure, and the list of both that completes the extraction. */
  readonly events: NewEvent[];
  /** Claims that the catalogue doesn't take, and why; the others are not lost by them. */
  readonly refused: readonly string[];
}

/**
 * The batch that says what an article claims. The same text and extractor give the same events.
 * @param revision 0 for the feed entry.
 */
export function claimEvents(
  articleId: string,
  revision: number,
  { deals, figures }: Extraction,
  identity: ExtractorIdentity = extractor,
): ClaimBatch {
  const shared = { articleId, revision, extractor: identity };
  const reader = [identity.version, identity.entities, identity.name === extractor.name ? undefined : identity.name]
    .filter((part) => part !== undefined)
    .join(' ');
  const claims = new Map<string, NewEvent>();
  const refused: string[] = [];
  const idOf = (kind: 'deal' | 'figure', { start, end }: Evidence, content: Deal | Figure) =>
    deterministicId('claim', articleId, `${revision}`, reader, kind, `${start}`, `${end}`, canonicalJson(content));
  /** The claim's id; null when it was refused. */
  const add = (claimId: string, event: () => NewEvent): string | null => {
    try {
      claims.set(claimId, event());
      return claimId;
    } catch (error) {
      if (!(error instanceof InvalidEventError)) throw error;
      refused.push(error.message);
      return null;
    }
  };
  const dealIds = deals.map(({ deal, evidence, certainty }) => {
    const claimId = idOf('deal', evidence, deal);
    return add(claimId, () => newEvent('DealReported', { ...shared, claimId, deal, evidence, certainty }));
  });
  for (const { figure, evidence, dealIndex, certainty } of figures) {
    const claimId = idOf('figure', evidence, figure);
    const dealClaimId = dealIndex === null ? null : (dealIds[dealIndex] ?? null);
    add(claimId, () => newEvent('FigureReported', { ...shared, claimId, figure, evidence, certainty, dealClaimId }));
  }
  return { events: [...claims.values(), ...completedExtraction(shared, [...claims.keys()])], refused };
}

/** The list of all claims of a revision, in as many parts as it takes. */
export function completedExtraction(
  shared: Pick<EventData<'ExtractionCompleted'>, 'articleId' | 'revision' | 'extractor'>,
  claimIds: readonly string[],
): NewEvent[] {
  return completedParts(claimIds).map((part) => newEvent('ExtractionCompleted', { ...shared, ...part }));
}

function completedParts(claimIds: readonly string[]) {
  const parts = Math.max(1, Math.ceil(claimIds.length / CLAIMS_PER_PART));
  return Array.from({ length: parts }, (_, index) => ({
    claimIds: claimIds.slice(index * CLAIMS_PER_PART, (index + 1) * CLAIMS_PER_PART),
    part: index + 1,
    parts,
  }));
}
