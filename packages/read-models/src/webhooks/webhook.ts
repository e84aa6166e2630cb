import { randomBytes } from 'node:crypto';
import { inTransaction } from '@newsledger/event-store';
import type pg from 'pg';
import { DecisionError } from '../decisions/decisionError.ts';
import type { NewsKind } from '../questions/listFigureNews.ts';
import { WHOLE_UP_TO } from '../shares/wholeUpTo.ts';

/** Somebody who is told of news of figures. */
export interface Webhook {
  readonly webhook_id: string;
  readonly url: string;
  readonly kinds: readonly NewsKind[];
  /** Canonical name of the subject or of the other side; null for everybody. */
  readonly about: string | null;
  readonly figure_id: string | null;
  /** Failures since the last success. */
  readonly failures: number;
  readonly rests_until: Date;
  readonly added_at: Date;
  readonly open: number;
  readonly delivered: number;
}

export interface NewWebhook {
  readonly url: string;
  readonly kinds: readonly NewsKind[];
  readonly about: string | null;
  readonly figureId: string | null;
  /** Signs what is sent; made up when left out. */
  readonly secret?: string | undefined;
}

const SECRET_BYTES = 32;

/**
 * From now on, tells somebody of news: what is in the tables already is none.
 * @returns the secret, which is shown this once.
 * @throws {DecisionError} when the address is none of http or https, or holds a password.
 */
export async function addWebhook(
  pool: pg.Pool,
  { url, kinds, about, figureId, secret = randomBytes(SECRET_BYTES).toString('base64url') }: NewWebhook,
): Promise<{ webhookId: string; secret: string }> {
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new DecisionError(`"${url}" is no address such as https://example.org/hook.`);
  if (address.username !== '' || address.password !== '')
    throw new DecisionError('A webhook needs no password: what it is sent is signed.');
  const { rows } = await pool.query<{ webhook_id: string }>(
    `INSERT INTO following.webhook (url, secret, kinds, about, figure_id, told_up_to)
     VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) FROM projection.figure_history WHERE position <= ${WHOLE_UP_TO}))
     RETURNING webhook_id`,
    [address.href, secret, kinds, about, figureId],
  );
  const [added] = rows;
  if (added === undefined) throw new Error('the webhook was not stored');
  return { webhookId: added.webhook_id, secret };
}

/** All of them, the first added first. */
export async function listWebhooks(pool: pg.Pool): Promise<Webhook[]> {
  const { rows } = await pool.query<Webhook>(
    `SELECT webhook_id, url, kinds, about, figure_id, failures, rests_until, added_at,
            (SELECT count(*)::int FROM following.delivery WHERE delivery.webhook_id = webhook.webhook_id AND delivered_at IS NULL) AS open,
            (SELECT count(*)::int FROM following.delivery WHERE delivery.webhook_id = webhook.webhook_id AND delivered_at IS NOT NULL) AS delivered
       FROM following.webhook
      ORDER BY added_at, webhook_id`,
  );
  return rows;
}

/** @throws {DecisionError} when no webhook, or more than one, has an id that begins so. */
export async function findWebhook(pool: pg.Pool, named: string): Promise<{ webhookId: string; url: string; secret: string }> {
  const { rows } = await pool.query<{ webhookId: string; url: string; secret: string }>(
    `SELECT webhook_id AS "webhookId", url, secret FROM following.webhook WHERE starts_with(webhook_id::text, lower($1)) LIMIT 2`,
    [named],
  );
  const [found, other] = rows;
  if (found === undefined || named === '') throw new DecisionError(`There is no webhook ${named}; "newsledger webhook list" shows them.`);
  if (other !== undefined) throw new DecisionError(`Several webhooks begin with ${named}; write more of the id.`);
  return found;
}

/** Tells somebody nothing any more, not even what waits. */
export async function removeWebhook(pool: pg.Pool, webhookId: string): Promise<void> {
  await pool.query('DELETE FROM following.webhook WHERE webhook_id = $1', [webhookId]);
}

/** Lets everything be told again that was recorded after a moment, delivered or not. */
export async function tellAgain(pool: pg.Pool, webhookId: string, since: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ before: string }>(
      `UPDATE following.webhook
          SET told_up_to = least(told_up_to, (SELECT coalesce(max(position), 0) FROM projection.figure_history WHERE changed_at <= $2))
        WHERE webhook_id = $1
      RETURNING told_up_to AS before`,
      [webhookId, since],
    );
    await client.query('DELETE FROM following.delivery WHERE webhook_id = $1 AND position > $2', [webhookId, rows[0]?.before ?? 0]);
  });
}
