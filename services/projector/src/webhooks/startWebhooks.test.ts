import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createEventStore, type EventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf } from '@newsledger/events';
import { createHttpClient, createLogger, type HttpClient } from '@newsledger/platform';
import {
  addWebhook,
  applyEvents,
  deriveDeliveries,
  forgetDeliveriesOf,
  listDeliveries,
  listWebhooks,
  migrateReadModels,
  type NewsKind,
  newsKinds,
  rebuild,
  tellAgain,
} from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publish } from '../testWork/publish.ts';
import { type Receiver, startReceiver } from '../testWork/receiver.ts';
import { startWebhooks } from './startWebhooks.ts';

let database: TestDatabase;
let store: EventStore;
let receiver: Receiver;
let http: HttpClient;
let folded: bigint;
let stop: AbortController;
let running: Promise<void>[];

beforeEach(async () => {
  database = await createTestDatabase('webhooks', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  store = createEventStore(database.pool);
  receiver = await startReceiver();
  http = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] });
  folded = 0n;
  stop = new AbortController();
  running = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running);
  await http.close();
  await receiver.close();
  await database.close();
});

it('tells when a figure appears, becomes disputed, is settled and changes, signed, each once and in order', async () => {
  const { secret } = await follow();
  tell();
  await say(['wire', 'Acme', 38], ['post', 'Acme', 83]);
  await say(['tape', 'Acme', 83], ['byte', 'Acme', 83]);
  await say(['wire', 'Beta', 7]);
  await arrived(4);

  const [appeared] = receiver.received;
  expect(kindsOf('Acme')).toEqual(['appeared', 'disputed', expect.stringMatching(/settled|changed|agreement/)]);
  expect(kindsOf('Beta')).toEqual(['appeared']);
  expect(appeared?.body).toMatchObject({ before: null, figure: { value: '38000000000', unit: 'USD', measure: 'revenue' } });
  const { 'newsledger-timestamp': timestamp, 'newsledger-signature': signature, 'newsledger-delivery': id } = appeared?.headers ?? {};
  expect(signature).toBe(`sha256=${createHmac('sha256', secret).update(`${timestamp}.${appeared?.text}`).digest('hex')}`);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(120);
  expect(id).toBe(appeared?.body.id);
});

it('tells nothing of what stood before, and only what was asked for', async () => {
  await say(['wire', 'Old', 5]);
  await follow({ kinds: ['appeared'], about: 'Acme' });
  tell();
  await say(['wire', 'Beta', 7], ['wire', 'Acme', 38], ['post', 'Acme', 83], ['wire', 'Old', 6]);
  await arrived(1);
  await allDerived();
  expect(receiver.received.map(({ body }) => [body.kind, body.figure.subject])).toEqual([['appeared', 'Acme']]);
});

it('tries again with growing pauses until a receiver is back, and keeps the order of each figure meanwhile', async () => {
  await follow();
  receiver.answer = () => 503;
  tell();
  await say(['wire', 'Acme', 38], ['post', 'Acme', 83]);
  await waitFor('three attempts', async () => receiver.received.length >= 3);
  expect(new Set(receiver.received.map(({ body }) => body.kind))).toEqual(new Set(['appeared']));
  expect(await listDeliveries(database.pool, null, 10)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'appeared', last_status: 503, last_error: 'it answered 503', delivered_at: null }),
    ]),
  );

  receiver.answer = () => 204;
  await waitFor('both delivered', async () => (await open()) === 0);
  const kinds = kindsOf('Acme');
  expect(kinds.at(-1)).toBe('disputed');
  expect(kinds.indexOf('disputed')).toBe(kinds.length - 1);
  expect((await listWebhooks(database.pool))[0]).toMatchObject({ failures: 0, open: 0, delivered: 2 });
});

it('does not hold up other figures for one whose news a receiver refuses', async () => {
  await follow();
  receiver.answer = ({ body }) => (body.figure.subject === 'Acme' ? 400 : 200);
  tell();
  await say(['wire', 'Acme', 38], ['wire', 'Beta', 7], ['wire', 'Gamma', 9]);
  await waitFor('the others', async () => (await open()) === 1);
  expect(new Set(receiver.received.map(({ body }) => body.figure.subject))).toEqual(new Set(['Acme', 'Beta', 'Gamma']));
});

it('follows no redirect, and takes it for a failure', async () => {
  await follow();
  receiver.answer = () => 302;
  tell();
  await say(['wire', 'Acme', 38]);
  await waitFor('an attempt', async () => (await listDeliveries(database.pool, null, 1))[0]?.last_error === 'it answered 302');
  expect(await open()).toBe(1);
});

it('refuses addresses of the own network, unless the operator allows them', async () => {
  await follow();
  const guarded = createHttpClient({ userAgent: 'Newsledger/test' });
  tell({ http: guarded });
  await say(['wire', 'Acme', 38]);
  const [failed] = await waitFor('a refusal', async () => {
    const rows = await listDeliveries(database.pool, null, 1);
    return rows[0]?.last_error != null && rows;
  });
  await guarded.close();
  expect(failed?.last_error).toMatch(/127\.0\.0\.1/);
  expect(receiver.received).toEqual([]);
});

