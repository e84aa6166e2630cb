import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Resource } from './http/resource.ts';
import { respondWithDocument, respondWithText } from './http/respond.ts';
import { createThrottle } from './http/throttle.ts';
import { robotsTxt } from './robots.ts';
import { buildSite } from './site.ts';

/** The port that `infra/sources/sample.yaml` expects. */
export const NEWSROOM_PORT = 4780;

export interface Newsroom {
  /** Origin without a trailing slash: `http://127.0.0.1:4780`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the sample newsroom. Port 0 takes any free one.
 * @throws when the port is taken, or a content file can't be read.
 */
export async function startNewsroom({
  host = '127.0.0.1',
  port = NEWSROOM_PORT,
}: {
  host?: string;
  port?: number;
} = {}): Promise<Newsroom> {
  const site = buildSite();
  const throttle = createThrottle();
  const server = createServer((request, response) => answer(site, throttle, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const boundPort = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function answer(
  site: ReadonlyMap<string, Resource>,
  throttle: ReturnType<typeof createThrottle>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const base = originOf(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') respondWithText(response, 405, 'Method not allowed', { allow: 'GET, HEAD' });
  else if (base === null || !URL.canParse(request.url ?? '', base)) respondWithText(response, 400, 'Bad request');
  else answerGet(site, throttle, request, response, new URL(request.url ?? '', base));
}

function answerGet(
  site: ReadonlyMap<string, Resource>,
  throttle: ReturnType<typeof createThrottle>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void {
  const key = keyOf(url);
  const resource = site.get(key);
  if (key === '/robots.txt') respondWithText(response, 200, robotsTxt);
  else if (resource === undefined) respondWithText(response, 404, 'Not found');
  else if (resource.kind === 'moved') respondWithText(response, 301, 'Moved permanently', { location: resource.to });
  else if (resource.throttled && throttle(request, key)) respondWithText(response, 429, 'Too many requests', { 'retry-after': '1' });
  else respondWithDocument(request, response, resource, url.origin);
}

/** The origin that the client used, which links in feeds and pages repeat; null when its Host header is no host. */
function originOf(request: IncomingMessage): string | null {
  const host = request.headers.host ?? '';
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? `http://${host}` : null;
}

/** Path without a trailing slash; of the query only what says which article is meant. */
function keyOf(url: URL): string {
  const id = url.searchParams.get('id');
  const path = url.pathname.replace(/\/+$/, '') || '/';
  return id === null ? path : `${path}?id=${id}`;
}
