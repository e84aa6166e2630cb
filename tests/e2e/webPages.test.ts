import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createLogger, openPool } from '@newsledger/platform';
import { startWeb, type Web } from '@newsledger/web';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySampleLedger } from './sampleLedger.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where Debian, Ubuntu and others put it; null where there is none. */
function findChromium(): string | null {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return null;
  }
}

const executablePath = findChromium();
let pool: ReturnType<typeof openPool>;
let web: Web;

beforeAll(async () => {
  const url = await copySampleLedger();
  await addTroubles(url);
  const reader = new URL(url);
  reader.username = 'newsledger_reader';
  reader.password = 'reader';
  pool = openPool({ url: reader.toString(), max: 4 });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
});

afterAll(async () => {
  await web.close();
  await pool.end();
});

/** The address of a page that a word stands for. */
async function addressOf(page: string): Promise<string> {
  if (page === 'figure') return `/figures/${await figureId('OpenAI', 'Amazon Web Services')}`;
  if (page === 'article' || page === 'source') {
    const { rows } = await pool.query(
      'SELECT article_id, source_id FROM newsledger.articles ORDER BY claim_count DESC, article_id LIMIT 1',
    );
    return page === 'article' ? `/articles/${rows[0].article_id}` : `/sources/${rows[0].source_id}`;
  }
  return page;
}

/** One event and one page that always fail. */
async function addTroubles(url: string): Promise<void> {
  const owner = openPool({ url, max: 1 });
  await owner.query(`
    INSERT INTO ledger.parked_events (subscription, position, stream, stream_version, event_id, event_type, error)
    SELECT 'projector', position, stream, stream_version, id, type, 'Error: <made up>' FROM ledger.events ORDER BY position LIMIT 1;
    INSERT INTO work.pending_work (job_id, queue, data, attempts, failures, permanent, last_error, failed_at)
    VALUES ('capture-made-up', 'capture', '{}', 5, 1, true, 'no answer', now())`);
  await owner.end();
}

async function figureId(subject: string, counterparty: string): Promise<string> {
  const { rows } = await pool.query(
    `SELECT figure_id FROM newsledger.figures WHERE subject = $1 AND counterparty = $2 AND measure = 'deal_value' AND status = 'actual'`,
    [subject, counterparty],
  );
  return rows[0]?.figure_id;
}

it('lists figures and finds them by words', async () => {
  const found = await (await fetch(`${web.url}/?q=openai+amazon+deal+value`)).text();
  expect(found).toContain('38 bn USD');
});

it('shows a figure with every witness, its sentence and its link', async () => {
  const page = await (await fetch(`${web.url}/figures/${await figureId('OpenAI', 'Amazon Web Services')}`)).text();
  const { rows } = await pool.query(`SELECT DISTINCT article_url FROM newsledger.claims WHERE figure_id = $1`, [
    await figureId('OpenAI', 'Amazon Web Services'),
  ]);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ article_url }) => !page.includes(article_url.replaceAll('&', '&amp;')))).toEqual([]);
  expect(page).toContain('<mark>');
});

it('shows both sides of every dispute, and the outliers', async () => {
  const page = await (await fetch(`${web.url}/disagreements`)).text();
  const { rows } = await pool.query('SELECT figure_id FROM newsledger.disagreements UNION SELECT figure_id FROM newsledger.outliers');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ figure_id }) => !page.includes(`/figures/${figure_id}`))).toEqual([]);
  const sides = [...page.matchAll(/<strong class="(?:agreed|disputed)">([^<]+)</g)].map((match) => match[1]);
  expect(sides).toEqual(expect.arrayContaining(['130 GW', '104 GW']));
});

it('shows what could not be taken in, and why', async () => {
  const page = await (await fetch(`${web.url}/pipeline`)).text();
  expect(page).toContain('Error: &lt;made up&gt;');
  expect(page).toMatch(/capture-made-up[\s\S]*no answer[\s\S]*parked/);
});

