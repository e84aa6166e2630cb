import type { FastifyReply } from 'fastify';

/** Answers as RFC 9457 says: what went wrong, in words and for programs. */
export function sendProblem(reply: FastifyReply, status: number, title: string, detail: string): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', status, title, detail });
}
