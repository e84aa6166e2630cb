import { randomUUID } from 'node:crypto';
import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { KeptFold, type Turn } from '../load/keptFold.ts';
import { KeyShare } from './keyShare.ts';
import { type Round, VOTE_CHANNEL } from './round.ts';

/**
 * Folds a share's part of a round. Call it inside a transaction: whoever else takes the share waits until that ends.
 * @returns false when the share is not where the round begins, since it was folded already.
 */
export type ShareFolder = (
  client: pg.ClientBase,
  round: Pick<Round, 'after' | 'upTo'>,
  events: readonly AnyRecordedEvent[],
) => Promise<boolean>;

/** Makes what folds one share of the tables, round after round, and keeps what it read and wrote from one to the next. */
export function createShareFolder(share: number, shares: number): ShareFolder {
  const kept = new KeptFold(new KeyShare(share, shares));
  return async (client, round, events) => {
    const turn = await takeShare(client, share, round);
    if (turn === null) return false;
    await kept.fold(client, events, turn);
    return true;
  };
}

/**
 * Moves a share on, and keeps everybody else from it until the transaction ends: who was thought dead and wakes finds it moved.
 * @returns null when it is not where the round begins.
 */
async function takeShare(client: pg.ClientBase, share: number, { after, upTo }: Pick<Round, 'after' | 'upTo'>): Promise<Turn | null> {
  const mark = randomUUID();
  const { rows } = await client.query<{ before: string; turn: string; generation: number }>({
    name: 'read-models.take_share',
    // Whoever folds all keys at once leaves his mark in projection.folding alone, and nothing that was kept is good after that.
    text: `UPDATE projection.share
              SET position = $3, turn = $4
            WHERE share = $1 AND position = $2
           RETURNING old.turn || '/' || (SELECT turn FROM projection.folding) AS before,
                     new.turn || '/' || (SELECT turn FROM projection.folding) AS turn,
                     (SELECT current FROM projection.generation) AS generation`,
    values: [share, after, upTo, mark],
  });
  return rows[0] ?? null;
}

/** Whether a round is still to be kept. Until the caller's transaction ends nobody can give it up; with its commit who leads hears of it. */
export async function mayKeep(client: pg.ClientBase, round: bigint): Promise<boolean> {
  const { rows } = await client.query({
    name: 'read-models.may_keep',
    text: `WITH kept AS (
             SELECT FROM projection.round WHERE number = $1 AND stage = 'decided' FOR SHARE
           )
           SELECT pg_notify('${VOTE_CHANNEL}', '') FROM kept`,
    values: [round],
  });
  return rows.length === 1;
}
