import { inTransaction } from '@newsledger/event-store';
import type pg from 'pg';
import type { NewsKind } from '../questions/listFigureNews.ts';

/** A delivery that its taker is to send now. */
export interface TakenDelivery {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
}

/**
 * Takes deliveries that are due: of each figure the first that is not delivered, so that a receiver hears its news in order. Until the lease
 * ends nobody else takes them; who dies in the middle leaves them to be taken again.
 */
export async function takeDeliveries(pool: pg.Pool, limit: number, leaseMs: number): Promise<TakenDelivery[]> {
  const { rows } = await pool.query<TakenDelivery>(
    `UPDATE following.delivery
        SET next_try_at = now() + $2 * interval '1 millisecond', last_tried_at = now(), attempts = attempts + 1
       FROM following.webhook
      WHERE webhook.webhook_id = delivery.webhook_id
        -- Looked at again once the row is locked: two takers never get the same.
        AND delivery.next_try_at <= now()
        AND delivery.delivered_at IS NULL
        AND delivery_id IN (
              SELECT first.delivery_id
                FROM (SELECT DISTINCT ON (open.webhook_id, open.figure_id) open.delivery_id, open.position, open.next_try_at
                        FROM following.delivery AS open
                        JOIN following.webhook AS hook ON hook.webhook_id = open.webhook_id AND hook.rests_until <= now()
                       WHERE open.delivered_at IS NULL
                       ORDER BY open.webhook_id, open.figure_id, open.position) AS first
               WHERE first.next_try_at <= now()
               ORDER BY first.position
               LIMIT $1)
      RETURNING delivery.delivery_id AS "deliveryId", delivery.webhook_id AS "webhookId", webhook.url, webhook.secret, delivery.body, delivery.attempts`,
    [limit, leaseMs],
  );
  return rows;
}

/** Notes that a receiver has a delivery; it is awake from then on. */
export async function noteDelivered(pool: pg.Pool, { deliveryId, webhookId }: TakenDelivery, status: number): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('UPDATE following.delivery SET delivered_at = now(), last_status = $2, last_error = NULL WHERE delivery_id = $1', [
      deliveryId,
      status,
    ]);
    await client.query('UPDATE following.webhook SET failures = 0, rests_until = now() WHERE webhook_id = $1 AND failures > 0', [
      webhookId,
    ]);
  });
}

export interface Failure {
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly error: string;
  /** Before this delivery is tried again. */
  readonly pauseMs: number;
}

/** After so many failures in a row the receiver itself is taken for down, and left alone as long as the delivery that failed. */
const DOWN_AFTER = 3;

/** Notes that a delivery failed, and when it is tried again. */
export async function noteFailed(
  pool: pg.Pool,
  { deliveryId, webhookId }: TakenDelivery,
  { status, error, pauseMs }: Failure,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `UPDATE following.delivery
          SET last_status = $2, last_error = $3, next_try_at = now() + $4 * interval '1 millisecond'
        WHERE delivery_id = $1`,
      [deliveryId, status, error.slice(0, 600), pauseMs],
    );
    await client.query(
      `UPDATE following.webhook
          SET failures = failures + 1,
              rests_until = CASE WHEN failures + 1 >= $2 THEN now() + $3 * interval '1 millisecond' ELSE rests_until END
        WHERE webhook_id = $1`,
      [webhookId, DOWN_AFTER, pauseMs],
    );
  });
}

/** One delivery as people see it. */
export interface DeliveryRow {
  readonly delivery_id: string;
  readonly webhook_id: string;
  readonly url: string;
  readonly figure_id: string;
  readonly position: string;
  readonly kind: NewsKind;
  readonly attempts: number;
  readonly last_tried_at: Date | null;
  readonly next_try_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly delivered_at: Date | null;
}

/** The latest deliveries, those that wait first. @param webhookId null for those of all webhooks. */
export async function listDeliveries(pool: pg.Pool, webhookId: string | null, limit: number): Promise<DeliveryRow[]> {
  const { rows } = await pool.query<DeliveryRow>(
    `SELECT delivery_id, webhook_id, webhook.url, delivery.figure_id, position, kind, attempts, last_tried_at,
            CASE WHEN delivered_at IS NULL THEN greatest(next_try_at, rests_until) END AS next_try_at, last_status, last_error, delivered_at
       FROM following.delivery
       JOIN following.webhook USING (webhook_id)
      WHERE $1::uuid IS NULL OR webhook_id = $1
      ORDER BY delivered_at DESC NULLS FIRST, position DESC, delivery_id
      LIMIT $2`,
    [webhookId, limit],
  );
  return rows;
}

/** Forgets what was delivered so long ago. */
export async function forgetDelivered(pool: pg.Pool, days: number): Promise<void> {
  await pool.query(`DELETE FROM following.delivery WHERE delivered_at < now() - $1 * interval '1 day'`, [days]);
}

/** Forgets what webhooks were told, or were to be told, because of an article that is erased: it holds the article's title and address. */
export async function forgetDeliveriesOf(client: pg.ClientBase, articleId: string): Promise<void> {
  await client.query(`DELETE FROM following.delivery WHERE body::json -> 'cause' ->> 'article_id' = $1`, [articleId]);
}
