import { createLogger, openPool } from '@newsledger/platform';
import { startWeb, type Web } from '@newsledger/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerUrl } from './askAsReader.ts';

/** What the pages and the API bear, refuse and keep to themselves. */
const logger = createLogger('web', { level: 'silent' });
let pool: ReturnType<typeof openPool>;
/** Nobody answers there. */
let nowhere: ReturnType<typeof openPool>;
let web: Web;
let bounded: Web;
let broken: Web;

beforeAll(async () => {
  pool = openPool({ url: readerUrl(), max: 4 });
  nowhere = openPool({ url: 'postgres://somebody:s3cret@127.0.0.1:1/nowhere', max: 1 });
  web = await startWeb({ pool, logger, port: 0 });
  bounded = await startWeb({ pool, logger, port: 0, requestsPerMinute: 20 });
  broken = await startWeb({ pool: nowhere, logger, port: 0 });
});

afterAll(async () => {
  for (const one of [web, bounded, broken]) await one?.close();
  await pool?.end();
  await nowhere?.end();
});

/** Asks as a proxy on this machine does for somebody at `address`. */
function askFor(address: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${bounded.url}${path}`, { ...init, headers: { 'x-forwarded-for': address } });
}

async function statuses(times: number, ask: () => Promise<Response>): Promise<number[]> {
  const answers: number[] = [];
  for (let asked = 0; asked < times; asked++) answers.push((await ask()).status);
  return answers;
}

describe('every answer has the headers that keep it from being misused', () => {
  it.each([
    ['a page', '/', 200],
    ['a page that refuses', '/figures/no-uuid', 400],
    ['a page that is not there', '/nowhere', 404],
    ['the form for texts', '/read', 200],
    ['the API', '/api/v1/figures', 200],
    ['an export', '/api/v1/figures.csv', 200],
    ['a problem', '/api/v1/figures/no-uuid', 400],
    ['health', '/healthz', 200],
  ])('%s', async (_what, path, status) => {
    const response = await fetch(`${web.url}${path}`);
    expect(response.status).toBe(status);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/),
    });
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe|default-src[^;]*\*/);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('what is too much, or no text, is refused with a sentence', () => {
  const long = 'n'.repeat(3_000_000);
  const json = { 'content-type': 'application/json' };

  it.each<[string, string, RequestInit, number]>([
    ['a form of megabytes', '/read', { body: new URLSearchParams({ text: long }) }, 413],
    ['a program’s text of megabytes', '/api/read', { body: JSON.stringify({ text: long }), headers: json }, 413],
    ['broken JSON', '/api/read', { body: '{"text":', headers: json }, 400],
    ['a form of text that nobody reads', '/api/read', { body: '<a/>', headers: { 'content-type': 'text/xml' } }, 415],
    ['a body for a page that takes none', '/figures', { body: 'x' }, 404],
  ])('%s', async (_what, path, init, status) => {
    const response = await fetch(`${web.url}${path}`, { method: 'POST', ...init });
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text.length).toBeGreaterThan(20);
    expect(text.length).toBeLessThan(20_000);
    expect(text).not.toMatch(/\n\s+at |node:|FST_ERR/);
  });
});

describe('one address may ask so much in a minute', () => {
  it('and is then told when to ask again, while others and this machine are answered', async () => {
    expect(await statuses(20, () => askFor('203.0.113.7', '/measures'))).toEqual(Array<number>(20).fill(200));
    const refused = await askFor('203.0.113.7', '/measures');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('more than one address may ask in a minute');

    const problem = await askFor('203.0.113.7', '/api/v1/measures');
    expect(problem.status).toBe(429);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(await problem.json()).toMatchObject({ status: 429, title: 'Too many requests' });

    expect((await askFor('203.0.113.8', '/measures')).status).toBe(200);
    expect(await statuses(30, () => fetch(`${bounded.url}/healthz`))).toEqual(Array<number>(30).fill(200));
  });

  it('and fewer texts to read', async () => {
    const read = () => askFor('203.0.113.9', '/api/read?text=It+paid+$5+billion.');
    expect(await statuses(4, read)).toEqual([200, 200, 429, 429]);
    expect(await (await read()).json()).toMatchObject({ error: expect.stringContaining('Ask again in') });
  });
});

describe('a failure tells nothing of the inside', () => {
  it.each(['/', '/figures/00000000-0000-4000-8000-000000000000', '/deals', '/api/v1/figures', '/api/v1/figures.csv', '/api/v1/search?q=a'])(
    '%s',
    async (path) => {
      const response = await fetch(`${broken.url}${path}`);
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(text).toContain('Something failed here');
      expect(text).not.toMatch(/\n\s+at |node:|ECONNREFUSED|s3cret|127\.0\.0\.1|SELECT/);
    },
  );
});
