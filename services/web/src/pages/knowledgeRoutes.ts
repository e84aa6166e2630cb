import {
  countArticlesByDay,
  describeMeasures,
  findArticle,
  findEntity,
  findSource,
  listArticleClaims,
  listArticlesOf,
  listChanges,
  listDeals,
  listDecisions,
  listEntities,
  listFiguresOf,
  listReliability,
  listSources,
} from '@newsledger/read-models';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { readCursor } from '../api/cursor.ts';
import { articlePage } from './articlePage.ts';
import { changesPage } from './changesPage.ts';
import { decisionsPage } from './decisionsPage.ts';
import { entitiesPage, entityPage } from './entityPages.ts';
import { measuresPage } from './measuresPage.ts';
import { sourcePage, sourcesPage } from './sourcePages.ts';
import { wordsIn } from './wordsIn.ts';

const search = z.object({ q: z.string().max(200).default('') });
const articleParams = z.object({ articleId: z.uuid() });
const sourceParams = z.object({ sourceId: z.string().max(200) });
const entityParams = z.object({ name: z.string().max(300) });
const changesQuery = z.object({
  since: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.date().optional()),
  after: z.string().max(500).optional(),
});
/** What a cursor of the changes holds. */
const changePlace = z.tuple([z.string().regex(/^\d{1,18}$/), z.uuid()]);

const MOST_ENTITIES = 300;
const MOST_FIGURES = 300;
/** A page of a hundred is some 56 kB. */
const CHANGES_OF_A_PAGE = 100;
const DECISIONS_SHOWN = 200;
const ARTICLES_SHOWN = 50;
const DAYS_SHOWN = 14;
const DAY_MS = 86_400_000;

/** Pages of what the figures come from and are about: articles, sources, entities, measures, changes. @param canCorrect whether there are pages for corrections. */
export function knowledgeRoutes(
  pool: pg.Pool,
  canCorrect: boolean,
  now: () => Date = () => new Date(),
): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get('/articles/:articleId', async (request, reply) => {
      const { articleId } = articleParams.parse(request.params);
      const article = await findArticle(pool, articleId);
      if (article === null) return reply.callNotFound();
      return reply.type('text/html').send(articlePage(article, await listArticleClaims(pool, articleId), canCorrect));
    });
    app.get('/sources', async (_request, reply) => reply.type('text/html').send(sourcesPage(await listSources(pool))));
    app.get('/sources/:sourceId', async (request, reply) => {
      const { sourceId } = sourceParams.parse(request.params);
      const source = await findSource(pool, sourceId);
      if (source === null) return reply.callNotFound();
      const [days, articles, reliability] = await Promise.all([
        countArticlesByDay(pool, sourceId, DAYS_SHOWN),
        listArticlesOf(pool, sourceId, ARTICLES_SHOWN),
        listReliability(pool),
      ]);
      const own = reliability.filter((row) => row.source === source.name);
      return reply.type('text/html').send(sourcePage({ source, days, articles, reliability: own }));
    });
    app.get('/decisions', async (request, reply) => {
      const { q } = search.parse(request.query);
      const rows = await listDecisions(pool, { words: wordsIn(q), limit: DECISIONS_SHOWN });
      return reply.type('text/html').send(decisionsPage(rows, q, DECISIONS_SHOWN));
    });
    app.get('/entities', async (request, reply) => {
      const { q } = search.parse(request.query);
      const entities = await listEntities(pool, { words: wordsIn(q), limit: MOST_ENTITIES });
      return reply.type('text/html').send(entitiesPage(entities, q));
    });
    app.get('/entities/:name', async (request, reply) => {
      const entity = await findEntity(pool, entityParams.parse(request.params).name);
      if (entity === null) return reply.callNotFound();
      const [figures, deals] = await Promise.all([
        listFiguresOf(pool, entity.entity, MOST_FIGURES),
        listDeals(pool, { words: [entity.entity], limit: MOST_FIGURES }),
      ]);
      const own = deals.filter(({ parties }) => parties.some((party) => party.entity === entity.entity));
      return reply.type('text/html').send(entityPage(entity, figures, own));
    });
    app.get('/measures', async (_request, reply) => reply.type('text/html').send(measuresPage(await describeMeasures(pool))));
    app.get('/changes', async (request, reply) => {
      const { since = new Date(now().getTime() - DAY_MS), after } = changesQuery.parse(request.query);
      const place = after === undefined ? null : changePlace.parse(readCursor(after, 2));
      const page = await listChanges(pool, since, place, CHANGES_OF_A_PAGE);
      return reply.type('text/html').send(changesPage(page, since, place === null));
    });
  };
}
