import type { Metrics } from '@newsledger/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A hook that counts and times every answer by the template of its route: an address itself would be a label without bounds. */
export function countRequests({ requests, requestSeconds }: Pick<Metrics, 'requests' | 'requestSeconds'>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    requests.inc({ method: request.method, route, status: String(reply.statusCode) });
    requestSeconds.observe({ route }, reply.elapsedTime / 1000);
  };
}