it('tells again what a process was telling when it was killed, and loses nothing', async () => {
  await follow();
  receiver.answer = () => null;
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../testWork/webhookWorker.ts', import.meta.url)), database.url], {
    stdio: 'inherit',
  });
  await say(['wire', 'Acme', 38]);
  await waitFor('the first attempt', async () => receiver.received.length === 1, 50_000);
  await say(['post', 'Acme', 83], ['wire', 'Beta', 7]);
  const gone = new Promise((resolve) => worker.on('exit', resolve));
  worker.kill('SIGKILL');
  await gone;

  receiver.answer = () => 200;
  // As if the lease of the one that died had run out.
  await database.pool.query('UPDATE following.delivery SET next_try_at = now()');
  tell();
  await waitFor('all of it', async () => receiver.received.length >= 4 && (await open()) === 0);
  expect(kindsOf('Acme')).toEqual(['appeared', 'appeared', 'disputed']);
  expect(receiver.received[1]?.body.id).toBe(receiver.received[0]?.body.id);
  expect(kindsOf('Beta')).toEqual(['appeared']);
});

it('lets several processes share the work, each delivery taken by one', async () => {
  await follow();
  tell();
  tell();
  tell();
  const subjects = Array.from({ length: 30 }, (_, index) => `Company ${index}`);
  await say(...subjects.map((subject) => ['wire', subject, 5] as const));
  await waitFor('all of it', async () => receiver.received.length >= 30 && (await open()) === 0);
  expect(receiver.received.map(({ body }) => body.figure.subject).sort()).toEqual(subjects.sort());
});

it('tells again what came since a moment, for a receiver that lost it', async () => {
  const { webhookId } = await follow();
  tell();
  await say(['wire', 'Acme', 38]);
  await arrived(1);
  await waitFor('it noted', async () => (await open()) === 0);
  await tellAgain(database.pool, webhookId, new Date(0));
  await arrived(2);
  expect(receiver.received[1]?.body).toEqual(receiver.received[0]?.body);
});

it('forgets what it told of an article that is erased, and of no other', async () => {
  await follow();
  await say(['wire', 'Acme', 38], ['wire', 'Beta', 7]);
  await deriveDeliveries(database.pool);
  const client = await database.pool.connect();
  await forgetDeliveriesOf(client, articleIdOf('https://wire.example/Acme/38'));
  client.release();
  const { rows } = await database.pool.query(`SELECT body::json -> 'figure' ->> 'subject' AS subject FROM following.delivery`);
  expect(rows).toEqual([{ subject: 'Beta' }]);
});

it('tells nothing twice when the tables are made anew', async () => {
  await follow();
  tell();
  await say(['wire', 'Acme', 38]);
  await arrived(1);
  await rebuild(database.pool, store);
  folded = await store.lastPosition();
  await say(['post', 'Acme', 83]);
  await arrived(2);
  expect(kindsOf('Acme')).toEqual(['appeared', 'disputed']);
});

/** Adds the receiver as a webhook. */
function follow({ kinds = newsKinds, about = null }: { kinds?: readonly NewsKind[]; about?: string | null } = {}) {
  return addWebhook(database.pool, { url: receiver.url, kinds, about, figureId: null });
}

/** Starts telling webhooks, with pauses for the impatient. */
function tell(options: { http?: HttpClient } = {}): void {
  const logger = createLogger('webhooks', { level: 'silent' });
  running.push(startWebhooks({ pool: database.pool, http, logger, signal: stop.signal, lookEveryMs: 20, firstPauseMs: 20, ...options }));
}

/** Lets articles say figures, and folds them. */
async function say(...told: (readonly [source: string, subject: string, billion: number])[]): Promise<void> {
  for (const [source, subject, billion] of told) await publish(store, source, subject, billion);
  const { events, upTo } = await store.readAll({ after: folded, limit: 1000 });
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await applyEvents(client, events);
  await client.query('COMMIT');
  client.release();
  folded = upTo;
}

function arrived(count: number): Promise<unknown> {
  return waitFor(`${count} deliveries`, async () => receiver.received.length >= count);
}

/** Waits until all news has become deliveries, and those were sent. */
function allDerived(): Promise<unknown> {
  return waitFor('the end of the news', async () => {
    const { rows } = await database.pool.query(
      'SELECT bool_and(told_up_to = (SELECT max(position) FROM projection.figure_history)) AS done FROM following.webhook',
    );
    return rows[0].done && (await open()) === 0;
  });
}

async function open(): Promise<number> {
  return (await listWebhooks(database.pool))[0]?.open ?? 0;
}

function kindsOf(subject: string): string[] {
  return receiver.received.filter(({ body }) => body.figure.subject === subject).map(({ body }) => body.kind);
}
