import { expect, test } from 'vitest';
import { InvalidEventError, newEvent } from './newEvent.ts';
import { readEvent, type StoredEvent } from './recordedEvent.ts';

const { id, type, schemaVersion, data } = newEvent('SourceRecovered', { sourceId: 'x', recoveredAt: '2025-11-03T14:00:00.000Z' });
const stored: StoredEvent = {
  id,
  position: 7n,
  stream: 'source-x',
  streamVersion: 2,
  type,
  schemaVersion,
  data,
  recordedAt: new Date(0),
  correlationId: null,
  causationId: 'job-1',
};

test('a stored event is read as it was written, without its schema version', () => {
  const { schemaVersion: _, ...expected } = stored;

  expect(readEvent(stored)).toEqual(expected);
});

test('upcasters lead through all versions in between, in whatever order they are listed', () => {
  const steps = [
    { type: 'SourceRecovered' as const, from: 0, upcast: (old: unknown) => ({ sourceId: 'x', recoveredAt: String(old) }) },
    { type: 'SourceRecovered' as const, from: -1, upcast: (old: unknown) => `${old}:00.000Z` },
    { type: 'SourceRemoved' as const, from: 0, upcast: () => 'not for this type' },
  ];

  const read = readEvent({ ...stored, schemaVersion: -1, data: '2025-11-03T14:00' }, steps);

  expect(read.data).toEqual(data);
});

test('a missing upcaster is named', () => {
  expect(() => readEvent({ ...stored, schemaVersion: 0 })).toThrow(/no upcaster leads from schema version 0 to 1/);
});

test('a result of upcasting that does not fit the schema is refused', () => {
  const steps = [{ type: 'SourceRecovered' as const, from: 0, upcast: () => ({ sourceId: 'x' }) }];

  expect(() => readEvent({ ...stored, schemaVersion: 0 }, steps)).toThrow(/position 7 doesn't fit its schema: recoveredAt/);
});

test('a newer version says which release can read it', () => {
  expect(() => readEvent({ ...stored, schemaVersion: 2 })).toThrow(InvalidEventError);
  expect(() => readEvent({ ...stored, schemaVersion: 2 })).toThrow(/run a newer release/);
});

test.each(['PriceWhispered', 'toString', '__proto__'])('the unknown type %s is refused', (unknown) => {
  expect(() => readEvent({ ...stored, type: unknown })).toThrow(/doesn't know/);
});
