import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** What one address may ask in a minute unless somebody says otherwise: ten pages a second, for a minute on end. */
export const REQUESTS_PER_MINUTE = 600;

/** To read a text takes this server some ten times as long as to show a page. */
const READING_COSTS = 10;

/**
 * Bounds what one address may ask, so that nobody keeps the pages from the others; who asks more gets 429 with `Retry-After`. This machine
 * itself is not bounded. Behind a proxy on this machine, whose `X-Forwarded-For` is believed, everybody has an address of their own.
 * @param requestsPerMinute 0 for no bound.
 */
export function requestLimits(requestsPerMinute: number): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    max: (request) => (isReading(request) ? Math.ceil(requestsPerMinute / READING_COSTS) : requestsPerMinute),
    keyGenerator: (request) => `${request.ip} ${isReading(request) ? 'reads' : 'asks'}`,
    allowList: (request) => requestsPerMinute === 0 || isThisMachine(request.ip),
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`That is more than one address may ask in a minute. Ask again in ${after}.`), { statusCode: 429 }),
  };
}

function isReading({ url }: FastifyRequest): boolean {
  return /^\/(?:api\/)?read\b/.test(url);
}

function isThisMachine(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}