it('tells the story of a figure and of a deal, each step with what caused it', async () => {
  const figure = await (await fetch(`${web.url}/figures/${await figureId('OpenAI', 'Amazon Web Services')}`)).text();
  expect(figure).toContain('Morning Tape: “');
  const { rows } = await pool.query(
    `SELECT deal_id FROM newsledger.deal_stages GROUP BY deal_id HAVING array_agg(status) @> '{talks,completed}' LIMIT 1`,
  );
  const deal = await (await fetch(`${web.url}/deals/${rows[0].deal_id}`)).text();
  expect(deal).toMatch(/<strong>talks<\/strong>[\s\S]*<strong>completed<\/strong>/);
});

it('shows what was read in an article, placed or not, each with its sentence', async () => {
  const { rows } = await pool.query(
    `SELECT article_id, count(*) FILTER (WHERE verdict = 'unplaced')::int AS unplaced, array_agg(quote) FILTER (WHERE kind = 'figure') AS quotes
       FROM newsledger.claims WHERE verdict NOT IN ('withdrawn', 'superseded') GROUP BY article_id ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  expect(rows[0].unplaced).toBeGreaterThan(0);
  const page = await (await fetch(`${web.url}/articles/${rows[0].article_id}`)).text();
  expect(rows[0].quotes.filter((quote: string) => !page.includes(quote.replaceAll('&', '&amp;').replaceAll("'", '&#39;')))).toEqual([]);
  expect(page.match(/>unplaced</g)).toHaveLength(rows[0].unplaced);
});

it('shows of an entity whose part it is, its figures and its deals', async () => {
  const page = await (await fetch(`${web.url}/entities/${encodeURIComponent('Amazon Web Services')}`)).text();
  expect(page).toContain('Part of <a href="/entities/Amazon">');
  expect(page).toContain(`/figures/${await figureId('OpenAI', 'Amazon Web Services')}`);
  expect(page).toMatch(/<h2>Deals<\/h2>[\s\S]*href="\/deals\//);
});

it('shows of a source its health, when it is polled next and why, and what it published', async () => {
  const page = await (await fetch(`${web.url}${await addressOf('source')}`)).text();
  expect(page).toMatch(/>healthy<[\s\S]*Due again[\s\S]*\/articles\//);
});

it('shows every change with what it was before and what caused it', async () => {
  const page = await (await fetch(`${web.url}/changes?since=2000-01-01`)).text();
  expect(page).toContain('The latest 200 changes');
  expect(page.match(/rel="noreferrer">[^<]+: “[^<]+”/g)?.length).toBeGreaterThan(100);
});

it('keeps to one style sheet, and allows no inline style or script', async () => {
  const response = await fetch(`${web.url}/`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
  const page = await response.text();
  expect(page).not.toMatch(/ style=|<style|<script/);
  const sheet = await fetch(`${web.url}${/href="(\/style-[0-9a-f]+\.css)"/.exec(page)?.[1]}`);
  expect(sheet.headers.get('cache-control')).toContain('immutable');
});

it('answers health, readiness and metrics', async () => {
  expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${web.url}/metrics`)).text()).toContain('# TYPE');
});

it.each([
  ['/figures/no-uuid', 400],
  ['/figures/00000000-0000-4000-8000-000000000000', 404],
  ['/deals/no-uuid', 400],
  ['/deals/00000000-0000-4000-8000-000000000000', 404],
  ['/?offset=-1', 400],
  ['/nowhere', 404],
])('answers %s with %d and a page that says so', async (path, status) => {
  const response = await fetch(`${web.url}${path}`);
  expect(response.status).toBe(status);
  expect(await response.text()).toMatch(/<h1>/);
});

describe.skipIf(executablePath === null)('in a browser (skipped where no Chromium is installed)', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    // Without scripts, as the pages promise; axe itself is put in from outside.
    page = await browser.newPage({ bypassCSP: true });
  });

  afterAll(() => browser?.close());

  it.each([
    '/',
    '/disagreements',
    '/deals',
    '/reliability',
    '/changes?since=2000-01-01',
    '/entities',
    '/entities/OpenAI',
    '/sources',
    '/measures',
    'source',
    'article',
    '/pipeline',
    'figure',
    '/read',
    '/read?example=quantities',
    '/read?example=claims',
  ])('%s passes axe', async (path) => {
    const address = await addressOf(path);
    await page.goto(`${web.url}${address}`);
    await page.evaluate(axe);
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })))',
    );
    expect(violations).toEqual([]);
  });
});
