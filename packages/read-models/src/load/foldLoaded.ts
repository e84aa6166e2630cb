import type { AnyRecordedEvent } from '@newsledger/events';
import { EchoesMissingError } from '@newsledger/reconcile';
import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { type EchoesWanted, loadState } from './loadState.ts';

/**
 * Loads what some events can touch, and folds them.
 * @param fold applies one event.
 * @returns the state after the last event, and what `look` found in the one before the first.
 */
export async function foldLoaded<Seen>(
  client: pg.ClientBase,
  events: readonly AnyRecordedEvent[],
  fold: (state: FoldState, event: AnyRecordedEvent) => void,
  look: (loaded: FoldState) => Seen,
): Promise<{ readonly state: FoldState; readonly seen: Seen }> {
  // Nearly always one more claim changes nothing for the echoes of others. Where it does, those of its figure are loaded; where that moves
  // claims to other figures, all are.
  let echoesOf: EchoesWanted = [];
  for (let tries = 1; ; tries++) {
    const state = await loadState(client, events, echoesOf);
    const seen = look(state);
    try {
      for (const event of events) fold(state, event);
      return { state, seen };
    } catch (error) {
      if (!(error instanceof EchoesMissingError) || echoesOf === 'all') throw error;
      echoesOf = tries < MAX_TRIES ? [...echoesOf, ...error.leaderIds] : 'all';
    }
  }
}

const MAX_TRIES = 3;
