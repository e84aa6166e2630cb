import { statusError } from '@newsledger/platform';
import type pg from 'pg';
import type { FetcherContext } from '../fetcherContext.ts';
import { deleteSubscription, noteHubFailure, type Subscription } from './subscriptions.ts';

/** What is asked for; hubs may grant less. */
const LEASE_SECONDS = 10 * 86_400;

/** After so many failures a hub that is not wanted any more is left alone: its lease ends by itself. */
const MAX_FAREWELLS = 3;

export type HubContext = Pick<FetcherContext, 'http' | 'gate' | 'logger'> & { pool: pg.Pool; publicUrl: string };

/**
 * Asks a hub to announce a topic, or no longer to (W3C WebSub §5.1). Its answer is only that it will ask back at the callback address.
 */
export async function askHub(
  { http, gate, logger, pool, publicUrl }: HubContext,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<void> {
  const { hub, topic, token, secret, state, sourceId, failures } = subscription;
  const isEnding = state === 'ending';
  const form = new URLSearchParams({
    'hub.mode': isEnding ? 'unsubscribe' : 'subscribe',
    'hub.topic': topic,
    'hub.callback': callbackUrl(publicUrl, token),
    ...(!isEnding && { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const answer = await gate.run(
      hub,
      () => http.fetch(hub, { method: 'POST', body: form.toString(), headers, maxBytes: 65_536, signal }),
      {
        signal,
      },
    );
    const failure = statusError(answer);
    if (failure !== null) throw failure;
    logger.info({ sourceId, hub, mode: form.get('hub.mode') }, 'hub asked');
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    logger.warn({ sourceId, hub, reason: message }, 'the hub can’t be asked');
    if (isEnding && failures + 1 >= MAX_FAREWELLS) await deleteSubscription(pool, token);
    else await noteHubFailure(pool, token, message);
  }
}

function callbackUrl(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/websub/${token}`;
}
