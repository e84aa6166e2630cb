import { OUTLIER_RATIO, PRIMARY_WITNESSES, UNIT_WEIGHT } from './constants.ts';
import type { Witness } from './decision.ts';
import { doubted } from './doubt.ts';
import type { Interval } from './interval.ts';
import type { Agreement } from './keyClaim.ts';
import type { Superseded } from './supersede.ts';

/** How far the witnesses of a figure agree. */
export function agree(witnesses: readonly Witness[], superseded: ReadonlyMap<Interval, Superseded>, pinned: boolean): Agreement {
  const losing = weightOf(witnesses.filter(({ wins }) => !wins));
  if (losing > 0) {
    if (pinned) return 'agreed_with_outlier';
    const winning = weightOf(witnesses.filter(({ wins }) => wins)) + primaryWeight(witnesses);
    return winning >= OUTLIER_RATIO * losing ? 'agreed_with_outlier' : 'disputed';
  }
  if (replacedByTime(superseded, witnesses.length)) return 'superseded';
  return witnesses.length === 1 ? 'single_source' : 'agreed';
}

function weightOf(witnesses: readonly Witness[]): number {
  return witnesses.reduce((sum, { weight }) => sum + weight, 0);
}

/** A party's own release, as far as it is surely read, decides what is an outlier, unless another release says otherwise. */
function primaryWeight(witnesses: readonly Witness[]): number {
  const primary = witnesses.filter(({ origin }) => origin.members.some(({ claim }) => claim.isPrimary));
  if (primary.length === 0 || !primary.every(({ wins }) => wins)) return 0;
  return PRIMARY_WITNESSES * Math.max(...primary.map(({ interval }) => doubted(UNIT_WEIGHT, interval.claim.certainty)));
}

/** A correction leaves agreement alone; a later total, an agreement after a rumour of another amount, or a restatement by at least half of the witnesses, makes the value one that replaced another. */
function replacedByTime(superseded: ReadonlyMap<Interval, Superseded>, witnesses: number): boolean {
  const sources = new Set<string>();
  for (const { how, interval } of superseded.values()) {
    if (how === 'later_total' || how === 'moved_on' || how === 'agreed_since') return true;
    if (how === 'restatement') sources.add(interval.claim.sourceId);
  }
  return 2 * sources.size >= witnesses && sources.size > 0;
}
