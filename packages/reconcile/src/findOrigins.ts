import { scaleClaims } from './interval.ts';
import type { KeyClaim } from './keyClaim.ts';
import { type CopyGroupOf, groupByOrigin } from './origins.ts';

/** The origin of each claim, by claim id: for claims that are counted but state no common amount, such as those of a deal. */
export function findOrigins(claims: readonly KeyClaim[], copyGroupOf?: CopyGroupOf): Map<string, string> {
  const ordered = [...claims].sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  const found = new Map<string, string>();
  for (const { id, members } of groupByOrigin(scaleClaims(ordered).intervals, copyGroupOf))
    for (const { claim } of members) found.set(claim.claimId, id);
  return found;
}
