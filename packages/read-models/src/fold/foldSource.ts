import type { RecordedEvent } from '@newsledger/events';
import { decide, touchedBy } from './decide.ts';
import { inUtc } from './inUtc.ts';
import type { Cause, SourceRow } from './rows.ts';
import type { FoldState } from './state.ts';

type SourceEvent =
  | RecordedEvent<'SourceRegistered'>
  | RecordedEvent<'SourceChanged'>
  | RecordedEvent<'SourceRemoved'>
  | RecordedEvent<'SourceDegraded'>
  | RecordedEvent<'SourceRecovered'>
  | RecordedEvent<'SourceRetired'>;

export function foldSource(state: FoldState, event: SourceEvent, cause: Cause): void {
  const before = state.sources.get(event.data.sourceId);
  const after = afterEvent(before, event, cause);
  if (after === undefined) return;
  state.sources.set(after.sourceId, after);
  state.changed.sources.add(after.sourceId);
  if (!changesClaims(before, after)) return;
  state.noteFacts();
  decideAnew(state, after.sourceId, cause);
}

function afterEvent(before: SourceRow | undefined, event: SourceEvent, cause: Cause): SourceRow | undefined {
  switch (event.type) {
    case 'SourceRegistered':
    case 'SourceChanged': {
      const { sourceId, name, url, kind, primaryFor, everySeconds, declaredBy, movedFrom } = event.data;
      return {
        degradedSince: null,
        degradedReason: null,
        degradedStatus: null,
        registeredAt: cause.changedAt,
        ...before,
        sourceId,
        name,
        url,
        kind,
        primaryFor,
        everySeconds,
        declaredBy,
        movedFrom: movedFrom ?? null,
        retiredAt: null,
        removedAt: null,
        changedAt: cause.changedAt,
      };
    }
    case 'SourceRemoved':
      return before && { ...before, removedAt: inUtc(event.data.removedAt), changedAt: cause.changedAt };
    case 'SourceDegraded':
      return (
        before && {
          ...before,
          degradedSince: inUtc(event.data.since),
          degradedReason: event.data.reason,
          degradedStatus: event.data.httpStatus,
        }
      );
    case 'SourceRetired':
      return before && { ...before, retiredAt: inUtc(event.data.retiredAt) };
    case 'SourceRecovered':
      return before && { ...before, degradedSince: null, degradedReason: null, degradedStatus: null };
  }
}

/** A source's name and whom it speaks for are part of decisions. */
export function changesClaims(
  before: Pick<SourceRow, 'name' | 'primaryFor'> | undefined,
  after: Pick<SourceRow, 'name' | 'primaryFor'>,
): boolean {
  return before?.name !== after.name || JSON.stringify(before.primaryFor) !== JSON.stringify(after.primaryFor);
}

function decideAnew(state: FoldState, sourceId: string, cause: Cause): void {
  const claims = [...state.claims.values()].filter((claim) => claim.sourceId === sourceId && claim.standing !== 'pending');
  for (const claim of claims) state.touchClaim(claim);
  decide(state, touchedBy(claims), cause);
}
