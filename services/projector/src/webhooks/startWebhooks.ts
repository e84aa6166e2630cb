import { setTimeout as sleep } from 'node:timers/promises';
import { createMetrics, FetchError, type HttpClient, type Logger, type Metrics } from '@newsledger/platform';
import { deriveDeliveries, forgetDelivered, noteDelivered, noteFailed, type TakenDelivery, takeDeliveries } from '@newsledger/read-models';
import type pg from 'pg';
import { pauseAfter } from './pauseAfter.ts';
import { ANSWER_WITHIN_MS, isTaken, sendDelivery } from './sendDelivery.ts';

type WebhookMetrics = Pick<Metrics, 'deliveries' | 'deliverySeconds'>;

export interface WebhooksOptions {
  readonly pool: pg.Pool;
  /** Guarded: receivers' addresses are chosen by whoever may add a webhook. */
  readonly http: HttpClient;
  readonly logger: Logger;
  readonly metrics?: WebhookMetrics;
  /** Ends it; what is under way then is sent again by the next run. */
  readonly signal: AbortSignal;
  /** Between two looks for news. */
  readonly lookEveryMs?: number;
  readonly firstPauseMs?: number;
  /** After which a delivery that somebody took and never spoke of again is taken anew. */
  readonly leaseMs?: number;
}

const LOOK_EVERY_MS = 1_000;
const AT_A_TIME = 16;
const FORGET_EVERY_MS = 3_600_000;
const KEPT_DAYS = 30;

/**
 * Tells webhooks the news of figures: at least once, and of each figure in order. What there is to tell follows from the tables' history, and what
 * was told stands in the database, so nothing is lost with this process; several may run side by side.
 * @returns resolves when the signal has aborted.
 */
export async function startWebhooks(options: WebhooksOptions): Promise<void> {
  const { pool, signal, logger, lookEveryMs = LOOK_EVERY_MS, metrics = createMetrics() } = options;
  let forgetAt = 0;
  while (!signal.aborted) {
    let sent = 0;
    try {
      if (performance.now() >= forgetAt) {
        await forgetDelivered(pool, KEPT_DAYS);
        forgetAt = performance.now() + FORGET_EVERY_MS;
      }
      await deriveDeliveries(pool);
      sent = await sendDue(options, metrics);
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'webhooks could not be looked after; it will be tried again');
    }
    if (sent === 0) await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
  }
}

/** @returns how many were tried. */
async function sendDue(options: WebhooksOptions, metrics: WebhookMetrics): Promise<number> {
  const { pool, leaseMs = ANSWER_WITHIN_MS * 2 } = options;
  const due = await takeDeliveries(pool, AT_A_TIME, leaseMs);
  await Promise.all(due.map((delivery) => sendOne(options, metrics, delivery)));
  return due.length;
}

async function sendOne(
  { pool, http, logger, signal, firstPauseMs }: WebhooksOptions,
  metrics: WebhookMetrics,
  delivery: TakenDelivery,
): Promise<void> {
  const { deliveryId, webhookId, attempts } = delivery;
  const fail = async (status: number | null, error: string) => {
    const pauseMs = pauseAfter(attempts, firstPauseMs);
    metrics.deliveries.inc({ outcome: status === null ? 'unreachable' : 'refused' });
    await noteFailed(pool, delivery, { status, error, pauseMs });
    logger.warn({ deliveryId, webhookId, attempts, status, reason: error, pauseMs }, 'a webhook did not take what it was sent');
  };
  try {
    const stop = metrics.deliverySeconds.startTimer();
    const status = await sendDelivery(http, delivery, { signal }).finally(stop);
    if (isTaken(status)) {
      metrics.deliveries.inc({ outcome: 'delivered' });
      await noteDelivered(pool, delivery, status);
    } else await fail(status, `it answered ${status}`);
  } catch (error) {
    if (signal.aborted || !(error instanceof FetchError)) throw error;
    await fail(error.httpStatus, error.message);
  }
}
