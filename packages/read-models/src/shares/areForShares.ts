import type { AnyRecordedEvent, EventType } from '@newsledger/events';
import { NEWS } from '../load/areNews.ts';

/**
 * Events that change the rows of each key by themselves, or nothing that is by key. After any other (names, what a source is called, pins,
 * judgements, epochs) keys may be of another share, or all be decided otherwise.
 */
const FOR_SHARES: ReadonlySet<EventType> = new Set([
  ...NEWS,
  'ExtractionAbandoned',
  'EntityDescribed',
  'ExchangeRatesRecorded',
  'SourceDegraded',
  'SourceRecovered',
  'SourceRetired',
  'EventErased',
  'CommandGiven',
]);

/** Whether events may be folded share by share; otherwise they are for one who folds all keys. */
export function areForShares(events: readonly AnyRecordedEvent[]): boolean {
  return events.every(({ type }) => FOR_SHARES.has(type));
}
