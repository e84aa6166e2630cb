import type { RecordedEvent } from '@newsledger/events';
import { decide } from './decide.ts';
import { namesThrough } from './resolveName.ts';
import type { Cause, ClaimRow, NameRow } from './rows.ts';
import type { FoldState } from './state.ts';

export type NameEvent = RecordedEvent<'EntityMerged'> | RecordedEvent<'EntitySplit'> | RecordedEvent<'AliasAdded'>;

/** Changes what a name means, and moves every claim that bears it to the figures and deals that it is about now. */
export function foldNames(state: FoldState, event: NameEvent, cause: Cause): void {
  const changed = changeNames(state.names, event);
  if (changed.length === 0) return;
  state.noteFacts();
  for (const name of changed) state.changed.names.add(name);
  const affected = namesThrough(state.names, new Set(changed));
  const moved = [...state.claims.values()].filter((claim) => claim.standing !== 'pending' && claim.names.some((own) => affected.has(own)));
  const figures = new Set<string>();
  const buckets = new Set<string>();
  const note = ({ figureId, dealBucket }: ClaimRow) => {
    if (figureId !== null) figures.add(figureId);
    if (dealBucket !== null) buckets.add(dealBucket);
  };
  for (const claim of moved) {
    note(claim);
    state.placeClaim(claim);
    note(claim);
  }
  decide(state, { figures, buckets }, cause);
}

/** @returns the names that mean something else now. */
export function changeNames(names: Map<string, NameRow>, event: NameEvent): string[] {
  switch (event.type) {
    case 'AliasAdded': {
      const { alias, entity, by, decidedAt } = event.data;
      return point(names, { name: alias, entity, kind: 'alias', decidedBy: by, decidedAt });
    }
    case 'EntityMerged': {
      const { from, into, by, decidedAt } = event.data;
      return point(names, { name: from, entity: into, kind: 'merge', decidedBy: by, decidedAt });
    }
    case 'EntitySplit':
      return names.delete(event.data.name) ? [event.data.name] : [];
  }
}

function point(names: Map<string, NameRow>, row: NameRow): string[] {
  if (row.name === row.entity) return [];
  names.set(row.name, row);
  // The entity of a later decision stands for itself: a circle would leave both without a name.
  return names.get(row.entity)?.entity === row.name && names.delete(row.entity) ? [row.name, row.entity] : [row.name];
}
