import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the site; headers in lower case. */
export interface SitePage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TestSite {
  readonly url: string;
  /** Paths in the order in which they were asked for. */
  readonly requests: string[];
  /** Sets what a path answers from now on; a list answers once each, and its last for ever. An ETag is added and honoured. */
  set(path: string, ...pages: readonly SitePage[]): void;
  close(): Promise<void>;
}

/** A small news site on this machine whose answers a test changes as it goes. */
export async function startTestSite(): Promise<TestSite> {
  const pages = new Map<string, SitePage[]>();
  const requests: string[] = [];
  const server = createServer((request, response) => answer(request, response, pages, requests));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    set: (path, ...answers) => pages.set(path, [...answers]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, pages: Map<string, SitePage[]>, requests: string[]): void {
  const path = request.url ?? '/';
  requests.push(path);
  const answers = pages.get(path) ?? [{ status: 404 }];
  const page = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 404 };
  const { status = 200, headers = {}, body = '' } = page;
  const etag = `"${status}-${body.length}-${[...body].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const type = path.endsWith('.txt') ? 'text/plain' : path.startsWith('/feed') ? 'application/atom+xml' : 'text/html; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...(status === 200 && { etag }), ...headers }).end(body);
}

/** An Atom feed of these entries. */
export function atomFeed(entries: readonly { url: string; title: string; summary?: string; updated?: string }[]): SitePage {
  const items = entries.map(
    ({ url, title, summary = '', updated = '2025-11-03T10:00:00Z' }) =>
      `<entry><id>${url}</id><link href="${url}"/><title>${title}</title><summary>${summary}</summary><published>2025-11-03T09:00:00Z</published><updated>${updated}</updated></entry>`,
  );
  return { body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Test</title><id>urn:test</id>${items.join('')}</feed>` };
}

/** A page with one article of a few paragraphs. */
export function articlePage(title: string, text: string): SitePage {
  const filler = 'The company said on Monday that its plans had not changed, and that more would be told when the time came for it.';
  return {
    body: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p><p>${filler}</p><p>${filler.replace('company', 'board')}</p></article></body></html>`,
  };
}
