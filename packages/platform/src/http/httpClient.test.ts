import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Connector, Resolver } from './guardedConnect.ts';
import { createHttpClient, type HttpClient, type HttpLimits } from './httpClient.ts';
import { statusError } from './statusError.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('the address guard', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0x7f000001/',
    'http://127.0.0.1./',
    'http://①②⑦.⓪.⓪.①/',
    'http://%31%32%37.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://[fd00:ec2::254]/',
  ])('%s is refused before any connection', async (url) => {
    const { client, connections } = watchedClient(async () => ['1.1.1.1']);

    await expect(client.fetch(url)).rejects.toMatchObject({ reason: 'blocked_address', retryable: false });
    expect(connections).toEqual([]);
  });

  test('a name is refused when one of its addresses is private', async () => {
    const { client, connections } = watchedClient(async () => ['93.184.216.34', '192.168.1.1']);

    await expect(client.fetch('http://mixed.example/')).rejects.toMatchObject({ reason: 'blocked_address' });
    expect(connections).toEqual([]);
  });

  test('a name is resolved once, and the connection goes to the address that was checked', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let asked = 0;
    const { client, connections } = watchedClient(async () => answers[asked++] ?? []);

    await expect(client.fetch('http://rebinding.example/')).rejects.toMatchObject({ reason: 'unreachable' });
    expect(connections).toEqual([{ hostname: '93.184.216.34', port: '', servername: undefined }]);
    expect(asked).toBe(1);
  });

  test('a name that changes its answer to a private address is refused at the next connection', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let asked = 0;
    const { client, connections } = watchedClient(async () => answers[asked++] ?? []);

    await expect(client.fetch('http://rebinding.example/')).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(client.fetch('http://rebinding.example/')).rejects.toMatchObject({ reason: 'blocked_address' });
    expect(connections).toHaveLength(1);
  });

  test('with TLS the certificate is asked for the name, though the connection goes to an address', async () => {
    const { client, connections } = watchedClient(async () => ['93.184.216.34']);

    await expect(client.fetch('https://example.org/')).rejects.toMatchObject({ reason: 'unreachable' });
    expect(connections).toEqual([{ hostname: '93.184.216.34', port: '', servername: 'example.org' }]);
  });

  test('a second address is tried when the first refuses', async () => {
    const { client, connections } = watchedClient(async () => ['93.184.216.34', '93.184.216.35']);

    await expect(client.fetch('http://example.org/')).rejects.toMatchObject({ reason: 'unreachable', retryable: true });
    expect(connections.map(({ hostname }) => hostname)).toEqual(['93.184.216.34', '93.184.216.35']);
  });

  test('a redirect into a private network is refused', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const outside = await serve((_request, response) => response.writeHead(302, { location: `http://10.0.0.5:${inside.port}/` }).end());
    const client = localClient();

    await expect(client.fetch(outside.url)).rejects.toMatchObject({ reason: 'blocked_address' });
  });

  test.each(['file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/', 'data:text/html,x', 'not a url'])(
    '%s is no address to fetch',
    async (url) => {
      const { client } = watchedClient(async () => ['1.1.1.1']);

      await expect(client.fetch(url)).rejects.toMatchObject({ reason: 'unreadable', retryable: false });
    },
  );

  test('a redirect to another scheme is refused', async () => {
    const { url } = await serve((_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());

    await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreadable' });
  });

  test('a name that cannot be resolved may work later', async () => {
    const { client } = watchedClient(() => Promise.reject(new Error('ENOTFOUND')));

    await expect(client.fetch('http://gone.example/')).rejects.toMatchObject({ reason: 'unreachable', retryable: true });
  });

  test('only hosts of the allow-list are own network', async () => {
    const { client } = watchedClient(async () => ['93.184.216.34']);

    expect(await localClient().isOwnNetwork('http://127.0.0.1:4780/')).toBe(true);
    expect(await client.isOwnNetwork('http://example.org/')).toBe(false);
    expect(await client.isOwnNetwork('http://127.0.0.1/')).toBe(false);
  });
});

test('a port that nobody listens on may be reached later', async () => {
  const { url } = await serve(() => {});
  await closers.pop()?.();

  await expect(localClient().fetch(url)).rejects.toMatchObject({ reason: 'unreachable', retryable: true });
});

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

/** A client that may reach this machine, where the test's servers are. */
function localClient(limits: Partial<HttpLimits> = {}): HttpClient {
  const client = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'], limits });
  closers.push(() => client.close());
  return client;
}

/** A client whose connections are written down and never made. */
function watchedClient(resolver: Resolver) {
  const connections: { hostname: string; port: string; servername: string | undefined }[] = [];
  const connector: Connector = ({ hostname, port, servername }, callback) => {
    connections.push({ hostname, port, servername: servername ?? undefined });
    callback(new Error('no connections in this test'), null);
  };
  const client = createHttpClient({ userAgent: 'Newsledger/test', resolver, connector });
  closers.push(() => client.close());
  return { client, connections };
}

async function serve(listener: RequestListener): Promise<{ url: string; port: number }> {
  return listen(createServer(listener));
}

/** Answers any request with these bytes and hangs up. */
async function serveTcp(answer: string): Promise<{ url: string; port: number }> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(answer));
    }),
  );
}

async function listen(server: Server | TcpServer): Promise<{ url: string; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, port };
}
