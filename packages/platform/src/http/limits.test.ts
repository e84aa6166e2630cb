import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { FetchError } from './fetchError.ts';
import { closeAll, localClient, serve, serveTcp } from './testServers.ts';

afterEach(closeAll);

describe('limits', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('%s is decoded', async (coding, compress) => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(compress(Buffer.from('news '.repeat(50)))),
    );

    const { body } = await localClient().fetch(url);

    expect(Buffer.from(body).toString()).toBe('news '.repeat(50));
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('a %s bomb is stopped at the limit', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(50 * 1024 * 1024));
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': coding }).end(bomb));

    await expect(localClient().fetch(url, { maxBytes: 1024 * 1024 })).rejects.toMatchObject({ reason: 'too_large', retryable: false });
  });

  test('a bomb inside a bomb is stopped', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb));

    await expect(localClient().fetch(url, { maxBytes: 1024 * 1024 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('a body without end is stopped', async () => {
    const { url } = await serve((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return;
      };
      response.on('drain', more);
      more();
    });

    await expect(localClient().fetch(url, { maxBytes: 300_000 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('a page of 100 MB is refused by its announced length, without reading it', async () => {
    let sent = 0;
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(100 * 1024 * 1024) });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      response.on('error', () => {});
      more();
    });

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'too_large', retryable: false });
    expect(sent).toBeLessThan(8 * 1024 * 1024);
  });

  test('of a body that is too large the beginning is given when that is enough', async () => {
    const text = 'news '.repeat(100_000);
    const { url } = await serve((request, response) => {
      const isZipped = request.url === '/zipped';
      response.writeHead(200, isZipped ? { 'content-encoding': 'gzip' } : {}).end(isZipped ? gzipSync(text) : text);
    });
    const client = localClient();

    const plain = await client.fetch(url, { maxBytes: 1_000, cutAtMaxBytes: true });
    const zipped = await client.fetch(`${url}zipped`, { maxBytes: 1_000, cutAtMaxBytes: true });

    expect(Buffer.from(plain.body).toString()).toBe(text.slice(0, 1_000));
    expect(text.startsWith(Buffer.from(zipped.body).toString())).toBe(true);
    expect(zipped.body.byteLength).toBeLessThanOrEqual(1_000);
  });

  test('broken compression is unreadable', async () => {
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all'));

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreadable', retryable: false });
  });

  test('a compressed body that was cut short gives what it held', async () => {
    const whole = gzipSync(Buffer.from('news '.repeat(20_000)));
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 12)),
    );

    const { body } = await localClient().fetch(url);

    expect(Buffer.from(body).toString()).toMatch(/^(news )+/);
  });

  test('a body shorter than it was announced is a fault that may pass', async () => {
    const { url } = await serveTcp('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort');

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreachable', retryable: true });
  });

  test('a body longer than it was announced is cut at its length', async () => {
    const { url } = await serveTcp('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnews and then something else');

    const outcome = await localClient()
      .fetch(url)
      .then(
        ({ body }) => Buffer.from(body).toString(),
        (error: unknown) => error,
      );

    expect(outcome === 'news' || outcome instanceof FetchError).toBe(true);
  });

  test.each([
    ['two lengths that differ', 'Content-Length: 4\r\nContent-Length: 5'],
    ['a length that is none', 'Content-Length: -1'],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked'],
  ])('%s are no proper HTTP', async (_what, headers) => {
    const { url } = await serveTcp(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\nnews`);

    await expect(localClient().fetch(url)).rejects.toBeInstanceOf(FetchError);
  });

  test('headers that trickle are cut off at the total time', async () => {
    const { url } = await serveTcp('HTTP/1.1 200 OK\r\nX-Slow: ', { thenEveryMs: 20, send: 'a' });

    await expect(localClient().fetch(url, { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout', retryable: true });
  });

  test('a server that says nothing is left at the total time', async () => {
    const { url } = await serveTcp('', { thenEveryMs: 1_000, send: '' });

    await expect(localClient().fetch(url, { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout', retryable: true });
  });

  test('headers without end are stopped', async () => {
    const { url } = await serveTcp(`HTTP/1.1 200 OK\r\n${'X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(20_000)}`);

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('what is no HTTP is unreadable', async () => {
    const { url } = await serveTcp('SSH-2.0-OpenSSH_9.2\r\n');

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreadable', retryable: false });
  });

  test('a body that trickles is cut off at the total time', async () => {
    const { url } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });

    await expect(localClient().fetch(url, { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout', retryable: true });
  });

  test('redirects that go round are stopped', async () => {
    const { url } = await serve((request, response) => response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end());

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreachable', retryable: false });
  });

  test('the caller can stop a request, and gets the own reason back', async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort(new Error('shutting down')));

    await expect(localClient().fetch(url, { signal: controller.signal })).rejects.toThrow('shutting down');
  });
});
