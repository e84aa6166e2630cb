import { afterEach, expect, test } from 'vitest';
import { parseCredentials } from './credentials.ts';
import { createHttpClient } from './httpClient.ts';
import { closeAll, serve } from './testServers.ts';

afterEach(closeAll);

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

test('each line gives one origin its user name and password', () => {
  const text = '# subscriptions\n\nhttps://Feeds.example.org/ ann:s3:cret word\n  http://other.example:8080 bob:x\n';

  expect(parseCredentials(text)).toEqual(
    new Map([
      ['https://feeds.example.org', basic('ann:s3:cret word')],
      ['http://other.example:8080', basic('bob:x')],
    ]),
  );
});

test.each(['https://feeds.example.org/path ann:s3cret', 'feeds.example.org ann:s3cret', 'https://feeds.example.org s3cret', 's3cret'])(
  'a line that is wrong is named, and nothing of it is said',
  (line) => {
    expect(() => parseCredentials(`# one\n${line}`)).toThrow(/^line 2 is not of the form "https:\/\/host user:password"$/);
  },
);

test('credentials are sent to their own origin, and to no other on the way', async () => {
  const seen: [string, string | undefined][] = [];
  const note = (name: string, location: string | null) =>
    serve((request, response) => {
      seen.push([name, request.headers.authorization]);
      response.writeHead(location === null ? 200 : 302, location === null ? {} : { location }).end();
    });
  const last = await note('last', null);
  const other = await note('other', last.url);
  const first = await note('first', other.url);
  const client = createHttpClient({
    userAgent: 'Newsledger/test',
    allowAddresses: ['127.0.0.0/8'],
    credentials: parseCredentials(`${first.url} ann:s3cret\n${last.url} bob:x`),
  });

  const { redirects, url } = await client.fetch(first.url);
  await client.close();

  expect(seen).toEqual([
    ['first', basic('ann:s3cret')],
    ['other', undefined],
    ['last', basic('bob:x')],
  ]);
  expect(JSON.stringify({ redirects, url })).not.toMatch(/s3cret|ann/);
});
