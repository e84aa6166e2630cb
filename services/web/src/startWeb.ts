import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import { createEventStore, tellAppends } from '@newsledger/event-store';
import { createMetrics, type Logger, type Metrics } from '@newsledger/platform';
import type { BullQueues } from '@newsledger/queues';
import { PLACED_FROM } from '@newsledger/read-models';
import fastify, { LogController } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { adminRoutes } from './admin/adminRoutes.ts';
import { createAdminGuard } from './admin/adminToken.ts';
import { createCorrections } from './admin/corrections.ts';
import { createFormTokens } from './admin/formToken.ts';
import { queueBoard } from './admin/queueBoard.ts';
import { apiRoutes } from './api/apiRoutes.ts';
import { CursorError } from './api/cursor.ts';
import { PAGE_POLICY } from './contentPolicy.ts';
import { countRequests } from './countRequests.ts';
import { crossOrigin } from './crossOrigin.ts';
import { feedRoutes } from './follow/feedRoutes.ts';
import { html } from './html.ts';
import { HTMX_PATH, HTMX_SCRIPT } from './live/htmx.ts';
import { compareRoutes } from './pages/compare/compareRoutes.ts';
import { evidenceRoutes } from './pages/evidenceRoutes.ts';
import { figuresRoutes } from './pages/figures/figuresRoutes.ts';
import { knowledgeRoutes } from './pages/knowledgeRoutes.ts';
import { layout } from './pages/layout.ts';
import { readRoutes } from './pages/read/readRoutes.ts';
import { STYLE_PATH, STYLE_SHEET } from './pages/style.ts';
import { refusalOf } from './refusalOf.ts';
import { REQUESTS_PER_MINUTE, requestLimits } from './requestLimits.ts';

export interface WebOptions {
  /** May read the schema `newsledger`; nothing else is asked for. */
  readonly pool: pg.Pool;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The queues, to be looked at by whoever has the token; null, and nobody can. The caller closes them. */
  readonly board?: { readonly token: string; readonly queues: BullQueues['queues'] } | null;
  /** What lets a person correct things; null, and nobody can. */
  readonly admin?: WebAdmin | null;
  /** Certainty from which claims of a text that a person pastes would count; null for that of the rules. */
  readonly placedFrom?: number | null;
  /** What one address may ask in a minute; 0 for as much as it likes. */
  readonly requestsPerMinute?: number;
  /** Whose pages may ask the API and read the feeds in a browser, `*` for everybody's; none when left out. */
  readonly corsOrigins?: readonly string[];
}

interface WebAdmin {
  /** Whoever has it may correct. */
  readonly token: string;
  /** May write to the log, unlike that of the pages. The caller closes it. */
  readonly pool: pg.Pool;
}

export interface Web {
  /** Where people open it: `http://127.0.0.1:4700`. */
  readonly url: string;
  /** Whether the schema answers. */
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Where the pages are unless somebody says otherwise. */
export const WEB_PORT = 4700;

/** Of what is served under the hash of itself. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the pages, `/healthz`, `/readyz` and `/metrics`. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { pool, logger, metrics = createMetrics(), host = '127.0.0.1', port, placedFrom = null, admin = null, board = null } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // A proxy on this machine says for whom it asks.
    trustProxy: 'loopback',
  });
  app.addHook('onResponse', countRequests(metrics));
  const ready = () =>
    pool.query('SELECT FROM newsledger.figures LIMIT 1').then(
      () => true,
      () => false,
    );
  app.addHook('onSend', async (_request, reply) => {
    // Live pages, the queue board and the page of the API's description have policies of their own.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  });
  const { corsOrigins = [] } = options;
  if (corsOrigins.length > 0) await app.register(cors, { delegator: crossOrigin(corsOrigins) });
  await app.register(rateLimit, requestLimits(options.requestsPerMinute ?? REQUESTS_PER_MINUTE));
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal !== null) {
      const { status, title, detail } = refusal;
      return reply
        .status(status)
        .type('text/html')
        .send(layout(title, html`<h1>${title}</h1><p>${detail}</p>`));
    }
    const wrong = error instanceof z.ZodError || error instanceof CursorError;
    if (!wrong) request.log.error({ err: error, url: request.url }, 'page failed');
    return reply
      .status(wrong ? 400 : 500)
      .type('text/html')
      .send(
        layout(
          wrong ? 'Not understood' : 'Something failed',
          html`<h1>${wrong ? 'That address is not understood' : 'Something failed here'}</h1><p>${error instanceof z.ZodError ? z.prettifyError(error) : wrong ? error.message : 'The log says more. Try again in a moment.'}</p>`,
        ),
      );
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .status(404)
      .type('text/html')
      .send(layout('Not found', html`<h1>There is no such page</h1><p><a href="/figures">All figures</a></p>`)),
  );

  await app.register(figuresRoutes(pool));
  await app.register(compareRoutes(pool));
  const correcting = admin === null ? null : correctingBy(admin, metrics);
  await app.register(evidenceRoutes(pool, correcting !== null));
  await app.register(apiRoutes, { prefix: '/api/v1', pool, correcting });
  if (correcting !== null) await app.register(adminRoutes, { pool, ...correcting });
  if (board !== null) await app.register(queueBoard, { queues: board.queues, isAdmin: createAdminGuard(board.token) });
  await app.register(knowledgeRoutes(pool, correcting !== null));
  await app.register(feedRoutes(pool));
  await app.register(readRoutes, { placedFrom: placedFrom ?? PLACED_FROM });
  app.get(STYLE_PATH, (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', FOR_EVER).send(STYLE_SHEET));
  app.get(HTMX_PATH, (_request, reply) => reply.type('text/javascript; charset=utf-8').header('cache-control', FOR_EVER).send(HTMX_SCRIPT));
  app.get('/healthz', () => 'ok\n');
  app.get('/readyz', async (_request, reply) => {
    const isReady = await ready();
    return reply.status(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'the schema newsledger does not answer\n');
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.scrape()));
  await app.listen({ host, port });
  const address = app.server.address();
  const boundPort = address !== null && typeof address === 'object' ? address.port : port;
  return { url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${boundPort}`, ready, close: () => app.close() };
}

function correctingBy({ token, pool }: WebAdmin, { countAppend }: Metrics) {
  const now = () => new Date();
  return {
    isAdmin: createAdminGuard(token),
    corrections: createCorrections(pool, tellAppends(createEventStore(pool), countAppend), now),
    tokens: createFormTokens(token, now),
  };
}
