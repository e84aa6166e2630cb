import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger, openPool, setRolePassword } from '@newsledger/platform';
import { createTestDatabase, type LocalServer, type TestDatabase } from '@newsledger/test-support';
import { startWeb, type Web } from '@newsledger/web';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks, names, openHostileSite } from './hostileSite.ts';
import { findChromium, launchChromium } from './launchChromium.ts';
import { runNewsledger } from './runNewsledger.ts';

/** Text of publishers is hostile: what they put into feeds and pages is read by the real fetcher and extractor, and then shown. */
const chromiumPath = findChromium();

let site: LocalServer;
let database: TestDatabase;
let folder: string;
let pool: ReturnType<typeof openPool>;
let web: Web;

beforeAll(async () => {
  site = await openHostileSite();
  database = await createTestDatabase('empty', async () => {});
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-hostile-'));
  // JSON is YAML. Each attack names an entity of its own, and the companies of the articles are filed under attacks.
  const sources = path.join(folder, 'sources.yaml');
  const name = attacks.join(' ').slice(0, 200).replaceAll('$', '$$$$');
  await writeFile(sources, JSON.stringify({ sources: [{ id: 'hostile', name, url: `${site.url}/feed.xml`, primary_for: [name] }] }));
  const entities = path.join(folder, 'entities.yaml');
  const canonical = attacks.map((attack) => attack.replaceAll('$', '$$$$'));
  await writeFile(
    entities,
    JSON.stringify({
      entities: canonical.map((attack, at) => ({ name: `${attack} ${at}`, aliases: at < 2 ? [names[at], attack] : [attack] })),
    }),
  );
  const { code, stderr } = await runNewsledger(['up', '--once', '--json', '--sources', sources, '--data-dir', folder], {
    NEWSLEDGER_POSTGRES_URL: database.url,
    NEWSLEDGER_ENTITIES: entities,
    NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32',
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  // Roles belong to the whole cluster: the same password as in other files.
  await setRolePassword(database.pool, 'newsledger_reader', "it's secret");
  const reader = new URL(database.url);
  reader.username = 'newsledger_reader';
  reader.password = encodeURIComponent("it's secret");
  pool = openPool({ url: reader.toString(), max: 4 });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
});

afterAll(async () => {
  await web?.close();
  await pool?.end();
  await database?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

it('is read: the attacks stand in titles, authors, names, sources and sentences of the tables', async () => {
  const { rows } = await pool.query(`
    SELECT (SELECT count(*) FROM newsledger.articles WHERE title ~ '<script|<img|<svg' AND status = 'captured')::int AS titles,
           (SELECT count(*) FROM newsledger.articles WHERE array_to_string(byline, ' ') ~ '<')::int AS authors,
           (SELECT count(*) FROM newsledger.figures WHERE subject ~ '<')::int AS figures,
           (SELECT count(*) FROM newsledger.deal_parties WHERE entity ~ '<')::int AS parties,
           (SELECT count(*) FROM newsledger.entities WHERE entity ~ '<')::int AS entities,
           (SELECT count(*) FROM newsledger.sources WHERE name ~ '<')::int AS sources,
           (SELECT count(DISTINCT article_id) FROM newsledger.claims WHERE sentence ~ '<|onfocus|onmouseover|[{]')::int AS sentences`);
  const none = Object.entries(rows[0] ?? {}).filter(([, found]) => found === 0);
  expect(none).toEqual([]);
  expect(rows[0]?.titles).toBeGreaterThan(5);
  expect(rows[0]?.sentences).toBeGreaterThan(10);
});

/** What a person who pastes a hostile text, or follows a hostile link, opens. */
const hostileQueries = [
  '/?q=',
  '/entities/',
  '/figures/',
  '/articles/',
  '/deals/',
  '/sources/',
  '/nowhere/',
  '/changes?since=',
  '/changes?after=',
  '/changes.atom?subject=',
  '/compare?figure=',
  '/read?text=',
];
const MOST_PAGES = 250;

describe.skipIf(chromiumPath === null)(`in a browser${chromiumPath === null ? ' (skipped: no Chromium is installed)' : ''}`, () => {
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '');
    // Without the policy that forbids scripts: escaping has to hold by itself.
    context = await browser.newContext({ bypassCSP: true });
  });

  afterAll(() => browser?.close());

  it('runs nothing and makes no element, on whatever page is opened', async () => {
    const page = await context.newPage();
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(`${page.url()} opened a dialog`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => happened.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) happened.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(web.url)) happened.push(`${page.url()} asks for ${request.url()}`);
    });
    const known = new Set(['/', ...attacks.flatMap((attack) => hostileQueries.map((start) => start + encodeURIComponent(attack)))]);
    let pages = 0;
    for (const address of known) {
      const { type, isGuarded, text } = await ask(address);
      if (!isGuarded) happened.push(`${address} lets browsers guess what it is`);
      if (/\bxml\b/.test(type)) happened.push(...(await page.evaluate<string[]>(lookIntoXml(text))).map((what) => `${address}: ${what}`));
      if (!type.startsWith('text/html')) continue;
      await page.goto(`${web.url}${address}`);
      pages += 1;
      const { links, planted } = await page.evaluate<{ links: string[]; planted: string[] }>(LOOK);
      happened.push(...planted.map((what) => `${address}: ${what}`));
      for (const link of links) if (known.size < MOST_PAGES) known.add(link);
    }
    expect(happened).toEqual([]);
    expect(pages).toBeGreaterThan(150);
  });

  it('runs nothing on the page of the API, which its own policy guards', async () => {
    const page = await browser.newPage();
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => happened.push(error.message));
    for (const attack of attacks) {
      await page.goto(`${web.url}/api/v1/docs?q=${encodeURIComponent(attack)}#${encodeURIComponent(attack)}`);
      if ((await page.evaluate('window.hit')) !== undefined) happened.push(`${attack} ran`);
    }
    await page.close();
    expect(happened).toEqual([]);
  });

  it('would notice: the same look at an attack that is not escaped finds it', async () => {
    const page = await context.newPage();
    const found = await Promise.all(
      ['<img src=x onerror=window.hit=1>', '<a href="javascript:window.hit=1">x</a>', '<script>window.hit=1</script>'].map(
        async (attack) => {
          const tab = await context.newPage();
          await tab.setContent(`<main>${attack}</main>`, { waitUntil: 'load' });
          return (await tab.evaluate<{ planted: string[] }>(LOOK)).planted.length;
        },
      ),
    );
    await page.close();
    expect(found.filter((count) => count === 0)).toEqual([]);
  });
});

