import { type AnyRecordedEvent, InvalidEventError, type StoredEvent } from '@newsledger/events';
import type pg from 'pg';
import type { EventStore } from '../log/eventStore.ts';
import { type LogBatch, type ReadAllOptions, readAll } from '../log/readAll.ts';

/** An event at the head of what is to be read that this release can't read. */
export interface Unreadable {
  readonly unreadable: StoredEvent;
  readonly error: InvalidEventError;
}

/** The next events of the log, as many as there are before one that can't be read; or that one, when it is the first. */
export async function readNext(
  store: Pick<EventStore, 'readAll'>,
  client: pg.ClientBase,
  { limit, ...from }: ReadAllOptions,
): Promise<LogBatch<AnyRecordedEvent> | Unreadable> {
  for (let size = limit; ; size = Math.floor(size / 2)) {
    try {
      return await store.readAll({ ...from, limit: size }, client);
    } catch (error) {
      if (!(error instanceof InvalidEventError)) throw error;
      if (size > 1) continue;
      const [unreadable] = (await readAll(client, { ...from, limit: 1 })).events;
      if (unreadable === undefined) throw error;
      return { unreadable, error };
    }
  }
}
