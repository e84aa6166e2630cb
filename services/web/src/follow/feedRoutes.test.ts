import { discoverFeeds, readFeed } from '@newsledger/feeds';
import { parseAtomFeed } from 'feedsmith';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../testLedger/testLedger.ts';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger();
});
afterEach(() => ledger.close());

/** Reads a feed as this product reads those of others. */
async function follow(path: string) {
  const response = await fetch(`${ledger.web.url}${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const reading = await readFeed(bytes, { contentType: response.headers.get('content-type'), url: response.url });
  return { response, reading, text: new TextDecoder().decode(bytes) };
}

async function figureIdOf(subject: string): Promise<string> {
  const { rows } = await ledger.database.pool.query('SELECT figure_id FROM newsledger.figures WHERE subject = $1', [subject]);
  return rows[0].figure_id;
}

it('tells what appeared, what became disputed and what caused it, the latest first', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.publish({ source: 'post', value: 83, hour: 2 });
  await ledger.project();

  const { reading, response } = await follow('/changes.atom');

  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(reading).toMatchObject({ format: 'atom', reader: 'rss-parser', problems: [], self: `${ledger.web.url}/changes.atom` });
  expect(reading.entries.map(({ title }) => title)).toEqual([
    'Acme, deal value with Beta: 38 bn USD, now disputed',
    'Acme, deal value with Beta: 38 bn USD, new',
  ]);
  expect(reading.entries[0]?.url).toBe(`${ledger.web.url}/figures/${await figureIdOf('Acme')}`);
  expect(reading.entries[0]?.summary).toContain('post');
});

it('has in its feed and in every entry what RFC 4287 asks for', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.publish({ source: 'post', value: 83, hour: 2 });
  await ledger.project();

  const { text } = await follow('/changes.atom');
  const feed = parseAtomFeed(text);

  const { rows } = await ledger.database.pool.query('SELECT max(changed_at) AS at FROM newsledger.figure_news');
  expect(feed).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/), title: expect.anything(), authors: [{ name: 'Newsledger' }] });
  expect(feed.updated).toBe(rows[0].at.toISOString());
  expect(feed.links).toContainEqual({ rel: 'self', type: 'application/atom+xml', href: `${ledger.web.url}/changes.atom` });
  expect(feed.entries?.map(({ id, title, updated, links, summary }) => [id, title, updated, links?.[0]?.rel, summary])).toEqual(
    Array.from({ length: 2 }, () => [
      expect.stringMatching(/^urn:uuid:/),
      expect.anything(),
      expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      'alternate',
      expect.anything(),
    ]),
  );
});

it('gives every entry an id and a time that stay when the tables are made anew', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.publish({ source: 'post', value: 83, hour: 2 });
  await ledger.project();
  const before = await follow('/changes.atom');
  await ledger.project();

  const after = await follow('/changes.atom');

  expect(new Set(before.reading.entries.map(({ ownId }) => ownId)).size).toBe(2);
  expect(before.reading.entries.every(({ ownId }) => ownId?.startsWith('urn:uuid:'))).toBe(true);
  expect(after.text).toBe(before.text);
});

it('follows one subject, by whichever side it is on, and one figure', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.publish({ source: 'wire', value: 7, hour: 1, figure: { subject: 'Gamma.com', counterparty: null, measure: 'revenue' } });
  await ledger.project();

  const beta = await follow('/entities/Beta.atom');
  const gamma = await follow('/entities/Gamma.com.atom');
  const asked = await follow('/changes.atom?subject=Gamma.com');
  const figure = await follow(`/figures/${await figureIdOf('Acme')}.atom`);

  expect(beta.reading.entries.map(({ title }) => title)).toEqual(['Acme, deal value with Beta: 38 bn USD, new']);
  expect(gamma.reading.entries.map(({ title }) => title)).toEqual(['Gamma.com, revenue: 7 bn USD, new']);
  expect(asked.text).toBe(gamma.text);
  expect(figure.reading.entries).toEqual(beta.reading.entries);
});

it.each(['/entities/Nobody.atom', '/changes.atom?subject=Nobody', '/figures/0e9fbd1e-30cf-5b3b-8b68-1ea81bbf5bb1.atom'])(
  'answers 404 to %s, which is of nothing that is known',
  async (path) => {
    expect((await fetch(`${ledger.web.url}${path}`)).status).toBe(404);
  },
);

it('is empty, and well formed, before anything was read', async () => {
  const { reading } = await follow('/changes.atom');
  expect(reading).toMatchObject({ entries: [], problems: [] });
});

it('is found by feed readers from the pages that it is about', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.project();
  const found = async (path: string) => {
    const url = `${ledger.web.url}${path}`;
    return discoverFeeds(await (await fetch(url)).text(), url).map((feed) => feed.url.slice(ledger.web.url.length));
  };
  const id = await figureIdOf('Acme');

  expect(await found(`/figures/${id}`)).toEqual([`/figures/${id}.atom`, '/changes.atom']);
  expect(await found('/entities/Acme')).toEqual(['/entities/Acme.atom', '/changes.atom']);
  expect(await found('/changes')).toEqual(['/changes.atom']);
});

it('answers that nothing has changed, until something has', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.project();
  await ledger.database.pool.query(`UPDATE projection.figure_history SET changed_at = changed_at - interval '1 minute'`);
  const { response } = await follow('/changes.atom');
  const ask = async (headers: Record<string, string>) => (await fetch(`${ledger.web.url}/changes.atom`, { headers })).status;
  const etag = response.headers.get('etag') ?? '';
  const modified = response.headers.get('last-modified') ?? '';

  expect(await ask({ 'if-none-match': etag })).toBe(304);
  expect(await ask({ 'if-modified-since': modified })).toBe(304);
  await ledger.publish({ source: 'post', value: 83, hour: 2 });
  await ledger.project();
  expect(await ask({ 'if-none-match': etag })).toBe(200);
  expect(await ask({ 'if-modified-since': modified })).toBe(200);
});

it('says nothing of its date within the second in which it changed, which the date could not tell apart', async () => {
  await ledger.publish({ source: 'wire', value: 38 });
  await ledger.project();
  await ledger.database.pool.query(`UPDATE projection.figure_history SET changed_at = now() + interval '1 minute'`);
  const { response } = await follow('/changes.atom');
  expect(response.headers.has('last-modified')).toBe(false);
});

it('holds hostile texts as texts', async () => {
  const hostile = '<script>alert(1)</script>]]>&bogus;"\u0007\ud800<!--';
  await ledger.publish({ source: 'wire', value: 38, title: hostile, figure: { subject: hostile } });
  await ledger.project();

  const { reading, text } = await follow('/changes.atom');

  expect(reading.problems).toEqual([]);
  expect(text).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;&amp;bogus;&quot;\ufffd\ufffd&lt;!--, deal value');
  expect(reading.entries[0]?.titleHtml).not.toContain('<script');
  expect(['<script', '<!--', '\u0007'].filter((hot) => text.includes(hot))).toEqual([]);
});

it('calls itself by the host that it was asked at, unless that is no host', async () => {
  const hostOf = async (host: string) => {
    const { request } = await import('node:http');
    const document = await new Promise<string>((resolve, reject) => {
      request(`${ledger.web.url}/changes.atom`, { headers: { host } }, async (response) => resolve((await response.toArray()).join('')))
        .on('error', reject)
        .end();
    });
    return /rel="self"[^>]*href="([^"]*)"/.exec(document)?.[1];
  };
  expect(await hostOf('news.example:8443')).toBe('http://news.example:8443/changes.atom');
  expect(await hostOf('evil"><script>')).toBe('http://localhost/changes.atom');
});
