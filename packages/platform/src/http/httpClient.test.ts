import { afterEach, describe, expect, test } from 'vitest';
import { statusError } from './statusError.ts';
import { closeAll, localClient, serve } from './testServers.ts';

afterEach(closeAll);

test('a port that nobody listens on may be reached later', async () => {
  const { url, close } = await serve(() => {});
  await close();

  await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreachable', retryable: true });
});

describe('manners', () => {
  test('the request says who asks, keeps no cookies and gives the final address', async () => {
    const seen: (string | undefined)[][] = [];
    const { url } = await serve((request, response) => {
      seen.push([request.headers['user-agent'], request.headers.cookie, request.headers['if-none-match']]);
      if (request.url === '/old') response.writeHead(301, { location: '/new', 'set-cookie': 'id=1' }).end('moved');
      else response.writeHead(200, { etag: '"1"' }).end('here');
    });

    const response = await localClient().fetch(`${url}old`, { headers: { 'If-None-Match': '"0"' } });

    expect(response).toMatchObject({
      status: 200,
      url: `${url}new`,
      headers: { etag: '"1"' },
      redirects: [{ status: 301, location: `${url}new` }],
    });
    expect(seen).toEqual([
      ['Newsledger/test', undefined, '"0"'],
      ['Newsledger/test', undefined, '"0"'],
    ]);
  });

  test('authorization stays with its host', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    });
    const first = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url === '/' ? '/again' : other.url.replace('://', '://eve:evil@') }).end();
    });

    const { url } = await localClient().fetch(first.url.replace('://', '://ann:s3cret@'));

    const basic = `Basic ${Buffer.from('ann:s3cret').toString('base64')}`;
    expect(seen).toEqual([basic, basic, undefined]);
    expect(url).toBe(other.url);
  });

  test('an answer that asks to come later says when', async () => {
    const { url } = await serve((_request, response) => response.writeHead(429, { 'retry-after': '7' }).end());

    const response = await localClient().fetch(url);

    expect(statusError(response)).toMatchObject({ reason: 'unreachable', retryable: true, retryAfterMs: 7000, httpStatus: 429 });
  });

  test.each([
    [200, null],
    [304, null],
    [402, 'paywall'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [410, 'gone'],
    [451, 'forbidden'],
    [418, 'unreadable'],
  ])('status %i means %s', (status, reason) => {
    expect(statusError({ status, url: 'https://example.org/', retryAfterMs: null })?.reason ?? null).toBe(reason);
  });
});
