import { type NewEvent, newEvent, type SourceSettings } from '@newsledger/events';
import type { PollState } from '@newsledger/read-models';
import type { SourceReading } from './readSourceDocument.ts';

/** A redirect that calls itself permanent is believed when so many polls in a row met it: a hotel's login page or a slip passes. */
const REDIRECTS_UNTIL_MOVED = 3;

/** RFC 9110 §15.5.11: gone, and likely for good. */
const GONE = 410;

/** What a poll makes known of the source itself: its health changed, it moved, or it is gone for good. */
export function sourceNews(settings: SourceSettings, before: PollState, after: PollState, reading: SourceReading, now: Date): NewEvent[] {
  const { sourceId } = settings;
  if (reading.outcome === 'failed' && reading.status === GONE)
    return [newEvent('SourceRetired', { sourceId, retiredAt: now.toISOString(), reason: reading.message.slice(0, 600), httpStatus: GONE })];
  const news: NewEvent[] = [];
  if (before.degradedSince !== null && after.degradedSince === null)
    news.push(newEvent('SourceRecovered', { sourceId, recoveredAt: now.toISOString() }));
  if (before.degradedSince === null && after.degradedSince !== null && reading.outcome === 'failed')
    news.push(
      newEvent('SourceDegraded', { sourceId, since: now.toISOString(), reason: reading.message.slice(0, 600), httpStatus: reading.status }),
    );
  return news;
}

/** The settings with the address to which permanent redirects have led for long enough; null as long as they haven't. */
export function movedSettings(settings: SourceSettings, { movingTo, movingTimes }: PollState): SourceSettings | null {
  if (movingTo === null || movingTimes < REDIRECTS_UNTIL_MOVED || movingTo === settings.url || movingTo.length > 2_000) return null;
  return { ...settings, url: movingTo, movedFrom: settings.movedFrom ?? settings.url };
}
