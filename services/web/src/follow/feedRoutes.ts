import { hash } from 'node:crypto';
import { type FigureNews, findEntity, findFigure, listFigureNews } from '@newsledger/read-models';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { nameOf } from '../pages/nameOf.ts';
import { entityFeedPath, figureFeedPath, NEWS_FEED_PATH } from './feedPaths.ts';
import { type FeedScope, newsFeed } from './newsFeed.ts';
import { writeAtom } from './writeAtom.ts';

/** Some 100 kB; who asks once a day misses nothing of a busy subject. */
const MOST_ENTRIES = 100;

/** `Last-Modified` counts seconds: a change later in the same one would go unseen (RFC 9110 §8.8.2.2). */
const SETTLED_AFTER_MS = 1000;

const newsQuery = z.object({ subject: z.string().min(1).max(300).optional() });
const entityParams = z.object({ name: z.string().max(300) });
const figureParams = z.object({ figureId: z.uuid() });

/** Atom feeds of what changed: of all figures, of one subject, of one figure. */
export function feedRoutes(pool: pg.Pool, now: () => Date = () => new Date()): (app: FastifyInstance) => Promise<void> {
  const send = (request: FastifyRequest, reply: FastifyReply, news: readonly FigureNews[], scope: Omit<FeedScope, 'origin'>) => {
    const feed = newsFeed(news, { ...scope, origin: originOf(request) });
    return sendOrSpare(request, reply, writeAtom(feed), feed.updated, now());
  };
  return async (app) => {
    const ofEntity = async (request: FastifyRequest, reply: FastifyReply, name: string) => {
      const entity = (await findEntity(pool, name))?.entity;
      if (entity === undefined) return reply.callNotFound();
      const scope = {
        title: `Newsledger: ${entity}`,
        feedPath: entityFeedPath(entity),
        pagePath: `/entities/${encodeURIComponent(entity)}`,
      };
      return send(request, reply, await listFigureNews(pool, { about: entity, limit: MOST_ENTRIES }), scope);
    };
    app.get(NEWS_FEED_PATH, async (request, reply) => {
      const { subject } = newsQuery.parse(request.query);
      if (subject !== undefined) return ofEntity(request, reply, subject);
      const scope = { title: 'Newsledger: changes', feedPath: NEWS_FEED_PATH, pagePath: '/changes' };
      return send(request, reply, await listFigureNews(pool, { limit: MOST_ENTRIES }), scope);
    });
    app.get('/entities/:name(^.+).atom', (request, reply) => ofEntity(request, reply, entityParams.parse(request.params).name));
    app.get('/figures/:figureId(^[^.]+).atom', async (request, reply) => {
      const { figureId } = figureParams.parse(request.params);
      const news = await listFigureNews(pool, { figureId, limit: MOST_ENTRIES });
      const named = news[0] ?? (await findFigure(pool, figureId));
      if (named == null) return reply.callNotFound();
      const scope = { title: `Newsledger: ${nameOf(named)}`, feedPath: figureFeedPath(figureId), pagePath: `/figures/${figureId}` };
      return send(request, reply, news, scope);
    });
  };
}

/** Where the asker reached this service. A header that is no plain host would be nobody's address. */
function originOf({ protocol, host }: FastifyRequest): string {
  return /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host) ? `${protocol}://${host}` : `${protocol}://localhost`;
}

/** Sends a document with what tells its version, or nothing but that it has not changed (RFC 9110 §13.1). */
function sendOrSpare(request: FastifyRequest, reply: FastifyReply, document: string, updated: Date, now: Date): FastifyReply {
  const etag = `"${hash('sha256', document, 'hex').slice(0, 32)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  const settled = now.getTime() - updated.getTime() >= SETTLED_AFTER_MS;
  if (settled) reply.header('last-modified', updated.toUTCString());
  const { 'if-none-match': known, 'if-modified-since': since } = request.headers;
  const same = known === undefined ? settled && since !== undefined && isNotAfter(updated, since) : isNamed(etag, known);
  return same ? reply.status(304).send() : reply.type('application/atom+xml; charset=utf-8').send(document);
}

function isNamed(etag: string, known: string): boolean {
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

function isNotAfter(updated: Date, since: string): boolean {
  return Math.floor(updated.getTime() / 1000) * 1000 <= Date.parse(since);
}
