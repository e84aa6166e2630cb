import {
  findFigure,
  listClaims,
  listDealClaims,
  listDealFigures,
  listDealStages,
  listDeals,
  listDisagreements,
  listFailingWork,
  listHistory,
  listParkedEvents,
  listRelated,
  listReliability,
  readHealth,
  readPipeline,
} from '@newsledger/read-models';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { LIVE_POLICY } from '../contentPolicy.ts';
import { dealPage, dealsPage } from './dealPages.ts';
import { disagreementsPage, MOST_DISPUTES } from './disagreementsPage.ts';
import { figurePage } from './figurePage.ts';
import { pipelinePage } from './pipeline/pipelinePage.ts';
import { reliabilityPage } from './reliabilityPage.ts';
import { wordsIn } from './wordsIn.ts';

const figureParams = z.object({ figureId: z.uuid() });
const dealParams = z.object({ dealId: z.uuid() });
const search = z.object({ q: z.string().max(200).default('') });

const MOST_DEALS = 300;
/** The worst of them: they are fetched again and again. */
const MOST_TROUBLES = 100;

/** Pages of one figure, one deal, of what sources disagree on, and of what could not be taken in. @param canCorrect whether there are pages for corrections. */
export function evidenceRoutes(pool: pg.Pool, canCorrect: boolean): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get('/figures/:figureId', async (request, reply) => {
      const figure = await findFigure(pool, figureParams.parse(request.params).figureId);
      if (figure === null) return reply.callNotFound();
      const [claims, history, related] = await Promise.all([
        listClaims(pool, figure.figure_id),
        listHistory(pool, figure.figure_id),
        listRelated(pool, figure),
      ]);
      return reply.type('text/html').send(figurePage({ figure, claims, history, related, canCorrect }));
    });
    app.get('/disagreements', async (_request, reply) => {
      const [disputes, outliers] = await Promise.all([
        listDisagreements(pool, 'disagreements', MOST_DISPUTES + 1),
        listDisagreements(pool, 'outliers', MOST_DISPUTES + 1),
      ]);
      return reply.type('text/html').send(disagreementsPage(disputes, outliers));
    });
    app.get('/deals', async (request, reply) => {
      const { q } = search.parse(request.query);
      const deals = await listDeals(pool, { words: wordsIn(q), limit: MOST_DEALS });
      return reply.type('text/html').send(dealsPage(deals, q));
    });
    app.get('/deals/:dealId', async (request, reply) => {
      const { dealId } = dealParams.parse(request.params);
      const [deal] = await listDeals(pool, { dealId, limit: 1 });
      if (deal === undefined) return reply.callNotFound();
      const [stages, reports, figures] = await Promise.all([
        listDealStages(pool, dealId),
        listDealClaims(pool, dealId),
        listDealFigures(pool, dealId),
      ]);
      return reply.type('text/html').send(dealPage({ deal, stages, reports, figures }));
    });
    app.get('/reliability', async (_request, reply) => {
      const rows = await listReliability(pool);
      return reply.type('text/html').send(reliabilityPage(rows));
    });
    app.get('/pipeline', async (_request, reply) => {
      const [state, health, events, work] = await Promise.all([
        readPipeline(pool),
        readHealth(pool),
        listParkedEvents(pool, MOST_TROUBLES),
        listFailingWork(pool, MOST_TROUBLES),
      ]);
      reply.header('content-security-policy', LIVE_POLICY).header('cache-control', 'no-store');
      return reply.type('text/html').send(pipelinePage({ state, health, events, work }));
    });
  };
}
