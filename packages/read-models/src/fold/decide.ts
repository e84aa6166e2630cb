import { reconcileDeals } from './reconcileDeals.ts';
import { reconcileFigure } from './reconcileFigure.ts';
import type { Cause, ClaimRow } from './rows.ts';
import type { FoldState } from './state.ts';

export interface Touched {
  readonly figures: ReadonlySet<string>;
  readonly buckets: ReadonlySet<string>;
}

/** Decides figures and deals anew, in an order of their own: those touched, and those whose claims stand elsewhere by that. */
export function decide(state: FoldState, { figures, buckets }: Touched, cause: Cause): void {
  for (const bucket of [...buckets].sort()) reconcileDeals(state, bucket, cause);
  for (const figureId of [...new Set([...figures, ...state.chooseFigures()])].sort()) reconcileFigure(state, figureId, cause);
}

/** The figures and deal buckets that some claims are about. */
export function touchedBy(claims: Iterable<ClaimRow>): Touched {
  const figures = new Set<string>();
  const buckets = new Set<string>();
  for (const { figureId, dealBucket } of claims) {
    if (figureId !== null) figures.add(figureId);
    if (dealBucket !== null) buckets.add(dealBucket);
  }
  return { figures, buckets };
}
