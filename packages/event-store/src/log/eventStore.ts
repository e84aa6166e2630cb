import { type AnyRecordedEvent, type NewEvent, readEvent, type Upcaster, upcasters } from '@newsledger/events';
import type pg from 'pg';
import { type AppendContext, type AppendResult, appendEvents, type ExpectedVersion } from './appendEvents.ts';
import { appendMany, type StreamBatch } from './appendMany.ts';
import { type LogBatch, type ReadAllOptions, readAll } from './readAll.ts';
import { readLastPosition } from './readLastPosition.ts';
import { type ReadStreamOptions, readStream } from './readStream.ts';
import { createWaker } from './wakeReaders.ts';

export interface EventStore {
  /**
   * Adds a batch to the end of a stream: all of it or nothing, in one round trip. An empty batch is a `duplicate`: it says nothing new.
   * @param client joins this client's transaction, which must be READ COMMITTED. Until it ends, readers of the log wait at the position
   *   before it, and other writers of the stream wait, too: keep it short, and append to several streams by `appendMany`, or in one order
   *   everywhere, or PostgreSQL ends one of two that wait for each other (SQLSTATE 40P01: try the transaction again).
   * @throws {InvalidEventError} for an event of the current schema version that doesn't fit its schema.
   */
  append(
    stream: string,
    expected: ExpectedVersion,
    events: readonly NewEvent[],
    context?: AppendContext,
    client?: pg.ClientBase,
  ): Promise<AppendResult>;
  /**
   * Adds batches to several streams in one round trip and one transaction, each judged by itself: a conflict in one stream keeps no other
   * batch from being added, while an error undoes all. Streams are locked in one order, whatever the order given. Each takes a lock
   * until the transaction ends: hundreds are fine, tens of thousands fill PostgreSQL's lock table.
   * @param client as for `append`.
   * @returns a result for each batch, in the order given.
   */
  appendMany(batches: readonly StreamBatch[], client?: pg.ClientBase): Promise<AppendResult[]>;
  /** Events of one stream, in order. @throws {InvalidEventError} for an event that this release can't read. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<AnyRecordedEvent[]>;
  /**
   * The next events of the whole log in their global order, and how far it is safe to go on from. On the primary server only.
   * @throws {InvalidEventError} for an event that this release can't read.
   */
  readAll(options: ReadAllOptions, client?: pg.ClientBase): Promise<LogBatch<AnyRecordedEvent>>;
  /** Position of the last committed event; 0n in an empty log. */
  lastPosition(): Promise<bigint>;
}

/** An event log in schema `ledger`, which `migrateEventStore` makes. The pool stays the caller's to close. */
export function createEventStore(pool: pg.Pool, upcast: readonly Upcaster[] = upcasters): EventStore {
  const wakeReaders = createWaker(pool);
  return {
    async append(stream, expected, events, context = {}, client) {
      if (events.length === 0) return { outcome: 'duplicate' };
      const result = await appendEvents(client ?? pool, stream, expected, events, context);
      if (result.outcome === 'appended') wakeReaders();
      return result;
    },
    async appendMany(batches, client) {
      const results = await appendMany(client ?? pool, batches);
      if (results.some(({ outcome }) => outcome === 'appended')) wakeReaders();
      return results;
    },
    async readStream(stream, options = {}) {
      return (await readStream(pool, stream, options)).map((event) => readEvent(event, upcast));
    },
    async readAll(options, client) {
      const batch = await readAll(client ?? pool, options);
      return { ...batch, events: batch.events.map((event) => readEvent(event, upcast)) };
    },
    lastPosition: () => readLastPosition(pool),
  };
}
