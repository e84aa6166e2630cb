import { randomUUID } from 'node:crypto';
import { type Config, createHttpClient, FetchError, userAgentOf } from '@newsledger/platform';
import { isTaken, sendDelivery } from '@newsledger/projector';
import {
  addWebhook,
  type DeliveryRow,
  findWebhook,
  listDeliveries,
  listWebhooks,
  type NewsKind,
  newsKinds,
  removeWebhook,
  tellAgain,
  type Webhook,
} from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { findFigure } from './findFigure.ts';

export interface AddOptions {
  /** Parted by commas. */
  readonly kinds?: string;
  readonly about?: string;
  readonly figure?: string;
  readonly secret?: string;
}

const momentOf = (time: Date | null): string => time?.toISOString().slice(0, 19).replace('T', ' ') ?? '';

const webhookColumns: readonly Column<Webhook>[] = [
  { title: 'WEBHOOK', of: ({ webhook_id }) => webhook_id.slice(0, 8) },
  { title: 'ADDRESS', of: ({ url }) => url, maxWidth: 60 },
  { title: 'NEWS', of: ({ kinds }) => kinds.join(', '), maxWidth: 40 },
  { title: 'ABOUT', of: ({ about, figure_id }) => about ?? figure_id?.slice(0, 8) ?? 'everything', maxWidth: 30 },
  { title: 'WAITING', of: ({ open }) => `${open}`, align: 'right' },
  { title: 'DELIVERED', of: ({ delivered }) => `${delivered}`, align: 'right' },
  { title: 'FAILURES', of: ({ failures }) => `${failures}`, align: 'right' },
];

const deliveryColumns: readonly Column<DeliveryRow>[] = [
  { title: 'DELIVERY', of: ({ delivery_id }) => delivery_id.slice(0, 8) },
  { title: 'ADDRESS', of: ({ url }) => url, maxWidth: 40 },
  { title: 'FIGURE', of: ({ figure_id }) => figure_id.slice(0, 8) },
  { title: 'NEWS', of: ({ kind }) => kind },
  { title: 'TRIED', of: ({ attempts }) => `${attempts}`, align: 'right' },
  { title: 'ANSWER', of: ({ last_status, last_error }) => last_error ?? last_status?.toString() ?? '', maxWidth: 40 },
  { title: 'DELIVERED', of: ({ delivered_at }) => momentOf(delivered_at) },
  { title: 'NEXT TRY', of: ({ next_try_at }) => momentOf(next_try_at) },
];

/** @throws {UsageError} when a kind is none. @throws {DecisionError} when the address can't be told anything. */
export async function add(pool: pg.Pool, printer: Printer, url: string, { kinds, about, figure, secret }: AddOptions): Promise<void> {
  const figureId = figure === undefined ? null : (await findFigure(pool, [figure])).figure.figure_id;
  const added = await addWebhook(pool, {
    url,
    kinds: kinds === undefined ? newsKinds : kindsIn(kinds),
    about: about ?? null,
    figureId,
    secret,
  });
  if (printer.json) printer.line(JSON.stringify({ webhook_id: added.webhookId, secret: added.secret }));
  else
    printer.line(
      `Webhook ${added.webhookId.slice(0, 8)} is told of news from now on.\nIts secret, which is not shown again: ${added.secret}\n"newsledger webhook test ${added.webhookId.slice(0, 8)}" sends an example.`,
    );
}

export async function list(pool: pg.Pool, printer: Printer): Promise<void> {
  printer.rows(await listWebhooks(pool), webhookColumns, 'There is no webhook. "newsledger webhook add URL" adds one.');
}

/** @throws {DecisionError} when there is no such webhook. */
export async function remove(pool: pg.Pool, printer: Printer, named: string): Promise<void> {
  const { webhookId, url } = await findWebhook(pool, named);
  await removeWebhook(pool, webhookId);
  printer.note(`${url} is told nothing any more.`);
}

/** @returns whether the receiver took it. @throws {DecisionError} when there is no such webhook. */
export async function test(
  pool: pg.Pool,
  printer: Printer,
  named: string,
  config: Pick<Config, 'contact' | 'allowAddresses'>,
): Promise<boolean> {
  const { url, secret } = await findWebhook(pool, named);
  const http = createHttpClient({ userAgent: userAgentOf(config.contact), allowAddresses: config.allowAddresses });
  const deliveryId = randomUUID();
  const body = JSON.stringify({ id: deliveryId, kind: 'test', at: new Date().toISOString() });
  try {
    const status = await sendDelivery(http, { deliveryId, url, secret, body });
    const taken = isTaken(status);
    if (printer.json) printer.line(JSON.stringify({ url, status, taken }));
    else printer.line(`${url} answered ${status}${taken ? '.' : ', which is none of 200 to 299: it did not take it.'}`);
    return taken;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (printer.json) printer.line(JSON.stringify({ url, status: error.httpStatus, taken: false, error: error.message }));
    else printer.line(`${url} can't be told: ${error.message}`);
    return false;
  } finally {
    await http.close();
  }
}

/** @throws {DecisionError} when there is no such webhook. */
export async function deliveries(pool: pg.Pool, printer: Printer, named: string | null, limit: number): Promise<void> {
  const webhookId = named === null ? null : (await findWebhook(pool, named)).webhookId;
  printer.rows(await listDeliveries(pool, webhookId, limit), deliveryColumns, 'Nothing was to be told yet.');
}

/** @throws {DecisionError} when there is no such webhook. */
export async function again(pool: pg.Pool, printer: Printer, named: string, since: Date): Promise<void> {
  const { webhookId, url } = await findWebhook(pool, named);
  await tellAgain(pool, webhookId, since);
  printer.note(`${url} is told again what was recorded since ${momentOf(since)}.`);
}

function kindsIn(text: string): NewsKind[] {
  return text.split(',').map((word) => {
    const kind = newsKinds.find((known) => known === word.trim());
    if (kind === undefined) throw new UsageError(`"${word}" is none of ${newsKinds.join(', ')}.`);
    return kind;
  });
}
