import type { FastifyCorsOptions, FastifyCorsOptionsDelegate } from '@fastify/cors';

/** How long a browser may keep the answer to "may I ask?", in seconds; Chromium keeps none longer. */
const PREFLIGHT_KEPT_S = 7_200;

const closed: FastifyCorsOptions = { origin: false };

/**
 * Lets pages of other origins read the API and the Atom feeds in a browser, and nothing else: no page, and nothing that changes anything. No
 * credentials go with such a request, so it sees what everybody sees.
 * @param origins those that may, such as `https://charts.example.org`; `*` for all.
 */
export function crossOrigin(origins: readonly string[]): FastifyCorsOptionsDelegate {
  const open: FastifyCorsOptions = {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['If-None-Match', 'If-Modified-Since'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After'],
    maxAge: PREFLIGHT_KEPT_S,
  };
  const isListed = (origin: string | undefined) => origins.includes('*') || (origin !== undefined && origins.includes(origin));
  return ({ url, headers }, done) => done(null, isForPrograms(url) && isListed(headers.origin) ? open : closed);
}

function isForPrograms(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return path.startsWith('/api/v1/') || path.endsWith('.atom');
}
