import { compareIds } from './compareIds.ts';
import { compareText } from './compareText.ts';
import { MIN_COPIED_SENTENCE_LENGTH } from './constants.ts';
import { DisjointSets } from './disjointSets.ts';
import type { Interval } from './interval.ts';
import type { KeyClaim } from './keyClaim.ts';
import { joinNearDuplicates } from './nearDuplicates.ts';

/** The group of sources that a source was found to copy, or to be copied by; null when it is a witness of its own. */
export type CopyGroupOf = (sourceId: string) => string | null;

/** Who stands for the claims of an origin; `copying` is a source with those that were found to share its mistakes. */
export type OriginKind = 'source' | 'wire' | 'speaker' | 'copying';

/** Where claims really come from: one witness, however many repeat it. */
export interface Origin {
  /** `wire:Meridian Wire`, `speaker:Sam Altman` or `source:byteside`. */
  readonly id: string;
  readonly kind: OriginKind;
  readonly name: string;
  readonly members: readonly Interval[];
}

/**
 * Groups claims by origin: whoever is quoted; else copies by the credited wire, one canonical address, near-duplicate text or an equal
 * long sentence; else the source itself. A source that printed a copy is still a witness of its own where it wrote by itself, and whoever
 * quotes what a party's own release says repeats the release. Sources that are known to copy each other are one witness wherever they give
 * the same amount. Independent of order. Near-duplicates are found by bands of their
 * fingerprints, so that unrelated texts are never compared pair by pair.
 */
export function groupByOrigin(intervals: readonly Interval[], copyGroupOf?: CopyGroupOf): Origin[] {
  const [first] = intervals;
  if (intervals.length === 1 && first !== undefined) {
    return [{ ...labelOf([first], NO_WIRES, copyGroupOf), members: [first] }];
  }
  if (intervals.every(isPlain) && (copyGroupOf === undefined || isSaidOnceEach(intervals))) return groupPlainClaims(intervals, copyGroupOf);
  const wires = wireNames(intervals);
  const released = releasedSpeakers(intervals);
  const quoted = intervals.map(({ claim }) => claim.speaker !== null && !claim.isPrimary && !released.has(claim.speaker));
  const groups = joinCopies(intervals, quoted, wires, copyGroupOf);
  joinPublishers(intervals, quoted, wires, groups);
  const bySpeakerOrGroup = new Map<string, Interval[]>();
  intervals.forEach((interval, index) => {
    const key = quoted[index] === true ? `speaker:${interval.claim.speaker}` : `group:${groups.find(index)}`;
    const members = bySpeakerOrGroup.get(key);
    if (members === undefined) bySpeakerOrGroup.set(key, [interval]);
    else members.push(interval);
  });
  const origins = [...bySpeakerOrGroup.values()].map((members) => ({ ...labelOf(members, wires, copyGroupOf), members }));
  return origins.sort((a, b) => compareText(a.id, b.id));
}

/** A claim that nothing ties to another but its publisher. */
function isPlain({ claim }: Interval): boolean {
  return (
    claim.speaker === null &&
    !claim.isPrimary &&
    claim.wireCredit === null &&
    claim.canonicalUrl === null &&
    claim.fingerprint === null &&
    claim.sentence.length < MIN_COPIED_SENTENCE_LENGTH
  );
}

/** Whether each source speaks once, so that none says something by itself and something that it copies. */
function isSaidOnceEach(intervals: readonly Interval[]): boolean {
  return new Set(intervals.map(({ claim }) => claim.sourceId)).size === intervals.length;
}

