import { CONFIDENCE, UNIT_WEIGHT } from './constants.ts';
import type { Witness } from './decision.ts';
import type { Interval } from './interval.ts';

/** How sure a decision is, 0 to 1 with three digits: more witnesses for it raise it, witnesses against lower it. */
export function confidenceOf(witnesses: readonly Witness[], winner: Interval | null, pinned: boolean): string {
  if (pinned) return CONFIDENCE.pinned.toFixed(3);
  let winning = 0;
  let losing = 0;
  let primary = false;
  for (const { weight, wins, origin } of witnesses) {
    if (!wins) losing += weight / UNIT_WEIGHT;
    else {
      winning += weight / UNIT_WEIGHT;
      primary ||= origin.members.some(({ claim }) => claim.isPrimary);
    }
  }
  const logit =
    CONFIDENCE.base +
    CONFIDENCE.support * Math.log(winning) -
    CONFIDENCE.against * Math.log1p(losing) +
    (primary ? CONFIDENCE.primary : 0) +
    (winner === null || winner.width === null || winner.point === null ? CONFIDENCE.vague : 0);
  return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-logit)))).toFixed(3);
}
