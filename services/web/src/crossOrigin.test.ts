import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from './testLedger/testLedger.ts';

const LISTED = 'https://charts.example.org';

let closed: TestLedger;
let listing: TestLedger;
let open: TestLedger;

beforeAll(async () => {
  closed = await openTestLedger();
  listing = await openTestLedger({ corsOrigins: [LISTED, 'http://localhost:3000'] });
  open = await openTestLedger({ corsOrigins: ['*'] });
  await listing.publish({ source: 'wire', value: 38 });
  await listing.publish({ source: 'post', value: 41, figure: { subject: 'Gamma' }, hour: 1 });
  await listing.project();
});

afterAll(async () => {
  for (const ledger of [closed, listing, open]) await ledger?.close();
});

/** What a browser finds of the CORS protocol in the answer to a page of `origin`. */
async function crossOriginHeaders({ web }: TestLedger, path: string, origin: string, init: RequestInit = {}) {
  const response = await fetch(`${web.url}${path}`, { ...init, headers: { ...init.headers, origin } });
  const headers = [...response.headers].filter(([name]) => name.startsWith('access-control-'));
  return { status: response.status, vary: response.headers.get('vary'), cors: Object.fromEntries(headers) };
}

const preflight = {
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' },
};

describe('unless origins are set', () => {
  it.each(['/api/v1/figures', '/api/v1/figures.csv', '/api/v1/openapi.json', '/changes.atom', '/figures'])(
    'no page of another site may read %s',
    async (path) => {
      expect((await crossOriginHeaders(closed, path, LISTED)).cors).toEqual({});
    },
  );

  it('nothing answers whether one may ask', async () => {
    expect(await crossOriginHeaders(closed, '/api/v1/figures', LISTED, preflight)).toMatchObject({ status: 404, cors: {} });
  });
});

describe('pages of a listed origin', () => {
  it.each(['/api/v1/figures', '/api/v1/figures.csv', '/api/v1/figures?limit=0', '/api/v1/nothing', '/changes.atom'])(
    'may read the answer of %s, its ETag and its link to the next page',
    async (path) => {
      const { cors, vary } = await crossOriginHeaders(listing, path, LISTED);
      expect(cors).toEqual({
        'access-control-allow-origin': LISTED,
        'access-control-expose-headers': 'ETag, Link, Retry-After',
      });
      expect(vary?.toLowerCase()).toContain('origin');
    },
  );

  it('are told that they may ask whether something changed, by reading alone', async () => {
    expect(await crossOriginHeaders(listing, '/api/v1/figures', LISTED, preflight)).toMatchObject({
      status: 204,
      cors: {
        'access-control-allow-origin': LISTED,
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
        'access-control-max-age': '7200',
      },
    });
  });

  it.each(['/', '/figures', '/read', '/metrics', '/healthz'])('may not read %s, which is no program’s', async (path) => {
    expect((await crossOriginHeaders(listing, path, LISTED)).cors).toEqual({});
    expect(await crossOriginHeaders(listing, path, LISTED, preflight)).toMatchObject({ status: 404, cors: {} });
  });
});

it.each(['https://evil.example', 'https://charts.example.org.evil.example', 'http://charts.example.org', 'null'])(
  'pages of %s, which is not listed, may not read the API',
  async (origin) => {
    expect((await crossOriginHeaders(listing, '/api/v1/figures', origin)).cors).toEqual({});
    expect(await crossOriginHeaders(listing, '/api/v1/figures', origin, preflight)).toMatchObject({ status: 404, cors: {} });
  },
);

it('pages of everybody may read the API where that is set, without credentials', async () => {
  const { cors } = await crossOriginHeaders(open, '/api/v1/figures', 'https://anybody.example');
  expect(cors).toMatchObject({ 'access-control-allow-origin': '*' });
  expect(cors).not.toHaveProperty('access-control-allow-credentials');
});

it('a list links to its next page with the same filters, and the last page to none', async () => {
  const first = await fetch(`${listing.web.url}/api/v1/figures?measure=deal_value&limit=1`);
  const [, next = ''] =
    /^<(\/api\/v1\/figures\?measure=deal_value&limit=1&cursor=[\w%-]+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
  const second = await fetch(`${listing.web.url}${next}`);
  expect(await second.json()).toMatchObject({ rows: [{ subject: 'Acme' }], next: null });
  expect(second.headers.get('link')).toBeNull();
});
