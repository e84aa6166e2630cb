import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { foldEvent } from '../fold/foldEvent.ts';
import { saveState } from '../save/saveState.ts';
import type { KeyShare } from '../shares/keyShare.ts';
import { areNews } from './areNews.ts';
import { foldLoaded, foldOn } from './foldLoaded.ts';
import type { AtHand } from './loadState.ts';

/** Beyond so many claims or articles what is at hand is let go, and loaded again as it is needed: some 300 MB. */
const MOST_AT_HAND = 40_000;

/** Who folds now, and whom the tables name as the last who did: what is kept is good only for whoever left the last mark himself. */
export interface Turn {
  readonly turn: string;
  readonly before: string;
  readonly generation: number;
}

interface Kept {
  readonly atHand: AtHand;
  readonly turn: string;
  readonly generation: number;
}

/** Folds batch after batch into the tables, or into one share of them, and keeps what it read and wrote from one to the next. */
export class KeptFold {
  readonly #keys: KeyShare | null;
  #kept: Kept | null = null;

  constructor(keys: KeyShare | null) {
    this.#keys = keys;
  }

  /** Call it inside the transaction in which the turn was taken. */
  async fold(client: pg.ClientBase, events: readonly AnyRecordedEvent[], { turn, before, generation }: Turn): Promise<void> {
    const last = this.#kept;
    this.#kept = null;
    const isNews = areNews(events);
    const canGoOn = last !== null && last.turn === before && last.generation === generation && isNews;
    const atHand =
      canGoOn && (await foldOn(client, last.atHand, events, foldEvent))
        ? last.atHand
        : await foldLoaded(client, events, foldEvent, { keys: this.#keys });
    const { state } = atHand;
    await saveState(client, state);
    state.changed.forget();
    const isSmall = Math.max(state.claims.size, state.articles.size) < MOST_AT_HAND;
    if (isSmall && isNews) this.#kept = { atHand, turn, generation };
  }
}
