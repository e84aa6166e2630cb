import type { EventData } from '@newsledger/events';
import type { EntityRow } from './rows.ts';
import type { FoldState } from './state.ts';

/** Whose descriptions give way to everybody else's. */
const BUILT_IN = 'built-in list';

/** Keeps the latest description of an entity. */
export function foldEntity(state: FoldState, { entity, kind, parent, identifiers, by, decidedAt }: EventData<'EntityDescribed'>): void {
  const known = state.entities.get(entity);
  if (by === BUILT_IN && known !== undefined && known.describedBy !== BUILT_IN && !isBlank(known)) return;
  state.entities.set(entity, { entity, kind, parent, identifiers, describedBy: by, describedAt: decidedAt });
  state.changed.entities.add(entity);
}

/** A description that was taken back says nothing any more. */
function isBlank({ kind, parent, identifiers }: EntityRow): boolean {
  return kind === null && parent === null && Object.keys(identifiers).length === 0;
}
