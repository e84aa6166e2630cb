import { checkedSchemaOf, type NewEvent } from '@newsledger/events';

/** A batch as ledger.append takes it: arrays as PostgreSQL writes them, whose elements belong together by their places. */
export interface BatchArrays {
  readonly ids: string;
  readonly types: readonly string[];
  readonly schemaVersions: string;
  readonly checkedSchemas: string;
  /** The events' data as JSON, separated by commas. */
  readonly documents: string;
}

/**
 * Numbers and UUIDs need no quotes in an array, and quoting JSON for one costs several times as much as making it; so all data is one
 * JSON document, and the driver has only the types to quote. Of events with one id the first counts.
 * @throws {InvalidEventError} for an event of the current schema version that doesn't fit its schema.
 */
export function batchArrays(batch: readonly NewEvent[]): BatchArrays {
  const events = distinct(batch);
  return {
    ids: `{${events.map(({ id }) => id).join()}}`,
    types: events.map(({ type }) => type),
    schemaVersions: `{${events.map(({ schemaVersion }) => schemaVersion).join()}}`,
    checkedSchemas: `{${events.map((event) => checkedSchemaOf(event) ?? 'NULL').join()}}`,
    documents: events.map(({ data }) => JSON.stringify(data)).join(),
  };
}

function distinct(batch: readonly NewEvent[]): readonly NewEvent[] {
  const ids = new Set<string>();
  return batch.length === 1 ? batch : batch.filter(({ id }) => ids.size < ids.add(id).size);
}
