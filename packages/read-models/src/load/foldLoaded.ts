import type { AnyRecordedEvent } from '@newsledger/events';
import { EchoesMissingError } from '@newsledger/reconcile';
import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import type { KeyShare } from '../shares/keyShare.ts';
import { type AtHand, type EchoesWanted, loadMore, loadState } from './loadState.ts';

/** Applies one event to a state. */
export type Fold = (state: FoldState, event: AnyRecordedEvent) => void;

export interface LookOptions {
  /** Is shown the state before the first event. */
  readonly look?: ((loaded: FoldState) => void) | undefined;
}

interface LoadedOptions extends LookOptions {
  /** The part of the tables to fold for; all by default. */
  readonly keys?: KeyShare | null;
}

/**
 * Loads what some events can touch, and folds them.
 * @returns the state after the last event.
 */
export async function foldLoaded(
  client: pg.ClientBase,
  events: readonly AnyRecordedEvent[],
  fold: Fold,
  { keys = null, look = () => {} }: LoadedOptions = {},
): Promise<AtHand> {
  // Nearly always one more claim changes nothing for the echoes of others. Where it does, those of its figure are loaded; where that moves
  // claims to other figures, all are.
  let echoesOf: EchoesWanted = [];
  for (let tries = 1; ; tries++) {
    const atHand = await loadState(client, events, { echoesOf, keys });
    look(atHand.state);
    try {
      for (const event of events) fold(atHand.state, event);
      return atHand;
    } catch (error) {
      if (!(error instanceof EchoesMissingError) || echoesOf === 'all') throw error;
      echoesOf = tries < MAX_TRIES ? [...echoesOf, ...error.leaderIds] : 'all';
    }
  }
}

const MAX_TRIES = 3;

/**
 * Folds news into a state that holds what the events before them touched, as the tables have it.
 * @returns whether it could; otherwise the state is of no more use.
 */
export async function foldOn(
  client: pg.ClientBase,
  atHand: AtHand,
  events: readonly AnyRecordedEvent[],
  fold: Fold,
  { look = () => {} }: LookOptions = {},
): Promise<boolean> {
  if (!(await loadMore(client, atHand, events))) return false;
  look(atHand.state);
  try {
    for (const event of events) fold(atHand.state, event);
    return true;
  } catch (error) {
    if (error instanceof EchoesMissingError) return false;
    throw error;
  }
}
