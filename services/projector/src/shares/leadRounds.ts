import { type Handle, readCheckpoint, tryToHandle } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import type { Logger } from '@newsledger/platform';
import {
  applyEvents,
  areForShares,
  closeRound,
  countKept,
  createShareFolder,
  decideRound,
  digestOf,
  giveUpRound,
  keepSharesOut,
  openRound,
  PROJECTOR,
  REST,
  type Round,
  readVotes,
} from '@newsledger/read-models';
import type pg from 'pg';
import type { Hints } from './hints.ts';
import { keepShares } from './keepShares.ts';

/** How often to ask what became of the shares when no hint comes. */
const ASK_EVERY_MS = 50;

const ENDED_BY_OTHERS = 'it was ended by somebody else';

interface LeadOptions {
  readonly pool: pg.Pool;
  /** How many there are, the rest not counted. */
  readonly shares: number;
  /** Given when something became of a share. */
  readonly votes: Hints;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Folds a batch for all shares, where they can't. */
  readonly apply?: Handle;
}

/**
 * Makes what folds a batch with all who hold shares: it opens a round, folds the rest itself, and has everybody keep it once all could fold it; its
 * own rows last, with the checkpoint, so that whoever folds a share for one who died finds the articles as they were. A batch that is not for
 * shares, or that one of them can't fold, it folds alone, as one process does that has no others: what is wrong with it shows then.
 */
export function leadRounds({ pool, shares, votes, logger, signal, apply = applyEvents }: LeadOptions): Handle {
  const foldRest = createShareFolder(REST, shares);
  /** What failed in a round is not tried in another one. */
  let aloneUpTo = 0n;
  return async (client, events) => {
    const upTo = events.at(-1)?.position;
    if (upTo === undefined) return;
    const round = { shares, after: await readCheckpoint(client, PROJECTOR), upTo, digest: digestOf(events) };
    if (upTo > aloneUpTo && (await isForShares(client, round, events))) {
      const failure = await foldTogether(client, round, events);
      if (failure === null) return;
      logger.warn({ reason: failure, position: `${upTo}` }, 'a round failed; its events are folded by one process');
    }
    aloneUpTo = upTo;
    await keepSharesOut(client, pool);
    await apply(client, events);
  };

  /** @returns why it came to nothing; null when everybody has kept it. */
  async function foldTogether(
    client: pg.PoolClient,
    round: Omit<Round, 'number' | 'stage'>,
    events: readonly AnyRecordedEvent[],
  ): Promise<string | null> {
    const number = await openRound(pool, round);
    await client.query('SAVEPOINT round');
    const own = await tryToHandle(
      client,
      async (inside) => {
        await foldRest(inside, round, events);
      },
      events,
    );
    const failure = own === null ? await failureOf(client, number) : String(own.error);
    if (failure !== null || !(await decideRound(pool, number))) {
      await giveUpRound(pool);
      await client.query('ROLLBACK TO SAVEPOINT round');
      return failure ?? ENDED_BY_OTHERS;
    }
    await allKept(client, { ...round, number }, events);
    await closeRound(client);
    return null;
  }

  async function failureOf(client: pg.PoolClient, number: bigint): Promise<string | null> {
    const outcome = await votes.until(
      async () => {
        const { isOpen, ready, failure } = await readVotes(client, number);
        // Who led before, and was thought dead, may have opened or given up a round since.
        if (!isOpen) return { failure: ENDED_BY_OTHERS };
        return failure !== null || ready === shares ? { failure } : null;
      },
      ASK_EVERY_MS,
      signal,
    );
    if (outcome !== null) return outcome.failure;
    await giveUpRound(pool);
    throw new RoundGivenUpError();
  }

  async function allKept(client: pg.PoolClient, round: Omit<Round, 'stage'>, events: readonly AnyRecordedEvent[]): Promise<void> {
    const isKept = async () => ((await countKept(client, round.upTo)) === shares ? true : null);
    // Told to stop, so that others may stop as well: whoever holds shares may have left.
    if ((await votes.until(isKept, ASK_EVERY_MS, signal)) === null) await keepShares(pool, round, events);
  }
}

/** Whether the batch is all that the log has there, and nothing in it is for one process alone. */
async function isForShares(
  client: pg.ClientBase,
  { after, upTo }: Pick<Round, 'after' | 'upTo'>,
  events: readonly AnyRecordedEvent[],
): Promise<boolean> {
  if (!areForShares(events)) return false;
  // What waits behind a parked event was left out.
  const { rows } = await client.query<{ count: number }>({
    name: 'projector.count_events',
    text: 'SELECT count(*)::int AS count FROM ledger.events WHERE position > $1 AND position <= $2',
    values: [after, upTo],
  });
  return rows[0]?.count === events.length;
}

/** This process was told to stop in the middle of a round: whoever leads next begins it anew. */
class RoundGivenUpError extends Error {
  override readonly name = 'RoundGivenUpError';

  constructor() {
    super('the process was told to stop in the middle of a round');
  }
}
