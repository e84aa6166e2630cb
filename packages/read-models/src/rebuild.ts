import { type EventStore, forgetParked, lockCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import { EchoesMissingError } from '@newsledger/reconcile';
import type pg from 'pg';
import { foldEvent } from './fold/foldEvent.ts';
import { analyzeParents } from './generations/analyzeParents.ts';
import { dropGenerations, NEXT_GENERATION } from './generations/dropGenerations.ts';
import { currentGeneration, type GenerationTable, generationTables } from './generations/generationTables.ts';
import { inGeneration } from './generations/inGeneration.ts';
import { attachGeneration, showGeneration } from './generations/showGeneration.ts';
import type { Fold } from './load/foldLoaded.ts';
import { foldLoaded } from './load/foldLoaded.ts';
import { loadRules, type Rules } from './load/loadRules.ts';
import { openRebuildTeller, type RebuildTeller } from './measures/rebuildProgress.ts';
import { RebuildStoppedError } from './parking/rebuildStoppedError.ts';
import { PROJECTOR } from './projectorName.ts';
import { buildGeneration } from './rebuild/buildGeneration.ts';
import { keepHeapSmall } from './rebuild/keepHeapSmall.ts';
import { Lanes } from './rebuild/lanes.ts';
import { saveState } from './save/saveState.ts';
import { closeRound, keepSharesOut } from './shares/round.ts';

/** A few megabytes of events at a time. */
const BATCH_SIZE = 2000;

/** As many as write at a time while one process folds. */
const LANES = 2;
const INDEX_MEMORY_MB = 128;

/** Its own and the lanes', one to tell how far it is, one to read the log, and one that whoever asks for it may hold meanwhile. */
export const REBUILD_CONNECTIONS = LANES + 4;

/** Some 200 MB with all that belongs to them; the tables have the others. */
const CLAIMS_AT_HAND = 30_000;

export interface RebuildOptions {
  /** Told after each batch how many positions of the log are done, and of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly batchSize?: number;
  /** The rules to fold by from now on; those that made the tables when left out. */
  readonly rules?: Rules;
  /** Folds one event; `foldEvent` unless another is given. */
  readonly fold?: Fold;
  /** How many claims may be in memory at a time; more are spilled to the tables and loaded again by key. */
  readonly claimsAtHand?: number;
}

/**
 * Folds the whole log again, into tables of a new generation beside those that readers see, and shows it once it is complete. Readers go on
 * with the old rows until then, and wait for nothing; nor does a projector at work, which keeps the old generation up to date, until the last
 * moment: it goes on from there. Whatever happens before that moment leaves everything as it was, but for tables that the next start drops.
 * Poll states are not derived from the log and stay. Events that were parked are folded like all others.
 * @returns the position up to which the log was folded.
 * @param pool may open `REBUILD_CONNECTIONS`.
 * @throws {RebuildStoppedError} at the first event that can't be read or folded; the tables then stay as they were.
 * @throws {RangeError} when the pool may open fewer connections than it takes; it would wait for one for ever.
 */
export async function rebuild(pool: pg.Pool, store: EventStore, options: RebuildOptions = {}): Promise<bigint> {
  const { max } = pool.options;
  if (max < REBUILD_CONNECTIONS) throw new RangeError(`A rebuild takes ${REBUILD_CONNECTIONS} connections, and this pool may open ${max}.`);
  const client = await pool.connect();
  let laneClients: readonly pg.PoolClient[] = [];
  let lanes: Lanes | undefined;
  let teller: RebuildTeller | undefined;
  const letHeapGrow = keepHeapSmall();
  // A broken connection shows in the next query; without a listener it would end the process.
  const ignore = () => {};
  client.on('error', ignore);
  try {
    await client.query(`SELECT pg_advisory_lock(${NEXT_GENERATION})`);
    laneClients = await openLanes(pool);
    teller = await openRebuildTeller(pool);
    lanes = new Lanes(laneClients);
    await dropGenerations(client);
    const current = await currentGeneration(client);
    const tables = await generationTables(client, current);
    const reached = await makeNext(client, { pool, store, lanes, teller, generation: await unusedGeneration(client), tables }, options);
    await dropGenerations(client);
    await analyzeParents(client);
    await client.query(`SELECT pg_advisory_unlock(${NEXT_GENERATION})`);
    client.off('error', ignore);
    client.release();
    return reached;
  } catch (error) {
    await lanes?.settle();
    await client.query('ROLLBACK').catch(() => {});
    await dropGenerations(client).catch(() => {});
    // Closing the connection lets go of the lock, whatever state the connection is in.
    client.release(true);
    throw error;
  } finally {
    // Their settings are not those that others expect.
    for (const lane of laneClients) lane.release(true);
    teller?.close();
    letHeapGrow();
  }
}

/** Connections that write side by side. */
async function openLanes(pool: pg.Pool): Promise<pg.PoolClient[]> {
  const clients: pg.PoolClient[] = [];
  for (let lane = 0; lane < LANES; lane++) {
    const client = await pool.connect();
    // A broken connection shows in the work that it was doing.
    client.on('error', () => {});
    // What dies in the middle is begun anew; indexes are built of all rows at once.
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '${INDEX_MEMORY_MB}MB'`);
    clients.push(client);
  }
  return clients;
}

interface Next {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly lanes: Lanes;
  readonly teller: RebuildTeller;
  readonly generation: number;
  readonly tables: readonly GenerationTable[];
}

async function makeNext(
  client: pg.PoolClient,
  { pool, store, lanes, teller, generation, tables }: Next,
  { onProgress, batchSize = BATCH_SIZE, rules, claimsAtHand = CLAIMS_AT_HAND, fold = foldEvent }: RebuildOptions,
): Promise<bigint> {
  const last = await store.lastPosition();
  const onFolded = (position: bigint) => {
    const total = Math.max(Number(last), Number(position));
    onProgress?.(Number(position), total);
    teller.tell(Number(position), total);
  };
  const built = await buildGeneration(client, {
    store,
    generation,
    tables,
    rules: rules ?? (await loadRules(client)),
    pageSize: batchSize,
    claimsAtHand,
    lanes,
    fold: stoppingAt(fold),
    onFolded,
  });
  const next = inGeneration(
    client,
    generation,
    tables.map(({ name }) => name),
  );
  const catchUp = { store, batchSize, onFolded };
  const caughtUp = await foldRest(next, built, catchUp);
  await attachGeneration(client, generation, tables);
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  // From here to the commit a projector waits.
  await lockCheckpoint(client, PROJECTOR);
  await keepSharesOut(client, pool);
  await closeRound(client);
  const reached = await foldRest(next, caughtUp, catchUp);
  await showGeneration(client, generation);
  await forgetParked(client, PROJECTOR);
  await saveCheckpoint(client, PROJECTOR, reached);
  await client.query('COMMIT');
  return reached;
}

/** Names the event that can't be folded. */
function stoppingAt(fold: Fold): Fold {
  return (state, event) => {
    try {
      fold(state, event);
    } catch (error) {
      if (error instanceof EchoesMissingError) throw error;
      throw new RebuildStoppedError(event, error);
    }
  };
}

/** Folds what came while the rest was folded, as a projector does. */
async function foldRest(
  client: pg.ClientBase,
  from: bigint,
  { store, batchSize, onFolded }: { store: EventStore; batchSize: number; onFolded: (position: bigint) => void },
): Promise<bigint> {
  for (let after = from; ; ) {
    const { events, upTo } = await store.readAll({ after, limit: batchSize });
    if (events.length > 0) await saveState(client, (await foldLoaded(client, events, foldEvent)).state);
    onFolded(upTo);
    if (upTo === after || events.length < batchSize) return upTo;
    after = upTo;
  }
}

/** What is left of a generation that somebody still reads keeps its number. */
async function unusedGeneration(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    `SELECT max(substr(nspname, 12)::int) + 1 AS next FROM pg_namespace WHERE nspname ~ '^generation_[0-9]+$'`,
  );
  return rows[0]?.next ?? 1;
}
