import { setTimeout as sleep } from 'node:timers/promises';
import { askHub, type HubContext } from './askHub.ts';
import { takeDueSubscriptions } from './subscriptions.ts';

/** Leases last days; a minute more or less is nothing. */
const LOOK_EVERY_MS = 30_000;

/** A hub that has not asked back by then is asked again. */
const GRACE_MS = 10 * 60_000;

const BATCH = 20;

/** Subscribes, renews and unsubscribes as the table of subscriptions asks for, until the signal aborts. Several processes share the work. */
export async function keepSubscriptions(context: HubContext, signal: AbortSignal, everyMs = LOOK_EVERY_MS): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const subscription of await takeDueSubscriptions(context.pool, { limit: BATCH, graceMs: GRACE_MS }))
        await askHub(context, subscription, signal);
    } catch (error) {
      if (signal.aborted) return;
      context.logger.warn({ err: error }, 'subscriptions could not be looked at');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