/** The same as for any claims, in one pass: what a source says is one witness, and so is what sources that copy each other say alike. */
function groupPlainClaims(intervals: readonly Interval[], copyGroupOf: CopyGroupOf | undefined): Origin[] {
  const groups = new DisjointSets(intervals.length);
  const join = joiner(groups);
  const firstAlike = firstsAlike();
  intervals.forEach(({ claim, low, high }, index) => {
    if (copyGroupOf === undefined) join(claim.sourceId, index);
    const copying = copyGroupOf?.(claim.sourceId) ?? null;
    if (copying === null) return;
    const before = firstAlike(copying, low, high, index);
    if (before !== index) groups.join(before, index);
  });
  const members = new Map<number, Interval[]>();
  intervals.forEach((interval, index) => {
    const group = groups.find(index);
    const known = members.get(group);
    if (known === undefined) members.set(group, [interval]);
    else known.push(interval);
  });
  return [...members.values()]
    .map((group) => ({ ...labelOf(group, NO_WIRES, copyGroupOf), members: group }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Remembers who of a group gave an amount first. */
function firstsAlike(): (group: string, low: bigint | null, high: bigint | null, index: number) => number {
  const seen = new Map<string, Map<bigint | null, { high: bigint | null; index: number }[]>>();
  return (group, low, high, index) => {
    let amounts = seen.get(group);
    if (amounts === undefined) {
      amounts = new Map();
      seen.set(group, amounts);
    }
    const alike = amounts.get(low);
    const known = alike?.find((other) => other.high === high);
    if (known !== undefined) return known.index;
    if (alike === undefined) amounts.set(low, [{ high, index }]);
    else alike.push({ high, index });
    return index;
  };
}

const NO_WIRES: ReadonlyMap<string, string> = new Map();

/** Credited agencies by their name in lower case, so that the agency's own article joins its copies. */
function wireNames(intervals: readonly Interval[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { claim } of intervals) {
    if (claim.wireCredit === null) continue;
    const key = claim.wireCredit.toLowerCase();
    const known = names.get(key);
    if (known === undefined || compareText(claim.wireCredit, known) < 0) names.set(key, claim.wireCredit);
  }
  return names;
}

/** Whom a party's own release quotes, and the party itself: who quotes them elsewhere repeats the release. */
function releasedSpeakers(intervals: readonly Interval[]): Set<string> {
  const released = new Set<string>();
  for (const { claim } of intervals) for (const name of releasedBy(claim)) released.add(name);
  return released;
}

function releasedBy({ isPrimary, speaker, speaksFor = [] }: KeyClaim): readonly string[] {
  if (!isPrimary) return [];
  return speaker === null ? speaksFor : [speaker, ...speaksFor];
}

/** @param quoted claims that are their speaker's, not their publisher's. */
function joinCopies(
  intervals: readonly Interval[],
  quoted: readonly boolean[],
  wires: ReadonlyMap<string, string>,
  copyGroupOf: CopyGroupOf | undefined,
): DisjointSets {
  const groups = new DisjointSets(intervals.length);
  const join = joiner(groups);
  const fingerprints = new Map<string, number>();
  intervals.forEach(({ claim, low, high }, index) => {
    if (quoted[index] === true) return;
    const copying = claim.isPrimary ? null : (copyGroupOf?.(claim.sourceId) ?? null);
    if (copying !== null) join(`copying:${copying}\n${low}/${high}`, index);
    for (const name of releasedBy(claim)) join(`speaker:${name}`, index);
    if (claim.speaker !== null) join(`speaker:${claim.speaker}`, index);
    const wire = wireOf(claim, wires);
    if (wire !== null) join(wire, index);
    join(`article:${claim.articleId}`, index);
    if (claim.canonicalUrl !== null) join(`url:${claim.canonicalUrl}`, index);
    if (claim.sentence.length >= MIN_COPIED_SENTENCE_LENGTH) join(`sentence:${claim.sentence}`, index);
    if (claim.fingerprint === null) return;
    const twin = fingerprints.get(claim.fingerprint);
    if (twin === undefined) fingerprints.set(claim.fingerprint, index);
    else groups.join(twin, index);
  });
  joinNearDuplicates(fingerprints, groups);
  return groups;
}

/** Texts of one publisher are one witness. A text that several printed is its wire's, or else of whoever published it first. */
function joinPublishers(
  intervals: readonly Interval[],
  quoted: readonly boolean[],
  wires: ReadonlyMap<string, string>,
  groups: DisjointSets,
): void {
  const copies = new Map<number, KeyClaim[]>();
  intervals.forEach(({ claim }, index) => {
    if (quoted[index] === true) return;
    const group = groups.find(index);
    const members = copies.get(group);
    if (members === undefined) copies.set(group, [claim]);
    else members.push(claim);
  });
  const join = joiner(groups);
  for (const [group, claims] of copies) {
    const [earliest] = claims.sort(byPublication);
    const wire = claims.map((claim) => wireOf(claim, wires)).find((name) => name !== null);
    join(wire ?? `source:${earliest?.sourceId}`, group);
  }
}

/** Joins whatever comes with the same key. */
function joiner(groups: DisjointSets): (key: string, index: number) => void {
  const seen = new Map<string, number>();
  return (key, index) => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, index);
    else groups.join(before, index);
  };
}

/** The agency that a claim's article credits or is of; null when neither. */
function wireOf(claim: KeyClaim, wires: ReadonlyMap<string, string>): string | null {
  if (wires.size === 0) return null;
  const name = (claim.wireCredit ?? claim.sourceName).toLowerCase();
  return wires.has(name) ? `wire:${name}` : null;
}

/** A group bears the name of its primary source, its wire, the speaker, or else of whoever published first. */
function labelOf(
  members: readonly Interval[],
  wires: ReadonlyMap<string, string>,
  copyGroupOf: CopyGroupOf | undefined,
): Pick<Origin, 'id' | 'kind' | 'name'> {
  let earliest: KeyClaim | null = null;
  let primary: KeyClaim | null = null;
  let wire: KeyClaim | null = null;
  for (const { claim } of members) {
    if (earliest === null || byPublication(claim, earliest) < 0) earliest = claim;
    if (claim.isPrimary && (primary === null || byPublication(claim, primary) < 0)) primary = claim;
    const isWire = claim.wireCredit !== null || (wires.size > 0 && wires.has(claim.sourceName.toLowerCase()));
    if (isWire && (wire === null || byPublication(claim, wire) < 0)) wire = claim;
  }
  if (earliest === null) throw new Error('An origin without claims can not be named.');
  if (primary !== null) return { id: `source:${primary.sourceId}`, kind: 'source', name: primary.sourceName };
  if (earliest.speaker !== null) return { id: `speaker:${earliest.speaker}`, kind: 'speaker', name: earliest.speaker };
  if (wire !== null) {
    const credit = wire.wireCredit ?? wire.sourceName;
    const name = wires.get(credit.toLowerCase()) ?? credit;
    return { id: `wire:${name}`, kind: 'wire', name };
  }
  const kind = isCopied(members, copyGroupOf) ? 'copying' : 'source';
  return { id: `source:${earliest.sourceId}`, kind, name: earliest.sourceName };
}

/** Whether several sources gave it, of which it was learnt that they copy each other. */
function isCopied(members: readonly Interval[], copyGroupOf: CopyGroupOf | undefined): boolean {
  const [first] = members;
  if (first === undefined || copyGroupOf === undefined || members.length === 1) return false;
  const group = copyGroupOf(first.claim.sourceId);
  return (
    group !== null &&
    members.every(({ claim }) => copyGroupOf(claim.sourceId) === group) &&
    members.some(({ claim }) => claim.sourceId !== first.claim.sourceId)
  );
}

export function byPublication(a: KeyClaim, b: KeyClaim): number {
  return compareText(a.publishedAt ?? '9', b.publishedAt ?? '9') || compareIds(a, b);
}
