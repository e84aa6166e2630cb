import type { StoredEvent } from '@newsledger/events';

/** Columns of ledger.events, named as `EventRow` wants them. */
export const eventColumns =
  'position, stream, stream_version, id, type, schema_version, recorded_at, correlation_id, causation_id, data, checked_schema';

/** A row of ledger.events as the driver gives it: a bigint comes as text. */
export interface EventRow {
  readonly position: string;
  readonly stream: string;
  readonly stream_version: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly recorded_at: Date;
  readonly correlation_id: string | null;
  readonly causation_id: string | null;
  readonly data: unknown;
  readonly checked_schema: number | null;
}

export function storedEvent(row: EventRow): StoredEvent {
  return {
    id: row.id,
    position: BigInt(row.position),
    stream: row.stream,
    streamVersion: row.stream_version,
    type: row.type,
    schemaVersion: row.schema_version,
    data: row.data,
    checkedSchema: row.checked_schema,
    recordedAt: row.recorded_at,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
  };
}
