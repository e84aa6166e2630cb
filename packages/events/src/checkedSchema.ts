import { createHash } from 'node:crypto';
import { z } from 'zod';
import { catalogue, type EventType } from './catalogue.ts';
import { isCheckedData } from './checkedData.ts';
import { issuesText } from './issuesText.ts';
import { canonicalJson, InvalidEventError, type NewEvent } from './newEvent.ts';

/**
 * What to note beside an event that is about to be appended, so that readers need not check it again: the fingerprint of the schema that
 * its data fits. Data that `newEvent` made in this process is known to fit; other data is checked now. Null for an event of another
 * schema version than this release's, which nobody here can vouch for.
 * @throws {InvalidEventError} when data of the current schema version doesn't fit.
 */
export function checkedSchemaOf({ type, schemaVersion, data }: NewEvent): number | null {
  const entry = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (entry === undefined || entry.version !== schemaVersion) return null;
  if (!isCheckedData(data)) {
    const parsed = entry.schema.safeParse(data);
    if (!parsed.success) throw new InvalidEventError(type, issuesText(parsed.error));
  }
  return schemaFingerprint(type);
}

const fingerprints = new Map<EventType, number>();

/**
 * 32 bits that change with the schema of a type, whether or not its version was counted up. What is hashed is
 * JSON Schema without descriptions; a rule that JSON Schema has no words for doesn't show.
 */
export function schemaFingerprint(type: EventType): number {
  const known = fingerprints.get(type);
  if (known !== undefined) return known;
  const { schema, version } = catalogue[type];
  const jsonSchema = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema: part }) => {
      delete part.description;
    },
  });
  const text = canonicalJson([type, version, jsonSchema]);
  const fingerprint = createHash('sha256').update(text).digest().readInt32BE();
  fingerprints.set(type, fingerprint);
  return fingerprint;
}