/** Looks, in the page, for what an attack would have made: a script that ran, a handler, an address that is a program, a foreign element. */
const LOOK = `(() => {
  const all = [...document.querySelectorAll('*')];
  const planted = [
    ...(window.hit === undefined ? [] : ['a script ran']),
    ...all.filter((element) => element.matches('iframe, object, embed, base, math, img, body ~ body, meta[http-equiv]')),
    ...all.filter((element) => element.matches('script') && !element.src),
    ...all.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))),
    ...all.filter((element) => ['href', 'src', 'action', 'formaction', 'xlink:href'].some((name) => /^\\s*(javascript|data|vbscript):/i.test(element.getAttribute(name) ?? ''))),
  ].map((found) => typeof found === 'string' ? found : found.outerHTML.slice(0, 200));
  const links = [...document.links, ...document.querySelectorAll('link[rel=alternate]')].map((link) => new URL(link.href)).filter((link) => link.origin === location.origin).map((link) => link.pathname + link.search);
  return { links, planted };
})()`;

/** Looks into a feed, which readers of feeds parse: what is wrong with its form, and elements that no feed has. */
function lookIntoXml(text: string): string {
  return `(() => {
  const parsed = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
  return [...parsed.querySelectorAll('parsererror, script, img, svg, iframe, meta, form')].map((found) => found.outerHTML.slice(0, 200));
})()`;
}

/** What it is called, whether browsers are told to believe that, and of a feed its text. */
async function ask(address: string): Promise<{ type: string; isGuarded: boolean; text: string }> {
  const response = await fetch(`${web.url}${address}`);
  const type = response.headers.get('content-type') ?? '';
  const isGuarded = response.headers.get('x-content-type-options') === 'nosniff';
  const text = await response.text();
  return { type, isGuarded, text: /\bxml\b/.test(type) ? text : '' };
}

describe('for programs', () => {
  const lists = ['figures', 'claims', 'deals', 'entities', 'articles', 'sources', 'changes'];

  it.each<readonly [address: string, type: string]>([
    ...lists.map((list) => [`/api/v1/${list}`, 'application/json'] as const),
    ...lists.map((list) => [`/api/v1/${list}.csv`, 'text/csv'] as const),
    ...lists.map((list) => [`/api/v1/${list}.jsonl`, 'application/jsonl'] as const),
    [`/api/v1/search?q=${encodeURIComponent('<script>')}`, 'application/json'],
    [`/api/v1/nowhere/${encodeURIComponent('<script>')}`, 'application/problem+json'],
    [`/api/v1/figures?limit=${encodeURIComponent('<script>')}`, 'application/problem+json'],
    [`/api/read?text=${encodeURIComponent('<script>window.hit=1</script> paid $5 billion')}`, 'application/json'],
  ])('%s is %s, which no browser takes for a page', async (address, type) => {
    const response = await fetch(`${web.url}${address}`);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toBe('');
  });
});
