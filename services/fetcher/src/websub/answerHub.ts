import { believableDates, readFeed } from '@newsledger/feeds';
import type { FetcherContext } from '../fetcherContext.ts';
import { recordEntries } from '../polling/recordEntries.ts';
import { readSource } from '../sources/readSource.ts';
import { isSignedBy } from './signature.ts';
import { confirmSubscription, deleteSubscription, findSubscription, noteDenial, notePush, type Subscription } from './subscriptions.ts';

/** Leases outside of these are a hub's mistake: an hour would be renewed all day, a month is checked on by then. */
const MIN_LEASE_SECONDS = 3_600;
const MAX_LEASE_SECONDS = 30 * 86_400;

export interface HubAnswer {
  readonly status: number;
  readonly body: string;
}

const unknown: HubAnswer = { status: 404, body: 'Nobody asked for this.\n' };

type Context = Pick<FetcherContext, 'pool' | 'store' | 'metrics' | 'logger'>;

/** Answers a hub that asks whether a subscription is meant, or says that it is denied (W3C WebSub §5.2, §5.3). */
export async function answerHub({ pool, logger }: Context, token: string, query: URLSearchParams): Promise<HubAnswer> {
  const subscription = await findSubscription(pool, token);
  if (subscription === null || query.get('hub.topic') !== subscription.topic) return unknown;
  const { sourceId, hub, state } = subscription;
  const mode = query.get('hub.mode');
  if (mode === 'denied') {
    const reason = query.get('hub.reason') ?? 'without a reason';
    await noteDenial(pool, token, `The hub denied the subscription: ${reason}`);
    logger.warn({ sourceId, hub, reason }, 'the hub denied the subscription');
    return { status: 200, body: '' };
  }
  const challenge = { status: 200, body: query.get('hub.challenge') ?? '' };
  if (mode === 'subscribe' && state !== 'ending' && state !== 'wanted' && state !== 'denied') {
    const lease = Number(query.get('hub.lease_seconds'));
    await confirmSubscription(pool, token, Math.min(Math.max(Number.isFinite(lease) ? lease : 0, MIN_LEASE_SECONDS), MAX_LEASE_SECONDS));
    logger.info({ sourceId, hub, leaseSeconds: lease }, 'the hub announces the source from now on');
    return challenge;
  }
  if (mode === 'unsubscribe' && state === 'ending') {
    await deleteSubscription(pool, token);
    return challenge;
  }
  return unknown;
}

/** Takes what a hub sends: entries of the source, if the signature proves that they come from it (W3C WebSub §7). */
export async function takePush(
  context: Context,
  token: string,
  push: { body: Uint8Array; contentType: string | null; signature: string | undefined },
): Promise<HubAnswer> {
  const { pool, store, logger } = context;
  const subscription = await findSubscription(pool, token);
  // 410 tells the hub to give up (§7).
  if (subscription === null || subscription.state === 'ending') return { status: 410, body: 'Nobody listens here any more.\n' };
  const { sourceId } = subscription;
  if (!isSignedBy(subscription.secret, push.signature, push.body)) {
    logger.warn({ sourceId, hub: subscription.hub }, 'a push without the right signature was left aside');
    // Whoever guesses secrets must not learn from the answer (§7.1).
    return { status: 202, body: '' };
  }
  const { settings, isRetired } = await readSource(store, sourceId);
  if (settings === null || isRetired) return { status: 410, body: 'The source is not followed any more.\n' };
  const sent = await entriesOf(context, subscription, push);
  if (sent === null) return { status: 202, body: '' };
  const now = new Date();
  const { entries } = believableDates(sent, now);
  const news = await recordEntries(context, settings, entries, now);
  await notePush(pool, token);
  logger.info({ sourceId, entries: entries.length, news }, 'push taken');
  return { status: 200, body: '' };
}

/** Null when the content can't be read: sending it again won't help, and the next poll reads the source itself. */
async function entriesOf({ logger }: Context, { sourceId, topic }: Subscription, push: { body: Uint8Array; contentType: string | null }) {
  try {
    return (await readFeed(push.body, { contentType: push.contentType, url: topic })).entries;
  } catch (error) {
    logger.warn({ err: error, sourceId }, 'a push could not be read');
    return null;
  }
}
