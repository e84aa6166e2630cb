import type { EventStore } from '@newsledger/event-store';
import type { Logger } from '@newsledger/platform';
import { createShareFolder, type Round, type ShareFolder, VOTE_CHANNEL } from '@newsledger/read-models';
import type pg from 'pg';
import { createRoundReader, type RoundReader } from './createRoundReader.ts';
import { foldRound } from './foldRound.ts';
import type { Hints } from './hints.ts';
import { type HeldShares, holdShares } from './holdShares.ts';

/** What others hold is looked at so often: whoever dies is noticed by then. */
const LOOK_EVERY_MS = 500;

interface WorkOptions {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  /** Given when a round begins or is decided. */
  readonly rounds: Hints;
  /** Given when something became of a share, for who leads. */
  readonly votes: Hints;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Told which shares this process holds. */
  readonly onHeld: (shares: ReadonlySet<number>) => void;
}

/** Holds a fair part of the shares, and folds them in each round. @returns resolves when the signal has aborted and nothing is at work. */
export async function workShares(options: WorkOptions): Promise<void> {
  const { pool, rounds, votes, logger, signal, onHeld } = options;
  const workers = new Workers(options);
  const own: { session: HeldShares | null } = { session: null };
  const look = async (): Promise<null> => {
    try {
      own.session ??= await holdShares(pool, (channel) => (channel === VOTE_CHANNEL ? votes : rounds).give());
      const { round, held } = await own.session.look((share) => workers.isBusy(share));
      onHeld(held);
      if (round.stage !== 'closed') for (const share of held) workers.start(share, round);
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'the shares of this process were lost; it takes them again');
      own.session?.close();
      own.session = null;
      onHeld(new Set());
    }
    return null;
  };
  await rounds.until(look, LOOK_EVERY_MS, signal);
  await workers.settle();
  own.session?.close();
  onHeld(new Set());
}

/** What this process folds, share by share, one round after the other. */
class Workers {
  readonly #options: WorkOptions;
  readonly #read: RoundReader;
  /** By share; made anew when the number of shares changes. */
  readonly #folders = new Map<number, { readonly shares: number; readonly fold: ShareFolder }>();
  readonly #busy = new Map<number, Promise<void>>();
  /** The last round that each share was done with. */
  readonly #done = new Map<number, bigint>();

  constructor(options: WorkOptions) {
    this.#options = options;
    this.#read = createRoundReader(options.store);
  }

  isBusy(share: number): boolean {
    return this.#busy.has(share);
  }

  /** Does nothing for what is done or at work already. */
  start(share: number, round: Round): void {
    if (this.#busy.has(share) || this.#done.get(share) === round.number) return;
    const { logger, rounds, signal, pool } = this.#options;
    const work = foldRound({ pool, share, fold: this.#folderOf(share, round), read: this.#read, rounds, signal }, round)
      .then(
        () => {
          this.#done.set(share, round.number);
          // The next round may have begun meanwhile.
          rounds.give();
        },
        (error: unknown) => {
          if (!signal.aborted) logger.error({ err: error, share }, 'a share of a round could not be folded; it will be tried again');
        },
      )
      .finally(() => this.#busy.delete(share));
    this.#busy.set(share, work);
  }

  /** Waits until nothing is at work. */
  async settle(): Promise<void> {
    await Promise.all(this.#busy.values());
  }

  #folderOf(share: number, { shares }: Round): ShareFolder {
    const known = this.#folders.get(share);
    if (known?.shares === shares) return known.fold;
    const fold = createShareFolder(share, shares);
    this.#folders.set(share, { shares, fold });
    return fold;
  }
}
