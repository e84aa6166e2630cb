import type { EventStore } from '@newsledger/event-store';
import { type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { DecisionError } from './decisionError.ts';

export const nameDecisions = ['merge', 'split', 'alias'] as const;
export type NameDecision = (typeof nameDecisions)[number];

/**
 * Decides what a name means; every claim that bears it moves to the figures and deals that it is about then.
 * @param at an ISO instant.
 * @throws {DecisionError} when both names are the same.
 */
export async function decideName(
  store: EventStore,
  decision: NameDecision,
  {
    name,
    entity,
    by,
    reason,
  }: { readonly name: string; readonly entity: string; readonly by: string; readonly reason?: string | undefined },
  at: string,
): Promise<void> {
  if (name === entity) throw new DecisionError('The two names are the same.');
  await store.append(streamOf.entity(name), 'any', [
    eventOf(decision, name, entity, { by, ...(reason !== undefined && { reason }), decidedAt: at }),
  ]);
}

function eventOf(
  decision: NameDecision,
  name: string,
  entity: string,
  decided: { by: string; reason?: string; decidedAt: string },
): NewEvent {
  if (decision === 'merge') return newEvent('EntityMerged', { from: name, into: entity, ...decided });
  if (decision === 'split') return newEvent('EntitySplit', { name, from: entity, ...decided });
  return newEvent('AliasAdded', { entity, alias: name, ...decided });
}
