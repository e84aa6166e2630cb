import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refusalOf } from '../../refusalOf.ts';
import { exampleText } from './exampleText.ts';
import { MAX_TEXT_LENGTH, type ReadRequest } from './readForm.ts';
import { readPage, refusalPage, tooLong } from './readPage.ts';
import { readClaims, readText } from './readText.ts';

/** A form's text of the greatest length, all of it percent-encoded letters of three bytes. */
const MAX_BODY_BYTES = MAX_TEXT_LENGTH * 9 + 10_000;

const view = z.enum(['quantities', 'claims']);
const field = (length: number) => z.string().max(length).default('');
/** Browsers send line ends as CR LF; offsets are counted in the text as it is shown. */
const text = z
  .string()
  .default('')
  .transform((given) => given.replace(/\r\n?/g, '\n'));
const readFields = z.object({
  text,
  title: field(500),
  published: z.union([z.literal(''), z.iso.date()]).default(''),
  publisher: field(200),
  view: view.default('quantities'),
});
/** A program's offsets are into its own text, whatever its line ends. */
const apiFields = readFields.extend({ text: z.string() });
const readQuery = readFields.extend({ example: view.optional() });

const FAR_TOO_LONG = 'That is far more than this page reads. Read it with “newsledger read FILE”.';

/**
 * The page on which a person sees what is read in a text of theirs. Nothing is stored.
 * @param placedFrom certainty from which claims would count.
 */
export async function readRoutes(app: FastifyInstance, { placedFrom }: { readonly placedFrom: number }): Promise<void> {
  const { answer, answerJson } = answersBy(placedFrom);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.setErrorHandler((error, request, reply) => {
    const isForPrograms = request.url.startsWith('/api/');
    if (isForPrograms && error instanceof z.ZodError) return reply.status(400).send({ error: z.prettifyError(error) });
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (isForPrograms) return reply.status(refusal.status).send({ error: refusal.status === 413 ? FAR_TOO_LONG : refusal.detail });
    if (refusal.status !== 413) throw error;
    return reply
      .status(413)
      .type('text/html')
      .send(refusalPage(readFields.parse({}), FAR_TOO_LONG));
  });
  app.get('/read', async (request, reply) => {
    const { example, ...asked } = readQuery.parse(request.query);
    return answer(reply, example === undefined ? asked : { ...exampleText, view: example });
  });
  app.get('/api/read', async (request, reply) => answerJson(reply, apiFields.parse(request.query)));
  app.post('/api/read', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => answerJson(reply, apiFields.parse(request.body ?? {})));
  app.post('/read', async (request, reply) => answer(reply, readFields.parse(request.body ?? {})));
}

function answersBy(placedFrom: number) {
  return {
    answer(reply: FastifyReply, request: ReadRequest): FastifyReply {
      const long = request.text.length > MAX_TEXT_LENGTH;
      return reply
        .status(long ? 413 : 200)
        .type('text/html')
        .send(long ? refusalPage(request, tooLong(request.text.length)) : readPage(request, placedFrom));
    },
    /** For programs: the same readings as JSON. */
    answerJson(reply: FastifyReply, request: ReadRequest): FastifyReply {
      if (request.text.length > MAX_TEXT_LENGTH) return reply.status(413).send({ error: tooLong(request.text.length) });
      return reply.send(request.view === 'claims' ? readClaims(request, placedFrom) : readText(request.text));
    },
  };
}
