import { UNIT_WEIGHT } from './constants.ts';
import { isFullWitness } from './joining/joined.ts';
import type { KeyClaim } from './keyClaim.ts';

/** A witness who does not say all that makes the figure, or told it before it was agreed, against one who does: half a vote. */
const PARTIAL_SHARE = 500;

/** What share of its origin's vote a claim can carry, a whole number of thousandths. */
function shareOfVote({ joined }: KeyClaim): number {
  return isFullWitness(joined) ? UNIT_WEIGHT : PARTIAL_SHARE;
}

/** The weight of an origin: that of its author, as far as its best claim carries it; at least 1. */
export function claimWeight(members: readonly { readonly claim: KeyClaim }[], authorWeight: number): number {
  const share = members.reduce((most, { claim }) => Math.max(most, shareOfVote(claim)), 0);
  return Math.max(1, Math.floor((authorWeight * share) / UNIT_WEIGHT));
}
