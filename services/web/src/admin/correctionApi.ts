import { correction, judgements, misreadFields } from '@newsledger/events';
import { DecisionError, nameDecisions } from '@newsledger/read-models';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemAnswers, sendProblem } from '../api/problem.ts';
import type { Corrections } from './corrections.ts';

export interface CorrectionApiOptions {
  readonly isAdmin: (authorization: string | undefined) => boolean;
  readonly corrections: Corrections;
}

const by = z.string().trim().min(1).max(200).describe('Who decides.');
const reason = z.string().trim().min(1).max(600).describe('Why.');
const recorded = z.object({ recorded: z.literal(true) });
const RECORDED = { recorded: true } as const;
const ASKED = 'Asks for the admin token (`Authorization: Bearer …`). What is recorded is an event of the log, and can be taken back.';

/** The same corrections as on the pages, for programs: JSON only, which no form of another site can send. */
export async function correctionApi(plain: FastifyInstance, { isAdmin, corrections }: CorrectionApiOptions): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.addHook('onRequest', async (request, reply) => {
    if (isAdmin(request.headers.authorization)) return;
    reply.header('www-authenticate', 'Bearer realm="Newsledger"');
    return sendProblem(reply, 401, 'Not for everybody', 'Send the admin token: Authorization: Bearer …');
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof DecisionError) return sendProblem(reply, 400, 'Nothing was recorded', error.message);
    throw error;
  });
  const about = (summary: string) => ({ tags: ['corrections'], summary, description: ASKED });
  const figure = z.object({ figure_id: z.uuid() });
  const claim = z.object({ claim_id: z.uuid() });

  app.post(
    '/figures/:figure_id/pin',
    {
      schema: {
        ...about('Decide what a figure is'),
        params: figure,
        body: z.strictObject({
          value: z
            .string()
            .regex(/^-?\d+(\.\d+)?$/)
            .describe('An exact decimal in the unit of the figure.'),
          by,
          reason,
        }),
        response: { 200: recorded, ...problemAnswers },
      },
    },
    async ({ params, body }, reply) =>
      (await corrections.pin(params.figure_id, body.value, body.by, body.reason)) ? RECORDED : reply.callNotFound(),
  );
  app.post(
    '/figures/:figure_id/unpin',
    {
      schema: {
        ...about('Take a pin back'),
        params: figure,
        body: z.strictObject({ by, reason }),
        response: { 200: recorded, ...problemAnswers },
      },
    },
    async ({ params, body }) => {
      await corrections.unpin(params.figure_id, body.by, body.reason);
      return RECORDED;
    },
  );
  app.post(
    '/names',
    {
      schema: {
        ...about('Decide what a name means'),
        body: z.strictObject({
          decision: z
            .enum(nameDecisions)
            .describe('`merge`: the name is the entity; `split`: it is not; `alias`: the entity is also called so.'),
          name: z.string().trim().min(1).max(200),
          entity: z.string().trim().min(1).max(200),
          by,
          reason: reason.optional(),
        }),
        response: { 200: recorded, ...problemAnswers },
      },
    },
    async ({ body: { decision, ...names } }) => {
      await corrections.name(decision, names);
      return RECORDED;
    },
  );
  app.post(
    '/claims/:claim_id/judgement',
    {
      schema: {
        ...about('Judge a claim'),
        params: claim,
        body: z.strictObject({
          judgement: z.enum(judgements),
          field: z.enum(misreadFields).nullable().default(null).describe('What was misread.'),
          correction: correction.nullable().default(null).describe('What the article says instead.'),
          by,
          reason,
        }),
        response: { 200: recorded, ...problemAnswers },
      },
    },
    async ({ params, body }) => {
      await corrections.judge({ ...body, claim: params.claim_id });
      return RECORDED;
    },
  );
  app.post(
    '/claims/:claim_id/judgement/undo',
    {
      schema: {
        ...about('Take a judgement back'),
        params: claim,
        body: z.strictObject({ by, reason }),
        response: { 200: recorded, ...problemAnswers },
      },
    },
    async ({ params, body }) => {
      await corrections.unjudge(params.claim_id, body.by, body.reason);
      return RECORDED;
    },
  );
}
