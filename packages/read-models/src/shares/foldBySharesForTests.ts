import type { EventStore } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { applyEvents } from '../applyEvents.ts';
import { createFolder } from '../createFolder.ts';
import { emptyTables } from '../emptyTables.ts';
import type { Chances } from '../random/seededRandom.ts';
import { areForShares } from './areForShares.ts';
import { createShareFolder, type ShareFolder } from './createShareFolder.ts';
import { REST } from './keyShare.ts';

interface Ledger {
  readonly pool: pg.Pool;
  readonly store: EventStore;
}

/** Folds the log from a position on as one process does. @returns its end. */
export async function foldAtOnce({ pool, store }: Ledger, batchSize: number, after = 0n): Promise<bigint> {
  const fold = createFolder();
  for await (const events of batches(store, batchSize, after)) await inTables(pool, (client) => fold(client, events));
  return store.lastPosition();
}

/**
 * Folds the whole log into empty tables, each round share by share, in an order drawn by lot and the rest last; a share sees what others have kept
 * already, as one does that is folded for somebody who died. Now and then somebody else folds it, who has nothing at hand.
 * @returns how many batches were folded share by share.
 * @throws where a share is not where its round begins.
 */
export async function foldByShares(
  { pool, store }: Ledger,
  { shares, batchSize, chances }: { readonly shares: number; readonly batchSize: number; readonly chances: Chances },
): Promise<number> {
  await inTables(pool, emptyTables);
  const folders = new Map<number, ShareFolder>();
  let rounds = 0;
  let after = 0n;
  for await (const events of batches(store, batchSize)) {
    const round = { after, upTo: events.at(-1)?.position ?? after };
    after = round.upTo;
    if (areForShares(events)) {
      rounds++;
      await placeShares(pool, shares, round.after);
      for (const share of [...inAnyOrder(shares, chances), REST]) {
        const known = chances.oneIn(4) ? undefined : folders.get(share);
        const fold = known ?? createShareFolder(share, shares);
        folders.set(share, fold);
        if (!(await inTables(pool, (client) => fold(client, round, events)))) throw new Error(`share ${share} is elsewhere`);
      }
    } else await inTables(pool, (client) => applyEvents(client, events));
  }
  return rounds;
}

async function inTables<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

async function placeShares(pool: pg.Pool, shares: number, position: bigint): Promise<void> {
  await pool.query(
    `INSERT INTO projection.share (share, position, turn) SELECT share, $2, gen_random_uuid() FROM generate_series(0, $1::int) AS share
     ON CONFLICT (share) DO UPDATE SET position = $2`,
    [shares, position],
  );
}

function inAnyOrder(shares: number, chances: Chances): number[] {
  const waiting = Array.from({ length: shares }, (_, index) => index + 1);
  return Array.from(waiting.slice(), () => waiting.splice(chances.below(waiting.length), 1)).flat();
}

async function* batches(store: EventStore, limit: number, from = 0n): AsyncGenerator<AnyRecordedEvent[]> {
  for (let after = from; ; ) {
    const { events, upTo } = await store.readAll({ after, limit });
    if (events.length === 0) return;
    yield events;
    after = upTo;
  }
}
