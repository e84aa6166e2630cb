import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, localClient, publicClient, serve, watchedClient } from './testServers.ts';

afterEach(closeAll);

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

  test.each(['http://[fe80::1%25eth0]/', 'http://[::ffff:127.0.0.1%25lo]/'])('%s with its zone is no address to fetch', async (url) => {
    const { client, connections } = watchedClient(async () => ['1.1.1.1']);

    await expect(client.fetch(url)).rejects.toMatchObject({ reason: 'unreadable' });
    expect(connections).toEqual([]);
  });

  test.each(['http://example.org:22/', 'http://example.org:6379/', 'https://example.org:5432/'])(
    '%s is refused for its port before any connection',
    async (url) => {
      const { client, connections } = watchedClient(async () => ['93.184.216.34']);

      await expect(client.fetch(url)).rejects.toMatchObject({ reason: 'blocked_address' });
      expect(connections).toEqual([]);
    },
  );

  test.each([
    'http://10.0.0.5/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.internal/',
    '//192.168.1.1/',
    'http://0x7f.1/',
    'http://[64:ff9b::7f00:1]/',
  ])('a redirect to %s is refused', async (location) => {
    const hosts: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      hosts.push(request.headers.host);
      response.writeHead(302, { location }).end();
    });
    const client = publicClient(server, async (name) => [name === 'metadata.internal' ? '169.254.169.254' : '93.184.216.34']);

    await expect(client.fetch('http://news.example/')).rejects.toMatchObject({ reason: 'blocked_address', retryable: false });
    expect(hosts).toEqual(['news.example']);
  });

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
