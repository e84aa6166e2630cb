import { type EventData, type Measure, measureClassOf } from '@newsledger/events';
import { sourceWeight } from '@newsledger/reconcile';
import { decide, touchedBy } from './decide.ts';
import { reliabilityKey } from './reliabilityKey.ts';
import type { Cause, ClaimRow, ReliabilityRow } from './rows.ts';
import type { FoldState } from './state.ts';

type Epoch = EventData<'ReliabilityEpochClosed'>;

/**
 * Takes over what an epoch froze, and decides every figure and deal of the sources whose weight changed anew: from then on a further copy
 * of a claim changes nothing, as before.
 */
export function foldEpoch(state: FoldState, epoch: Epoch, cause: Cause): void {
  const before = { weights: weightsOf(state), groups: groupsOf(state), habits: habitsOf(state) };
  takeCounts(state, epoch, cause);
  takeCopying(state, epoch);
  takeHabits(state, epoch);
  state.changed.epochs = true;
  const reweighed = differences(before.weights, weightsOf(state));
  const regrouped = differences(before.groups, groupsOf(state));
  const otherwise = differences(before.habits, habitsOf(state));
  if (reweighed.size + regrouped.size + otherwise.size === 0) return;
  const claims = [...state.claims.values()].filter(
    (claim) =>
      regrouped.has(claim.sourceId) ||
      reweighed.has(reliabilityKey(claim.sourceId, measureClassOf(measureOf(claim)))) ||
      otherwise.has(reliabilityKey(claim.sourceId, measureOf(claim))),
  );
  decide(state, touchedBy(claims.filter(({ standing }) => standing !== 'pending')), cause);
}

/** Sources that an epoch can reweigh or group, given what was known before it; perhaps some that it doesn't. */
export function sourcesTouchedBy(
  { reliability, copyGroups, habits }: Pick<FoldState, 'reliability' | 'copyGroups' | 'habits'>,
  { sources, copying = [], habits: found = [], part, parts }: Epoch,
): Set<string> {
  const touched = new Set<string>();
  const listed = new Set<string>();
  for (const { sourceId, measureClass, right, wrong } of sources) {
    const key = reliabilityKey(sourceId, measureClass);
    listed.add(key);
    if ((reliability.get(key)?.weight ?? UNKNOWN) !== sourceWeight({ right, wrong })) touched.add(sourceId);
  }
  if (part === parts)
    for (const [key, { sourceId, weight }] of reliability) if (!listed.has(key) && weight !== UNKNOWN) touched.add(sourceId);
  if (part === 1) for (const sourceId of copyGroups.keys()) touched.add(sourceId);
  if (part === 1) for (const { sourceId } of habits.values()) touched.add(sourceId);
  for (const habit of found) for (const sourceId of habit.otherwise) touched.add(sourceId);
  for (const group of copying) for (const sourceId of group.sources) touched.add(sourceId);
  return touched;
}

const UNKNOWN = sourceWeight(undefined);

/** The counts of an epoch are complete: what its last part leaves unsaid is known no more. */
function takeCounts(state: FoldState, { epoch, closedAt, sources, extractors = [], part, parts }: Epoch, cause: Cause): void {
  for (const { sourceId, measureClass, right, wrong, misread = 0 } of sources) {
    const row: ReliabilityRow = {
      sourceId,
      measureClass,
      epoch,
      rightCount: right,
      wrongCount: wrong,
      misreadCount: misread,
      weight: sourceWeight({ right, wrong }),
      closedAt,
    };
    state.reliability.set(reliabilityKey(sourceId, measureClass), row);
    state.changed.reliabilityHistory.push({ ...row, position: cause.position });
  }
  for (const { extractor, measureClass, right, wrong } of extractors)
    state.extractorReliability.set(reliabilityKey(extractor, measureClass), {
      extractor,
      measureClass,
      epoch,
      rightCount: right,
      wrongCount: wrong,
      closedAt,
    });
  if (part < parts) return;
  for (const [key, row] of state.reliability) if (row.epoch < epoch) state.reliability.delete(key);
  for (const [key, row] of state.extractorReliability) if (row.epoch < epoch) state.extractorReliability.delete(key);
}

function takeCopying(state: FoldState, { epoch, copying = [], part }: Epoch): void {
  if (part === 1) state.copyGroups.clear();
  for (const { sources, comparisons, shared } of copying) {
    const [groupId] = [...sources].sort();
    if (groupId === undefined) continue;
    for (const sourceId of sources) state.copyGroups.set(sourceId, { sourceId, groupId, epoch, comparisons, shared });
  }
}

function takeHabits(state: FoldState, { epoch, habits = [], part }: Epoch): void {
  if (part === 1) state.habits.clear();
  for (const { measure, otherwise } of habits)
    for (const sourceId of otherwise) state.habits.set(reliabilityKey(sourceId, measure), { measure, sourceId, epoch });
}

function weightsOf({ reliability }: FoldState): Map<string, number> {
  return new Map([...reliability].filter(([, { weight }]) => weight !== UNKNOWN).map(([key, { weight }]) => [key, weight]));
}

function groupsOf({ copyGroups }: FoldState): Map<string, string> {
  return new Map([...copyGroups].map(([sourceId, { groupId }]) => [sourceId, groupId]));
}

function habitsOf({ habits }: FoldState): Map<string, true> {
  return new Map([...habits.keys()].map((key) => [key, true]));
}

function differences<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): Set<string> {
  return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}

/** A deal is decided by its value. */
function measureOf(claim: ClaimRow): Measure {
  return claim.kind === 'deal' ? 'deal_value' : claim.content.measure;
}
