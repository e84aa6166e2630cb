import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { chooseEdition } from './chooseEdition.ts';
import type { Resource, ResourceEdition } from './resource.ts';

/** Answers a GET or HEAD for a document with the edition that this client is due. */
export function respondWithDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: Extract<Resource, { kind: 'document' }>,
  base: string,
): void {
  const choice = chooseEdition(document.editions, request.headers);
  if ('notModified' in choice) {
    response.writeHead(304, validatorsOf(choice.notModified)).end();
    return;
  }
  const { send } = choice;
  const body = send.render(base);
  const compress = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  const sent = compress ? gzipSync(body) : body;
  response.writeHead(send.status, {
    ...validatorsOf(send),
    'content-type': send.contentType,
    'content-length': sent.length,
    vary: 'accept-encoding',
    'cache-control': 'max-age=0, must-revalidate',
    ...(compress ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

/** A short plain answer: robots.txt, errors. */
export function respondWithText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}

function validatorsOf({ etag, lastModified }: ResourceEdition): Record<string, string> {
  return { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { 'last-modified': lastModified }) };
}
