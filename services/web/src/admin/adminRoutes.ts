import { DecisionError, findFigure, listClaims, listFigures } from '@newsledger/read-models';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { html } from '../html.ts';
import { layout } from '../pages/layout.ts';
import { wordsIn } from '../pages/wordsIn.ts';
import { adminPage, claimAdminPage, figureAdminPage, type JudgeableClaim } from './adminPages.ts';
import { correctionIn, judgeForm, nameForm, pinForm, unjudgeForm, unpinForm, valueIn } from './correctionForms.ts';
import type { Corrections } from './corrections.ts';
import type { FormTokens } from './formToken.ts';

const MOST_FIGURES = 30;

const search = z.object({ q: z.string().max(200).default('') });
const figureParams = z.object({ figureId: z.uuid() });
const claimParams = z.object({ claimId: z.uuid() });
const sentForm = z.object({ form: z.string().max(200).default('') });

export interface AdminRoutesOptions {
  /** May read the schema `newsledger`. */
  readonly pool: pg.Pool;
  readonly isAdmin: (authorization: string | undefined) => boolean;
  readonly corrections: Corrections;
  readonly tokens: FormTokens;
}

/** Pages on which a person with the admin token pins values, decides on names and judges claims. */
export async function adminRoutes(app: FastifyInstance, { pool, isAdmin, corrections, tokens }: AdminRoutesOptions): Promise<void> {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (isAdmin(request.headers.authorization)) return;
    reply.status(401).header('www-authenticate', 'Basic realm="Newsledger", charset="UTF-8"').type('text/html');
    return reply.send(layout('Not for you', html`<h1>The admin token is asked for</h1><p>As the password; any user name will do.</p>`));
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || isOwnForm(request, tokens)) return;
    reply.status(403).type('text/html');
    return reply.send(
      layout('Not this form', html`<h1>That form is not of this page</h1><p>Open the page again, and send it from there.</p>`),
    );
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof DecisionError || error instanceof z.ZodError)) throw error;
    const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return reply
      .status(400)
      .type('text/html')
      .send(layout('Nothing was recorded', html`<h1>Nothing was recorded</h1><p>${message}</p>`));
  });

  app.get('/admin', async (request, reply) => {
    const { q } = search.parse(request.query);
    const words = wordsIn(q);
    const { rows } = words.length === 0 ? { rows: [] } : await listFigures(pool, { words, limit: MOST_FIGURES });
    return reply.type('text/html').send(adminPage(q, rows, tokens.make()));
  });
  app.get('/admin/figures/:figureId', async (request, reply) => {
    const { figureId } = figureParams.parse(request.params);
    const figure = await findFigure(pool, figureId);
    if (figure === null) return reply.callNotFound();
    return reply.type('text/html').send(figureAdminPage(figure, await listClaims(pool, figureId), tokens.make()));
  });
  app.get('/admin/claims/:claimId', async (request, reply) => {
    const claim = await findJudgeable(pool, claimParams.parse(request.params).claimId);
    return claim === null ? reply.callNotFound() : reply.type('text/html').send(claimAdminPage(claim, tokens.make()));
  });

  app.post('/admin/figures/:figureId/pin', async (request, reply) => {
    const { figureId } = figureParams.parse(request.params);
    const { value, by, reason } = pinForm.parse(request.body);
    return (await corrections.pin(figureId, valueIn(value), by, reason))
      ? reply.redirect(`/figures/${figureId}`, 303)
      : reply.callNotFound();
  });
  app.post('/admin/figures/:figureId/unpin', async (request, reply) => {
    const { figureId } = figureParams.parse(request.params);
    const { by, reason } = unpinForm.parse(request.body);
    await corrections.unpin(figureId, by, reason);
    return reply.redirect(`/figures/${figureId}`, 303);
  });
  app.post('/admin/names', async (request, reply) => {
    const { decision, ...names } = nameForm.parse(request.body);
    await corrections.name(decision, names);
    return reply.redirect(`/entities/${encodeURIComponent(names.entity)}`, 303);
  });
  app.post('/admin/claims/:claimId/judge', async (request, reply) => {
    const { claimId } = claimParams.parse(request.params);
    const form = judgeForm.parse(request.body);
    const { judgement, field = null, by, reason } = form;
    await corrections.judge({ claim: claimId, judgement, field, correction: correctionIn(form), by, reason });
    return toArticle(pool, claimId, reply);
  });
  app.post('/admin/claims/:claimId/unjudge', async (request, reply) => {
    const { claimId } = claimParams.parse(request.params);
    const { by, reason } = unjudgeForm.parse(request.body);
    await corrections.unjudge(claimId, by, reason);
    return toArticle(pool, claimId, reply);
  });
}

/** A browser says where a form comes from; where it doesn't, the form's token tells. */
function isOwnForm(request: FastifyRequest, tokens: FormTokens): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const sent = sentForm.safeParse(request.body);
  return sent.success && tokens.isMade(sent.data.form);
}

async function findJudgeable(pool: pg.Pool, claimId: string): Promise<JudgeableClaim | null> {
  const { rows } = await pool.query<JudgeableClaim>('SELECT * FROM newsledger.claims WHERE claim_id = $1', [claimId]);
  return rows[0] ?? null;
}

async function toArticle(pool: pg.Pool, claimId: string, reply: FastifyReply): Promise<FastifyReply> {
  const claim = await findJudgeable(pool, claimId);
  if (claim !== null) return reply.redirect(`/articles/${claim.article_id}`, 303);
  reply.callNotFound();
  return reply;
}
