import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetcherContext } from '../fetcherContext.ts';
import { answerHub, type HubAnswer, takePush } from './answerHub.ts';

/** Hubs send a feed's newest entries; whole feeds are smaller as a rule. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** For headers and body of one request. */
const REQUEST_TIMEOUT_MS = 15_000;

const PATH = /\/websub\/([A-Za-z0-9_-]{43})$/;

export interface CallbackServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves the addresses at which hubs ask back and send changes. Nothing else is to be had here, and it may face the internet. */
export async function startCallbackServer(
  context: Pick<FetcherContext, 'pool' | 'store' | 'metrics' | 'logger'>,
  options: { host: string; port: number },
): Promise<CallbackServer> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16 * 1024 });
  server.on('request', (request, response) => {
    answer(context, request).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' }).end(body),
      (error: unknown) => {
        context.logger.error({ err: error }, 'a hub could not be answered');
        // The hub tries again.
        response.writeHead(503).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(context: Parameters<typeof startCallbackServer>[0], request: IncomingMessage): Promise<HubAnswer> {
  const url = URL.parse(request.url ?? '/', 'http://callback.invalid');
  const token = PATH.exec(url?.pathname ?? '')?.[1];
  if (url === null || token === undefined) return { status: 404, body: 'Hubs only.\n' };
  if (request.method === 'GET') return answerHub(context, token, url.searchParams);
  if (request.method !== 'POST') return { status: 405, body: 'GET or POST.\n' };
  const body = await bodyOf(request);
  if (body === null) return { status: 413, body: `At most ${MAX_BODY_BYTES} bytes.\n` };
  const signature = request.headers['x-hub-signature'];
  return takePush(context, token, {
    body,
    contentType: request.headers['content-type'] ?? null,
    signature: Array.isArray(signature) ? signature[0] : signature,
  });
}

/** Null when it is too large; what follows is not read. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
