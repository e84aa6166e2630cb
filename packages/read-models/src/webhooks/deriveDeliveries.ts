import { inTransaction } from '@newsledger/event-store';
import { deterministicId } from '@newsledger/events';
import type pg from 'pg';
import type { FigureNews, NewsKind } from '../questions/listFigureNews.ts';
import { WHOLE_UP_TO } from '../shares/wholeUpTo.ts';
import { newsBody } from './newsBody.ts';

/** Events of the log whose news become deliveries in one transaction. */
const EVENTS_AT_A_TIME = 500;

interface Hook {
  readonly webhookId: string;
  readonly kinds: readonly NewsKind[];
  readonly about: string | null;
  readonly figureId: string | null;
  readonly toldUpTo: string;
}

/**
 * Turns news behind each webhook's checkpoint into deliveries, and moves it on in the same transaction: whatever ends in between, nothing is
 * left out. A delivery's id is made of what it tells, so that the same news is never two deliveries.
 * @returns how many were added.
 */
export async function deriveDeliveries(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT webhook_id AS id
       FROM following.webhook
      WHERE told_up_to < (SELECT coalesce(max(position), 0) FROM projection.figure_history WHERE position <= ${WHOLE_UP_TO})`,
  );
  let added = 0;
  for (const { id } of rows) added += await deriveFor(pool, id);
  return added;
}

async function deriveFor(pool: pg.Pool, webhookId: string): Promise<number> {
  let added = 0;
  for (;;) {
    const step = await inTransaction(pool, (client) => deriveStep(client, webhookId));
    if (step === null) return added;
    added += step;
  }
}

/** @returns how many were added; null when there is nothing more to tell. */
async function deriveStep(client: pg.ClientBase, webhookId: string): Promise<number | null> {
  const { rows: hooks } = await client.query<Hook>(
    `SELECT webhook_id AS "webhookId", kinds, about, figure_id AS "figureId", told_up_to AS "toldUpTo"
       FROM following.webhook
      WHERE webhook_id = $1
        FOR UPDATE`,
    [webhookId],
  );
  const [hook] = hooks;
  if (hook === undefined) return null;
  const { rows: ends } = await client.query<{ upTo: string | null }>(
    `SELECT max(position) AS "upTo"
       FROM (SELECT position FROM projection.figure_history WHERE position > $1 AND position <= ${WHOLE_UP_TO} ORDER BY position LIMIT $2) AS next`,
    [hook.toldUpTo, EVENTS_AT_A_TIME],
  );
  const upTo = ends[0]?.upTo ?? null;
  if (upTo === null) return null;
  const news = await newsFor(client, hook, upTo);
  await addDeliveries(client, webhookId, news);
  await client.query('UPDATE following.webhook SET told_up_to = $2 WHERE webhook_id = $1', [webhookId, upTo]);
  return news.length;
}

async function newsFor(client: pg.ClientBase, { kinds, about, figureId, toldUpTo }: Hook, upTo: string): Promise<FigureNews[]> {
  const { rows } = await client.query<FigureNews>(
    `SELECT *
       FROM newsledger.figure_news
      WHERE position > $1 AND position <= $2
        AND kind = ANY ($3::text[])
        AND ($4::text IS NULL OR subject = $4 OR counterparty = $4)
        AND ($5::uuid IS NULL OR figure_id = $5)
      ORDER BY position, figure_id`,
    [toldUpTo, upTo, kinds, about, figureId],
  );
  return rows;
}

async function addDeliveries(client: pg.ClientBase, webhookId: string, news: readonly FigureNews[]): Promise<void> {
  const rows = news.map((row) => {
    const deliveryId = deterministicId('delivery', webhookId, row.figure_id, row.event_id);
    return { deliveryId, figureId: row.figure_id, position: row.position, kind: row.kind, body: newsBody(deliveryId, row) };
  });
  await client.query(
    `INSERT INTO following.delivery (delivery_id, webhook_id, figure_id, position, kind, body)
     SELECT "deliveryId", $1, "figureId", position, kind, body
       FROM json_to_recordset($2::json) AS new ("deliveryId" uuid, "figureId" uuid, position bigint, kind text, body text)
     ON CONFLICT (delivery_id) DO NOTHING`,
    [webhookId, JSON.stringify(rows)],
  );
}
