import { catalogue, type EventData, type EventType } from './catalogue.ts';
import { schemaFingerprint } from './checkedSchema.ts';
import { issuesText } from './issuesText.ts';
import { InvalidEventError } from './newEvent.ts';
import { type Upcaster, upcasters } from './upcasters.ts';

/** An event as the log gives it back, in its current schema version. */
export interface RecordedEvent<Type extends EventType = EventType> {
  readonly id: string;
  /** Place in the global order; later events have greater positions, and no reader skips one. */
  readonly position: bigint;
  readonly stream: string;
  /** 1 for the first event of its stream, without gaps. */
  readonly streamVersion: number;
  readonly type: Type;
  readonly data: EventData<Type>;
  readonly recordedAt: Date;
  /** What a whole chain of work has in common, and the event that caused this one. */
  readonly correlationId: string | null;
  readonly causationId: string | null;
}

/** One event of any type, so that `switch (event.type)` narrows its data. */
export type AnyRecordedEvent = { [Type in EventType]: RecordedEvent<Type> }[EventType];

/** A row of the log as stored, perhaps by an older release. */
export interface StoredEvent {
  readonly id: string;
  readonly position: bigint;
  readonly stream: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** Fingerprint of the schema that the data was checked against before it was appended; without one, nobody vouches for the data. */
  readonly checkedSchema?: number | null;
  readonly data: unknown;
  readonly recordedAt: Date;
  readonly correlationId: string | null;
  readonly causationId: string | null;
}

/**
 * Brings a stored event to its current schema version and checks it, unless it was checked against this very schema when it was appended:
 * a log is read far more often than written, and checking costs more than all else that reading an event takes.
 * @throws {InvalidEventError} when its type is unknown, its version is newer than this release, or its data doesn't fit.
 */
export function readEvent(stored: StoredEvent, upcast: readonly Upcaster[] = upcasters): AnyRecordedEvent {
  const type = stored.type as EventType;
  const entry = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (entry === undefined)
    throw new InvalidEventError(
      type,
      `position ${stored.position} holds a type that this release doesn't know; run the release that wrote it, or a newer one`,
    );
  if (stored.schemaVersion > entry.version)
    throw new InvalidEventError(
      type,
      `position ${stored.position} holds schema version ${stored.schemaVersion}, and this release knows up to ${entry.version}; run a newer release`,
    );
  if (stored.checkedSchema === schemaFingerprint(type)) return recorded(stored, type, stored.data);
  let data = stored.data;
  for (let version = stored.schemaVersion; version < entry.version; version++) {
    const step = upcast.find((candidate) => candidate.type === type && candidate.from === version);
    if (step === undefined) throw new InvalidEventError(type, `no upcaster leads from schema version ${version} to ${version + 1}`);
    data = step.upcast(data);
  }
  const parsed = entry.schema.safeParse(data);
  if (!parsed.success) throw new InvalidEventError(type, `position ${stored.position} doesn't fit its schema: ${issuesText(parsed.error)}`);
  return recorded(stored, type, parsed.data);
}

/** @param data fits the current schema of `type`. */
function recorded(stored: StoredEvent, type: EventType, data: unknown): AnyRecordedEvent {
  const { id, position, stream, streamVersion, recordedAt, correlationId, causationId } = stored;
  return { id, position, stream, streamVersion, type, data, recordedAt, correlationId, causationId } as AnyRecordedEvent;
}
