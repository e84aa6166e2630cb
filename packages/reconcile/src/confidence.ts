import { CONFIDENCE, UNIT_WEIGHT } from './constants.ts';
import type { Witness } from './decision.ts';
import { certaintyOf } from './doubt.ts';
import type { Interval } from './interval.ts';

/**
 * How sure a decision is, 0 to 1 with three digits: more witnesses for it raise it, witnesses against lower it, and it can't be surer than
 * that any of those for it was read right.
 */
export function confidenceOf(witnesses: readonly Witness[], winner: Interval | null, pinned: boolean): string {
  if (pinned) return CONFIDENCE.pinned.toFixed(3);
  let winning = 0;
  let losing = 0;
  let primary = false;
  let allMisread = 1;
  for (const { weight, wins, origin, interval } of witnesses) {
    if (!wins) losing += weight / UNIT_WEIGHT;
    else {
      winning += weight / UNIT_WEIGHT;
      allMisread *= 1 - certaintyOf(interval);
      primary ||= origin.members.some(({ claim }) => claim.isPrimary);
    }
  }
  const logit =
    CONFIDENCE.base +
    CONFIDENCE.support * Math.log(winning) -
    CONFIDENCE.against * Math.log1p(losing) +
    (primary ? CONFIDENCE.primary : 0) +
    (winner === null || winner.width === null || winner.point === null ? CONFIDENCE.vague : 0);
  const right = (1 - allMisread) / (1 + Math.exp(-logit));
  return Math.min(0.99, Math.max(0.01, right)).toFixed(3);
}
