import { findFigures, listClaims, listHistory } from '@newsledger/read-models';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { comparePage, MOST_COMPARED } from './comparePage.ts';

/** `figure` once, several times, or not at all. */
const compareQuery = z.object({
  figure: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid()).max(MOST_COMPARED, `Up to ${MOST_COMPARED} figures can be compared.`),
  ),
});

/** Figures side by side. */
export function compareRoutes(pool: pg.Pool): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get('/compare', async (request, reply) => {
      const ids = [...new Set(compareQuery.parse(request.query).figure)];
      const figures = await findFigures(pool, ids);
      const compared = await Promise.all(
        figures.map(async (figure) => ({
          figure,
          claims: await listClaims(pool, figure.figure_id),
          history: await listHistory(pool, figure.figure_id),
        })),
      );
      return reply.type('text/html').send(comparePage(compared, ids.length - figures.length));
    });
  };
}
