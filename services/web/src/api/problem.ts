import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const problem = z.object({
  type: z.string().describe('`about:blank`: the status says what kind it is.'),
  status: z.int(),
  title: z.string(),
  detail: z.string().describe('What is wrong with this request, for people.'),
});

const answer = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });

/** What every question may be answered by instead, for the description of the API. */
export const problemAnswers = {
  '4xx': answer('The request is not understood, asks for what is not there, or is one too many.'),
  '5xx': answer('Something failed here; try again in a moment.'),
};

/** Answers as RFC 9457 says: what went wrong, in words and for programs. */
export function sendProblem(reply: FastifyReply, status: number, title: string, detail: string): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', status, title, detail });
}
