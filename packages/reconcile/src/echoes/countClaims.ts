import type { KeyClaim } from '../keyClaim.ts';

/** How many claims some claims are, their echoes counted. */
export function countClaims(intervals: readonly { readonly claim: KeyClaim }[]): number {
  let count = intervals.length;
  for (const { claim } of intervals) count += claim.echoes?.count ?? 0;
  return count;
}
