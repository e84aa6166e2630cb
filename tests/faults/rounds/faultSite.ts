import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { renderSite } from './renderSite.ts';

/** How the outlets' server can fail: answers of 500 and above, connections that are reset, bodies without an end. */
export type Misbehaviour = 'answers 5xx' | 'resets connections' | 'sends endless bodies';

/** The server of the invented outlets. */
export interface FaultSite {
  readonly origin: string;
  publish(edition: number): void;
  /** Null: it behaves from now on, and what it still sends without end is broken off. */
  misbehave(how: Misbehaviour | null): void;
  /** Requests since the last `publish`. */
  requests(): number;
  close(): Promise<void>;
}

/** A trickle of an endless page, so that no limit of size ends it before the fault is over. */
const DRIP_EVERY_MS = 50;
/** Half of them are refused before a word, half in the middle of their answer. */
const FIRST_BYTES = 100;

/** Starts the site at a port of its own choosing or the one given, since addresses are part of what is read. */
export async function startFaultSite(port: number): Promise<FaultSite> {
  const origin = `http://127.0.0.1:${port}`;
  let pages = renderSite(0, origin);
  let how: Misbehaviour | null = null;
  let requests = 0;
  let answered = 0;
  const endless = new Set<ServerResponse>();

  const misbehave = (request: IncomingMessage, response: ServerResponse, body: string) => {
    answered += 1;
    if (how === 'answers 5xx') response.writeHead([500, 502, 503][answered % 3] ?? 500).end('out of order');
    else if (how === 'resets connections') {
      if (answered % 2 === 0) response.writeHead(200, { 'content-length': Buffer.byteLength(body) }).write(body.slice(0, FIRST_BYTES));
      setImmediate(() => request.socket.resetAndDestroy());
    } else sendWithoutEnd(response, request.url ?? '', endless);
  };
  const server = createServer((request, response) => {
    requests += 1;
    const page = pages.get(request.url ?? '');
    if (page === undefined) response.writeHead(404).end('not here');
    else if (how !== null) misbehave(request, response, page.body);
    else {
      const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 16)}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { 'content-type': page.type, etag }).end(page.body);
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const breakOff = () => {
    for (const response of endless) response.socket?.resetAndDestroy();
    endless.clear();
  };
  return {
    origin,
    publish: (edition) => {
      pages = renderSite(edition, origin);
      requests = 0;
    },
    misbehave: (next) => {
      how = next;
      if (next === null) breakOff();
    },
    requests: () => requests,
    close: async () => {
      breakOff();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Feeds and robots.txt pour until the reader has had enough; a page trickles until the fault is over, since too large a page is given up. */
function sendWithoutEnd(response: ServerResponse, url: string, endless: Set<ServerResponse>): void {
  endless.add(response);
  const pours = url.endsWith('.xml') || url.endsWith('.txt');
  const chunk = pours ? 'x'.repeat(256 * 1024) : 'x';
  response.writeHead(200, { 'content-type': 'text/html' });
  const send = () => {
    if (!response.writable || !endless.has(response)) return;
    if (pours) response.write(chunk, () => setImmediate(send));
    else response.write(chunk, () => setTimeout(send, DRIP_EVERY_MS));
  };
  response.once('close', () => endless.delete(response));
  send();
}
