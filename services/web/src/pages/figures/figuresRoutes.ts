import { figureOrders, listFigurePage, listMeasures, listNews, listTopDisputes, readHealth } from '@newsledger/read-models';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { readCursor } from '../../api/cursor.ts';
import { LIVE_POLICY } from '../../contentPolicy.ts';
import { rememberVisit, visitOf } from '../overview/lastVisit.ts';
import { overviewPage } from '../overview/overviewPage.ts';
import { wordsIn } from '../wordsIn.ts';
import { agreements, figuresPage, statuses } from './figuresPage.ts';

/** A page of a hundred is some 60 kB. */
const PAGE_SIZE = 100;
/** Changes that the overview looks back on. */
const CHANGES = 300;
const DISPUTES = 5;
const EPOCH = new Date(0);

/** An empty form field means "any". */
const any = (schema: z.ZodType<string>) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const orders = z.enum(Object.keys(figureOrders).filter((name): name is keyof typeof figureOrders => name in figureOrders));
const figuresQuery = z.object({
  q: any(z.string().max(200)),
  measure: any(z.string().max(200)),
  status: any(z.enum(statuses)),
  agreement: any(z.enum(agreements)),
  sort: z.preprocess((value) => (value === '' ? undefined : value), orders.default('witnesses')),
  after: z.string().max(2000).optional(),
});
const overviewQuery = z.object({ since: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.date().optional()) });

/** The overview, and the list of figures. */
export function figuresRoutes(pool: pg.Pool, now: () => Date = () => new Date()): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get('/', async (request, reply) => {
      const { since } = overviewQuery.parse(request.query);
      const at = now();
      const visit = visitOf(request.headers.cookie, at);
      const [{ news, isMore, until }, disputes, health] = await Promise.all([
        listNews(pool, EPOCH, CHANGES),
        listTopDisputes(pool, DISPUTES),
        readHealth(pool),
      ]);
      const page = overviewPage({ news, isMore, since: since ?? visit.since, isAsked: since !== undefined, now: at, disputes, health });
      // Each reader has a page of their own.
      reply.header('cache-control', 'private, no-cache').header('content-security-policy', LIVE_POLICY);
      reply.header('set-cookie', rememberVisit(visit, until, at));
      return reply.type('text/html').send(page);
    });
    app.get('/figures', async (request, reply) => {
      const { q = '', sort, after, ...filter } = figuresQuery.parse(request.query);
      const words = wordsIn(q);
      const place = after === undefined ? null : readCursor(after, figureOrders[sort].columns.length);
      const [page, measures] = await Promise.all([
        listFigurePage(pool, { ...filter, words, order: sort, after: place, limit: PAGE_SIZE }),
        listMeasures(pool),
      ]);
      return reply.type('text/html').send(figuresPage({ page, search: { ...filter, words: q, sort, isFirst: place === null }, measures }));
    });
  };
}
