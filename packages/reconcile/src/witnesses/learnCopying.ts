import { linkCompletely } from './linkCompletely.ts';
import { MIN_COMPARISONS, type PairCounts } from './pairCounts.ts';

/** Counts of a pair: keys in which one of the two lost; of those, in which both said the same. */
const COMPARED = 0;
export const SHARED = 1;

/** Sources that are one witness, since they share what was wrong. */
export interface CopyGroup {
  /** In order of their ids. */
  readonly sources: readonly string[];
  /** Of its two least alike members: keys in which one of them lost, and in how many of those both said the same. */
  readonly comparisons: number;
  readonly shared: number;
}

/**
 * Share of comparisons in which two sources must say the same. On 35 flight sites, sites known to print one feed share 99 % or more, and
 * independent ones that measure alike 97 % or less on one measure and 87 % over all; any share from .88 to .99 finds the same groups.
 */
const COPY_SHARE = 0.95;

/** Groups of sources that copy each other, by agreement on amounts that lost. Agreement on what won is no evidence, and is not counted. */
export function learnCopying(counts: PairCounts, names: readonly string[]): CopyGroup[] {
  const shareOf = (a: number, b: number) => {
    const compared = counts.get(a, b, COMPARED);
    return compared < MIN_COMPARISONS ? 0 : counts.get(a, b, SHARED) / compared;
  };
  const links = counts
    .ripePairs()
    .map(([a, b]) => ({ a, b, strength: shareOf(a, b) }))
    .filter(({ strength }) => strength >= COPY_SHARE);
  return linkCompletely(links, names, (a, b) => shareOf(a, b) >= COPY_SHARE)
    .filter(({ length }) => length > 1)
    .map((members) => toGroup(members, counts, names, shareOf))
    .sort((x, y) => ((x.sources[0] ?? '') < (y.sources[0] ?? '') ? -1 : 1));
}

function toGroup(
  members: readonly number[],
  counts: PairCounts,
  names: readonly string[],
  shareOf: (a: number, b: number) => number,
): CopyGroup {
  const pairs = members.flatMap((a, index) => members.slice(index + 1).map((b) => ({ a, b, share: shareOf(a, b) })));
  const { a, b } = pairs.reduce((least, pair) => (pair.share < least.share ? pair : least));
  return {
    sources: members.map((member) => names[member] ?? '').sort(),
    comparisons: counts.get(a, b, COMPARED),
    shared: counts.get(a, b, SHARED),
  };
}
