import { type Link, linkCompletely } from './linkCompletely.ts';
import { MIN_COMPARISONS, type PairCounts } from './pairCounts.ts';

/** Counts of a pair: keys in which both spoke; of those, said the same; the second more than the first allows; less. */
const MET = 0;
export const SAME = 1;
export const MORE = 2;
export const LESS = 3;

/**
 * Two definitions under one name: some sources habitually give more (or less) than others for one measure, as when one counts a flight's
 * departure from the gate and the other from the runway.
 */
export interface Habit {
  readonly measure: string;
  /** The sources whose definition is taken for the usual one, in order of their ids. */
  readonly usual: readonly string[];
  /** Those who measure otherwise; their word counts only where none of the usual speaks. */
  readonly otherwise: readonly string[];
}

/** Share of meetings in which two sources must contradict each other: rarer contradictions are mistakes. */
const CONFLICT_SHARE = 0.2;

/** Share of contradictions that must go one way: mistakes go both ways. On flight data any share up to .85 finds the same camps. */
const ONE_WAY_SHARE = 0.8;

/**
 * Splits the sources of a measure into camps that contradict each other habitually and one way. The camp whose independent members agree
 * best to the last digit is the usual one: what is read off one definition agrees exactly, what is estimated scatters. Null when nobody
 * measures otherwise.
 */
export function learnHabits(
  measure: string,
  counts: PairCounts,
  names: readonly string[],
  groupOf: ReadonlyMap<string, string>,
): Habit | null {
  const links: Link[] = [];
  const opposed = new Set<number>();
  for (const [a, b] of counts.ripePairs()) {
    if (areOpposed(counts, a, b)) opposed.add(a).add(b);
    else links.push({ a, b, strength: counts.get(a, b, SAME) / counts.get(a, b, MET) });
  }
  if (opposed.size === 0) return null;
  const isIndependent = (a: number, b: number) => originOf(names[a] ?? '', groupOf) !== originOf(names[b] ?? '', groupOf);
  const camps = linkCompletely(links, names, (a, b) => !areOpposed(counts, a, b))
    .map((members) => ({ members, exactness: exactnessOf(members, counts, isIndependent), name: firstName(members, names) }))
    .sort((x, y) => y.exactness - x.exactness || (x.name < y.name ? -1 : 1));
  const [usual] = camps;
  if (usual === undefined || usual.exactness === 0) return null;
  const inUsual = new Set(usual.members);
  const contradicts = (member: number) => usual.members.some((other) => areOpposed(counts, member, other));
  const otherwise = new Set<number>();
  for (const { members } of camps.slice(1)) if (members.some(contradicts)) for (const member of members) otherwise.add(member);
  for (const member of opposed) if (!inUsual.has(member) && contradicts(member)) otherwise.add(member);
  if (otherwise.size === 0) return null;
  const sorted = (members: Iterable<number>) => [...members].map((member) => names[member] ?? '').sort();
  return { measure, usual: sorted(usual.members), otherwise: sorted(otherwise) };
}

function areOpposed(counts: PairCounts, a: number, b: number): boolean {
  const met = counts.get(a, b, MET);
  const more = counts.get(a, b, MORE);
  const less = counts.get(a, b, LESS);
  return met >= MIN_COMPARISONS && more + less >= CONFLICT_SHARE * met && Math.max(more, less) >= ONE_WAY_SHARE * (more + less);
}

function originOf(sourceId: string, groupOf: ReadonlyMap<string, string>): string {
  return groupOf.get(sourceId) ?? sourceId;
}

/** How often independent members said exactly the same when they met. */
function exactnessOf(members: readonly number[], counts: PairCounts, isIndependent: (a: number, b: number) => boolean): number {
  let met = 0;
  let same = 0;
  members.forEach((a, index) => {
    for (const b of members.slice(index + 1)) {
      if (!isIndependent(a, b)) continue;
      met += counts.get(a, b, MET);
      same += counts.get(a, b, SAME);
    }
  });
  return met < MIN_COMPARISONS ? 0 : same / met;
}

function firstName(members: readonly number[], names: readonly string[]): string {
  return members.map((member) => names[member] ?? '').sort()[0] ?? '';
}
