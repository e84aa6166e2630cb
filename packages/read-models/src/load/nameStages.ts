import type { AnyRecordedEvent } from '@newsledger/events';
import { changeNames, type NameEvent } from '../fold/foldNames.ts';
import type { NameRow } from '../fold/rows.ts';

/** The names as they are before the batch and after each of its changes. */
export function nameStages(names: ReadonlyMap<string, NameRow>, events: readonly AnyRecordedEvent[]): ReadonlyMap<string, NameRow>[] {
  const stages = [names];
  let latest = names;
  for (const event of events) {
    if (!isNameEvent(event)) continue;
    const next = new Map(latest);
    changeNames(next, event);
    stages.push(next);
    latest = next;
  }
  return stages;
}

export function isNameEvent(event: AnyRecordedEvent): event is NameEvent {
  return event.type === 'EntityMerged' || event.type === 'EntitySplit' || event.type === 'AliasAdded';
}

export function namesIn(event: NameEvent): string[] {
  switch (event.type) {
    case 'AliasAdded':
      return [event.data.alias, event.data.entity];
    case 'EntityMerged':
      return [event.data.from, event.data.into];
    case 'EntitySplit':
      return [event.data.name, event.data.from];
  }
}
