import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { foldEvent } from '../fold/foldEvent.ts';
import { saveState } from '../save/saveState.ts';
import type { KeyShare } from '../shares/keyShare.ts';
import { KeptState } from './keptState.ts';

/** Beyond so many claims or articles what is at hand is let go, and loaded again as it is needed: some 300 MB. */
const MOST_AT_HAND = 40_000;

/** Who folds now, and whom the tables name as the last who did: what is kept is good only for whoever left the last mark himself. */
export interface Turn {
  readonly turn: string;
  readonly before: string;
  readonly generation: number;
}

/** Folds batch after batch into the tables, or into one share of them, and keeps what it read and wrote from one to the next. */
export class KeptFold {
  readonly #state: KeptState;
  /** The mark that was left with what is kept. */
  #last: Pick<Turn, 'turn' | 'generation'> | null = null;

  constructor(keys: KeyShare | null) {
    this.#state = new KeptState({ keys, mostAtHand: MOST_AT_HAND });
  }

  /** Call it inside the transaction in which the turn was taken. */
  async fold(client: pg.ClientBase, events: readonly AnyRecordedEvent[], { turn, before, generation }: Turn): Promise<void> {
    if (this.#last?.turn !== before || this.#last.generation !== generation) this.#state.letGo();
    await saveState(client, await this.#state.fold(client, events, foldEvent));
    this.#state.saved();
    this.#last = { turn, generation };
  }
}
