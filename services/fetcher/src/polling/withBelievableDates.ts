import { believableDates } from '@newsledger/feeds';
import type { SourceReading } from './readSourceDocument.ts';

/** The same reading without dates that can't be, which its problems then tell. */
export function withBelievableDates(reading: SourceReading, now: Date): SourceReading {
  if (reading.outcome !== 'read') return reading;
  const { entries, problems } = believableDates(reading.entries, now);
  return { ...reading, entries, document: { ...reading.document, problems: [...reading.document.problems, ...problems] } };
}
