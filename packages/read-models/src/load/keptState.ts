import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import type { KeyShare } from '../shares/keyShare.ts';
import { areNews } from './areNews.ts';
import { type Fold, foldLoaded, foldOn, type LookOptions } from './foldLoaded.ts';
import type { AtHand } from './loadState.ts';

interface KeptStateOptions {
  /** Beyond so many claims or articles what is at hand is let go, and loaded again as it is needed. */
  readonly mostAtHand: number;
  /** The part of the tables to fold for; null for all. */
  readonly keys: KeyShare | null;
}

/** What batch after batch is folded into: what one of them loaded stays at hand for the next, until there is no more room. */
export class KeptState {
  readonly #options: KeptStateOptions;
  /** What the next batch may go on from. */
  #kept: AtHand | null = null;
  /** What the last batch was folded into, as long as it was not saved. */
  #unsaved: AtHand | null = null;

  constructor(options: KeptStateOptions) {
    this.#options = options;
  }

  /** Has the next batch ask the tables afresh. */
  letGo(): void {
    this.#kept = null;
  }

  /** @returns the state after the last event, to be saved. Until `saved` is called the next batch asks the tables afresh. */
  async fold(client: pg.ClientBase, events: readonly AnyRecordedEvent[], fold: Fold, { look }: LookOptions = {}): Promise<FoldState> {
    const { keys, mostAtHand } = this.#options;
    const last = areNews(events) ? this.#kept : null;
    this.#kept = null;
    const isKept = last !== null && (await foldOn(client, last, events, fold, { look }));
    const atHand = isKept ? last : await foldLoaded(client, events, fold, { keys, look });
    const { state } = atHand;
    this.#unsaved = areNews(events) && Math.max(state.claims.size, state.articles.size) < mostAtHand ? atHand : null;
    return state;
  }

  /** To be called once the tables hold what the state does. */
  saved(): void {
    this.#unsaved?.state.changed.forget();
    this.#kept = this.#unsaved;
    this.#unsaved = null;
  }
}
