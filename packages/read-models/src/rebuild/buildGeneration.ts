import { setImmediate } from 'node:timers/promises';
import { type EventStore, type LogBatch, readNext } from '@newsledger/event-store';
import { type AnyRecordedEvent, InvalidEventError } from '@newsledger/events';
import type pg from 'pg';
import { FoldState } from '../fold/state.ts';
import { analyzeGeneration, type GenerationTable, skimGeneration } from '../generations/generationTables.ts';
import { inGeneration } from '../generations/inGeneration.ts';
import { addIndexes, addKeys, makeGeneration } from '../generations/makeGeneration.ts';
import type { Fold } from '../load/foldLoaded.ts';
import { KeptState } from '../load/keptState.ts';
import type { Rules } from '../load/loadRules.ts';
import { RebuildStoppedError } from '../parking/rebuildStoppedError.ts';
import { saveRules } from '../save/saveRules.ts';
import { saveState } from '../save/saveState.ts';
import type { Lanes } from './lanes.ts';
import { copyHistory, copyNewRows, NOTHING_STORED, storedIn, type Target } from './writeState.ts';

/** Pages that are folded together once not all rows are at hand: each such batch asks the tables a dozen questions. */
const PAGES_PER_SPILL = 5;

/** After so many, rows on their way to the server get their turn. */
const EVENTS_AT_A_STRETCH = 50;

/** Indexes by which readers ask; folding needs none of them. */
const FOR_READERS = /WHERE live$|USING gin \(search\)|\((?:changed_at|"?position"?, figure_id|deal_id|deal_claim_id)\)/;

export interface BuildOptions {
  readonly store: EventStore;
  readonly generation: number;
  readonly tables: readonly GenerationTable[];
  readonly rules: Rules | null;
  /** Events that are read at a time. */
  readonly pageSize: number;
  /** Claims in memory at most, with all that belongs to them. */
  readonly claimsAtHand: number;
  readonly fold: Fold;
  /** Connections beside the one that asks, on which rows are written and indexes built. */
  readonly lanes: Lanes;
  /** Told of each position of the log that is done. */
  readonly onFolded: (position: bigint) => void;
}

/**
 * Folds the whole log into tables of a new generation, which nobody sees. As long as everything folded so far fits into memory nothing is read
 * back, and rows are written once. Beyond that all rows are spilled to the tables, and what an event touches is loaded again by its key,
 * and stays at hand until there is no more room.
 * @returns the position up to which the log was folded. The tables have their keys and indexes then.
 */
export async function buildGeneration(client: pg.ClientBase, options: BuildOptions): Promise<bigint> {
  const { generation, tables, lanes } = options;
  await makeGeneration(client, generation, tables);
  const next = inGeneration(
    client,
    generation,
    tables.map(({ name }) => name),
  );
  const target: Target = { lanes, generation, tables: new Map(tables.map((table) => [table.name, table])) };
  const pages = readPages(client, options);
  const inMemory = await foldInMemory(pages, next, target, options);
  const position = await foldBySpilling(pages, inMemory, next, client, target, options);
  await lanes.runAll(
    tables.flatMap((table) =>
      table.indexes.map((index) => (lane: pg.ClientBase) => addIndexes(lane, generation, [{ ...table, indexes: [index] }])),
    ),
  );
  await analyzeGeneration(client, generation, tables);
  return position;
}

type Pages = AsyncGenerator<LogBatch<AnyRecordedEvent>>;

/** The log to its present end. The next page is on its way while one is folded. */
async function* readPages(client: pg.ClientBase, { store, pageSize }: BuildOptions): Pages {
  const read = (after: bigint) => {
    const page = store.readAll({ after, limit: pageSize });
    // Whoever awaits it hears of its failure; until then nobody has to.
    page.catch(() => {});
    return page;
  };
  let after = 0n;
  let coming = read(after);
  for (;;) {
    const page = await coming.catch((error: unknown) => stopAtUnreadable(client, store, { after, limit: pageSize }, error));
    after = page.upTo;
    const full = page.events.length >= pageSize;
    if (full) coming = read(page.upTo);
    yield page;
    if (!full) return;
  }
}

/**
 * Finds the event that can't be read, where that is what was wrong.
 * @throws {RebuildStoppedError} that names it.
 */
async function stopAtUnreadable(
  client: pg.ClientBase,
  store: EventStore,
  { after, limit }: { readonly after: bigint; readonly limit: number },
  error: unknown,
): Promise<never> {
  if (!(error instanceof InvalidEventError)) throw error;
  for (let from = after; ; ) {
    const found = await readNext(store, client, { after: from, limit });
    if ('unreadable' in found) throw new RebuildStoppedError(found.unreadable, found.error);
    if (found.upTo === from) throw error;
    from = found.upTo;
  }
}

async function foldInMemory(pages: Pages, next: pg.ClientBase, target: Target, options: BuildOptions): Promise<bigint> {
  const { generation, tables, rules, claimsAtHand, onFolded, lanes } = options;
  const state = new FoldState(rules?.placedFrom);
  let position = 0n;
  while (state.claims.size < claimsAtHand) {
    const { value: page, done } = await pages.next();
    if (done) break;
    for (const [index, event] of page.events.entries()) {
      options.fold(state, event);
      if (index % EVENTS_AT_A_STRETCH === 0) await setImmediate();
    }
    await copyHistory(target, state);
    position = page.upTo;
    onFolded(position);
  }
  await copyNewRows(target, state, NOTHING_STORED);
  await lanes.runAll(tables.map((table) => (lane) => addKeys(lane, generation, [table])));
  if (rules !== null) await saveRules(next, rules);
  await saveState(next, state);
  return position;
}

async function foldBySpilling(
  pages: Pages,
  from: bigint,
  next: pg.ClientBase,
  client: pg.ClientBase,
  target: Target,
  options: BuildOptions,
): Promise<bigint> {
  const { generation } = options;
  let position = from;
  let events: AnyRecordedEvent[] = [];
  let analyzedAt = 0;
  let count = 0;
  // What a popular figure is decided by stays at hand from batch to batch.
  const kept = new KeptState({ keys: null, mostAtHand: options.claimsAtHand });
  const fold = async () => {
    if (count === 0) await addIndexes(client, generation, options.tables.map(forFolding));
    // Tables that have grown are asked otherwise; autovacuum would look at them too late.
    if (count >= 2 * analyzedAt) {
      await skimGeneration(client, generation, options.tables);
      analyzedAt = Math.max(count, events.length);
    }
    let stored = NOTHING_STORED;
    const look = (loaded: FoldState) => {
      stored = storedIn(loaded);
    };
    const state = await kept.fold(next, events, options.fold, { look });
    await copyNewRows(target, state, stored);
    await saveState(next, state);
    kept.saved();
    count += events.length;
    events = [];
    options.onFolded(position);
  };
  for await (const page of pages) {
    events = events.concat(page.events);
    position = page.upTo;
    if (events.length >= PAGES_PER_SPILL * options.pageSize) await fold();
  }
  if (events.length > 0) await fold();
  return position;
}

function forFolding({ indexes, ...table }: GenerationTable): GenerationTable {
  return { ...table, indexes: indexes.filter((definition) => !FOR_READERS.test(definition)) };
}
