import rateLimit from '@fastify/rate-limit';
import { createMetrics, type Logger, type Metrics } from '@newsledger/platform';
import { listFigures, listMeasures, PLACED_FROM } from '@newsledger/read-models';
import fastify, { LogController } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { apiRoutes } from './api/apiRoutes.ts';
import { html } from './html.ts';
import { evidenceRoutes } from './pages/evidenceRoutes.ts';
import { agreements, figuresPage } from './pages/figuresPage.ts';
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
  /** Certainty from which claims of a text that a person pastes would count; null for that of the rules. */
  readonly placedFrom?: number | null;
  /** What one address may ask in a minute; 0 for as much as it likes. */
  readonly requestsPerMinute?: number;
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

const PAGE_SIZE = 100;

/** An empty form field means "any". */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().max(200).optional());
const figuresQuery = z.object({
  q: optional,
  measure: optional,
  agreement: z.preprocess((value) => (value === '' ? undefined : value), z.enum(agreements).optional()),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** Serves the pages, `/healthz`, `/readyz` and `/metrics`. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { pool, logger, metrics = createMetrics(), host = '127.0.0.1', port, placedFrom = null } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // A proxy on this machine says for whom it asks.
    trustProxy: 'loopback',
  });
  const ready = () =>
    pool.query('SELECT FROM newsledger.figures LIMIT 1').then(
      () => true,
      () => false,
    );
  app.addHook('onSend', async (_request, reply) => {
    // The page of the API's description has a policy of its own.
    if (!reply.hasHeader('content-security-policy'))
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  });
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
    const wrong = error instanceof z.ZodError;
    if (!wrong) request.log.error({ err: error, url: request.url }, 'page failed');
    return reply
      .status(wrong ? 400 : 500)
      .type('text/html')
      .send(
        layout(
          wrong ? 'Not understood' : 'Something failed',
          html`<h1>${wrong ? 'That address is not understood' : 'Something failed here'}</h1><p>${wrong ? z.prettifyError(error) : 'The log says more. Try again in a moment.'}</p>`,
        ),
      );
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).type('text/html').send(layout('Not found', html`<h1>There is no such page</h1><p><a href="/">All figures</a></p>`)),
  );

  const figures = async (title: string, query: unknown) => {
    const { q = '', measure, agreement, offset } = figuresQuery.parse(query);
    const search = { words: q, measure, agreement, limit: PAGE_SIZE, offset };
    const words = q.split(/\s+/).filter((word) => word !== '');
    const [found, measures] = await Promise.all([listFigures(pool, { ...search, words }), listMeasures(pool)]);
    return figuresPage({ title, ...found, search, measures });
  };
  app.get('/', async (request, reply) => reply.type('text/html').send(await figures('Reconciled figures', request.query)));
  await app.register(evidenceRoutes(pool));
  await app.register(apiRoutes, { prefix: '/api/v1', pool });
  await app.register(knowledgeRoutes(pool));
  await app.register(readRoutes, { placedFrom: placedFrom ?? PLACED_FROM });
  app.get(STYLE_PATH, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(STYLE_SHEET),
  );
  app.get('/healthz', () => 'ok\n');
  app.get('/readyz', async (_request, reply) => {
    const isReady = await ready();
    return reply.status(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'the schema newsledger does not answer\n');
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  await app.listen({ host, port });
  const address = app.server.address();
  const boundPort = address !== null && typeof address === 'object' ? address.port : port;
  return { url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${boundPort}`, ready, close: () => app.close() };
}
