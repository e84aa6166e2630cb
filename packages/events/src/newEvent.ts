import { parse as uuidBytes, v5 as uuidV5 } from 'uuid';
import { catalogue, type EventData, type EventType } from './catalogue.ts';
import { noteCheckedData } from './checkedData.ts';
import { issuesText } from './issuesText.ts';

/** Newsledger's own namespace for name-based UUIDs (RFC 9562 §5.5). */
const NAMESPACE = uuidBytes('7d1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d');

/** Larger bodies belong in captures; the log stays quick to read as a whole. */
const MAX_EVENT_BYTES = 8 * 1024;

/** An event that is not in the log yet. */
export interface NewEvent<Type extends EventType = EventType> {
  /** UUIDv5 of what the event says: the same fact always has the same id, so a second append is recognised. */
  readonly id: string;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly data: EventData<Type>;
}

/**
 * Checks an event against its schema and gives it its deterministic id. NUL characters and halves of surrogate pairs, which texts from
 * the web hold now and then and PostgreSQL's JSON can't, become U+FFFD; no length or offset changes.
 * @throws {InvalidEventError} when the data doesn't fit the schema or is larger than 8 KiB.
 */
export function newEvent<Type extends EventType>(type: Type, data: EventData<Type>): NewEvent<Type> {
  const { schema, version } = catalogue[type];
  const parsed = schema.safeParse(storable(data));
  if (!parsed.success) throw new InvalidEventError(type, issuesText(parsed.error));
  const canonical = canonicalJson(parsed.data);
  const bytes = Buffer.byteLength(canonical);
  if (bytes > MAX_EVENT_BYTES)
    throw new InvalidEventError(type, `it has ${bytes} bytes, and at most ${MAX_EVENT_BYTES} are allowed; put long texts in a capture`);
  noteCheckedData(parsed.data);
  return { id: deterministicId(type, canonical), type, schemaVersion: version, data: parsed.data as EventData<Type> };
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]));
  return value;
}

/** A UUIDv5 of several words; the same words give the same id for ever. */
export function deterministicId(...parts: readonly string[]): string {
  // Given text, `uuid` turns it into bytes one by one.
  return uuidV5(Buffer.from(JSON.stringify(parts)), NAMESPACE);
}

/** JSON with sorted keys and no white space: one text for one value. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The event would break the catalogue's contract; the same data will never be accepted. */
export class InvalidEventError extends Error {
  constructor(type: EventType, problem: string) {
    super(`A ${type} event can't be used: ${problem}.`);
    this.name = 'InvalidEventError';
  }
}
