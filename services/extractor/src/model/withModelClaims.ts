import type { Extraction, FigureClaim } from '@newsledger/claims';
import type { NewEvent } from '@newsledger/events';
import { claimEvents, completedExtraction, type ExtractorIdentity } from '../claimEvents.ts';

/**
 * The batch of an extraction with a model's claims in it: those about amounts, and deals between parties, that the rules left out. The
 * list that completes the extraction names all of them, so a replay knows them without asking anybody.
 */
export function withModelClaims(
  { articleId, revision, identity }: { readonly articleId: string; readonly revision: number; readonly identity: ExtractorIdentity },
  byRules: readonly NewEvent[],
  { figures, deals }: Extraction,
  model: ExtractorIdentity,
): NewEvent[] {
  const claims = byRules.filter(({ type }) => type !== 'ExtractionCompleted');
  const added = {
    figures: figures.filter((claim) => !claims.some((event) => isSameAmount(event, claim))),
    deals: deals.filter(({ deal }) => !claims.some((event) => isSameDeal(event, deal))),
  };
  const { events } = claimEvents(articleId, revision, added, model);
  const all = [...claims, ...events.filter(({ type }) => type !== 'ExtractionCompleted')];
  const ids = all.flatMap(({ data }) => ('claimId' in data ? data.claimId : []));
  return [...all, ...completedExtraction({ articleId, revision, extractor: identity }, ids)];
}

/** The rules took this amount already; their word stands. */
function isSameAmount(event: NewEvent, { evidence }: FigureClaim): boolean {
  if (!isFigure(event)) return false;
  const { start, end } = event.data.evidence;
  return start < evidence.end && evidence.start < end;
}

function isSameDeal(event: NewEvent, told: Extraction['deals'][number]['deal']): boolean {
  if (!isDeal(event)) return false;
  const known = new Set(event.data.deal.parties.map(({ entity }) => entity));
  const shared = told.parties.filter(({ entity }) => known.has(entity)).length;
  return shared === told.parties.length || shared === known.size;
}

function isFigure(event: NewEvent): event is NewEvent<'FigureReported'> {
  return event.type === 'FigureReported';
}

function isDeal(event: NewEvent): event is NewEvent<'DealReported'> {
  return event.type === 'DealReported';
}
