import type { SourceSettings } from '@newsledger/events';
import type { FetcherContext } from '../fetcherContext.ts';
import type { SourceReading } from '../polling/readSourceDocument.ts';
import { hubOf } from './hubOf.ts';
import { endSubscription, loadSubscription, noteMiss, wantSubscription } from './subscriptions.ts';

/**
 * Subscribes to the hub that a poll found, or ends the subscription when there is none any more, and notes when the poll found what the hub
 * should have announced.
 * @param news how many entries were new.
 * @returns whether a hub announces the source's changes, so that it need be polled less.
 */
export async function followHub(
  { pool, publicUrl }: Pick<FetcherContext, 'pool' | 'publicUrl'>,
  { sourceId, kind }: Pick<SourceSettings, 'sourceId' | 'kind'>,
  reading: SourceReading,
  news: number,
): Promise<boolean> {
  // Without an address of our own no hub can reach us; lists and pages are not what hubs send.
  if (publicUrl === null || kind === 'list' || kind === 'page' || reading.outcome === 'failed') return false;
  if (news > 0) await noteMiss(pool, sourceId);
  if (reading.outcome === 'read') {
    const hub = hubOf(reading);
    if (hub === null) await endSubscription(pool, sourceId);
    else await wantSubscription(pool, sourceId, hub);
  }
  const subscription = await loadSubscription(pool, sourceId);
  return subscription?.state === 'active' && (subscription.leaseEndsAt?.getTime() ?? 0) > Date.now();
}
