import { createLogger, openPool } from '@newsledger/platform';
import { startWeb, type Web } from '@newsledger/web';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageNames, pagesToSee } from './pagesToSee.ts';
import { copySampleLedger } from './sampleLedger.ts';

let pool: ReturnType<typeof openPool>;
let web: Web;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const url = await copySampleLedger();
  await addTroubles(url);
  const reader = new URL(url);
  reader.username = 'newsledger_reader';
  reader.password = 'reader';
  pool = openPool({ url: reader.toString(), max: 4 });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  pages = await pagesToSee(pool);
});

afterAll(async () => {
  await web.close();
  await pool.end();
});

/** The page of this name, as text. */
async function textOf(page: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await fetch(`${web.url}${pages.get(page) ?? page}`, { headers });
  expect(response.status).toBe(200);
  return response.text();
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
  expect(await textOf('/figures?q=openai+amazon+deal+value')).toContain('38 bn USD');
});

it.each([...pageNames, '/figures?sort=changed', '/figures?sort=name', '/figures?sort=amount'])('keeps %s below 80 kB', async (page) => {
  expect(Buffer.byteLength(await textOf(page))).toBeLessThanOrEqual(80_000);
});

it('turns the pages of all changes, each once, the latest first', async () => {
  const seen: string[] = [];
  for (let next: string | undefined = '/changes?since=2000-01-01'; next !== undefined; ) {
    const page = await textOf(next);
    seen.push(...[...page.matchAll(/<td class="whole"><a href="\/figures\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''));
    next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  const { rows } = await pool.query<{ figure_id: string }>(
    `SELECT figure_id FROM newsledger.changes_since('2000-01-01') ORDER BY "position" DESC, figure_id`,
  );
  expect(rows.length).toBeGreaterThan(300);
  expect(seen).toEqual(rows.map(({ figure_id }) => figure_id));
});

it.each(['witnesses', 'changed', 'name', 'amount'])('turns the pages of all figures in the order of %s, each once', async (sort) => {
  const seen: string[] = [];
  for (let next: string | undefined = `/figures?sort=${sort}`; next !== undefined; ) {
    const page = await textOf(next);
    seen.push(...[...page.matchAll(/<a href="\/figures\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''));
    next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  const { rows } = await pool.query<{ figure_id: string }>('SELECT figure_id FROM newsledger.figures');
  expect(rows.length).toBeGreaterThan(300);
  expect(seen.toSorted()).toEqual(rows.map(({ figure_id }) => figure_id).toSorted());
});

it('keeps what is asked for in the address of the next page', async () => {
  const page = await textOf('/figures?status=actual&sort=name');
  expect(page).toMatch(/rel="next" href="\/figures\?status=actual&amp;sort=name&amp;after=[\w-]+"/);
  expect(page).toContain('<option value="actual" selected>');
});

it('begins with what changed, what is disputed, what is new, and how all fares', async () => {
  const page = await textOf('overview');
  expect(page).toMatch(/Of the latest changes: \d+ new, /);
  expect(page).toMatch(/<h2>Most disputed<\/h2>[\s\S]*104 GW|<h2>Most disputed<\/h2>[\s\S]*class="disputed"/);
  expect(page).toMatch(/<h2>New, best witnessed<\/h2>[\s\S]*href="\/figures\//);
  expect(page).toMatch(/\d+ sources<\/a> followed[\s\S]*1 piece of work failed, 1 of it for good, 1 event can not be taken in/);
  expect(page).toContain('<form action="/figures" method="get" role="search"');
});

it('tells at the next visit what changed since the last, and remembers it by a cookie alone', async () => {
  const first = await fetch(`${web.url}/`);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await first.text()).not.toContain('Since your last visit');
  const [, before = '', shown = ''] = /=(\w+)\.(\w+)\./.exec(cookie) ?? [];
  expect(before).toBe(shown);
  const hourAgo = (Date.now() - 3_600_000).toString(36);
  expect(await textOf('/', { cookie: `newsledger_seen=0.${shown}.${hourAgo}` })).toMatch(
    /<h2>Since your last visit<\/h2>\s*<p>Nothing changed/,
  );
  expect(await textOf('/', { cookie: `newsledger_seen=0.1.${hourAgo}` })).toMatch(
    /<h2>Since your last visit<\/h2>\s*<p>Of the latest changes: /,
  );
});

it('draws a figure over time, with its correction numbered as in the history', async () => {
  const page = await textOf('figure');
  expect(page).toMatch(
    /role="img" aria-label="OpenAI, deal value with Amazon Web Services over time: reports from 2025-11-03 to 2025-11-20/,
  );
  expect(page).toMatch(/<text class="beyond gone"[^>]*>.*▲ 83 bn USD/);
  expect(page).toMatch(/<text class="flag"[^>]*>1<\/text>/);
  expect(page).toMatch(/<span class="flag">1<\/span> <a [^>]*>Morning Tape: “[^”]*corrected/);
  const table = /<details class="same">[\s\S]*?<\/details>/.exec(page)?.[0] ?? '';
  expect(table).toMatch(/2025-11-05<\/td>[\s\S]*40 bn USD/);
});

it('puts figures of one unit on one axis, and says so where there is none', async () => {
  expect(await textOf('compare')).toMatch(/All are in USD\. They differ in [\s\S]*<h2>In USD<\/h2>/);
  const mixed = await textOf('compare-units');
  expect(mixed).toContain('They are in different units (%, USD), so there is no common axis.');
  expect(mixed.match(/role="img" aria-label="In /g)).toHaveLength(2);
  expect(await textOf('compare-none')).toContain('Mark two to 6 of the');
  expect(await textOf(`${pages.get('compare')}&figure=00000000-0000-4000-8000-000000000000`)).toContain(
    'One of them is not shown any more.',
  );
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

it('shows how fast news comes in, what is still to do, and how far the tables are', async () => {
  const page = await textOf('pipeline');
  expect(page).toMatch(/events, [\d.]+ articles, [\d.]+ claims a minute\./);
  expect(page).toMatch(/capture: <span class="soft">pages to fetch<\/span><\/th><td class="number" data-label="to do">1<\/td>/);
  expect(page).toMatch(/The log has [\d,]+ events; the tables hold all of them/);
});

it('shows what could not be taken in, and why', async () => {
  const page = await textOf('pipeline');
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
  expect(deal).toMatch(
    /<strong>talks<\/strong>[\s\S]*first told by [\s\S]*<blockquote>[\s\S]*<strong>completed<\/strong>[\s\S]*<blockquote>/,
  );
  expect(deal).toMatch(/<h2>Parties<\/h2>[\s\S]*, acquirer[\s\S]*<h2>Its figures<\/h2>[\s\S]*href="\/figures\//);
});

it('shows what was read in an article, placed or not, each with its sentence', async () => {
  const { rows } = await pool.query(
    `SELECT article_id, count(*) FILTER (WHERE verdict = 'unplaced')::int AS unplaced, array_agg(quote) FILTER (WHERE kind = 'figure') AS quotes
       FROM newsledger.claims WHERE verdict NOT IN ('withdrawn', 'superseded') GROUP BY article_id ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  expect(rows[0].unplaced).toBeGreaterThan(0);
  const page = await (await fetch(`${web.url}/articles/${rows[0].article_id}`)).text();
  const shown = (quote: string) => quote.replace(/\s/g, ' ').replaceAll('&', '&amp;').replaceAll("'", '&#39;');
  expect(rows[0].quotes.filter((quote: string) => !page.replace(/\s/g, ' ').includes(`<mark>${shown(quote)}</mark>`))).toEqual([]);
  expect(page.match(/>unplaced</g)).toHaveLength(rows[0].unplaced);
});

it('marks a number that is printed with a space that keeps its line whole', async () => {
  const { rows } = await pool.query(
    `SELECT article_id, replace(quote, chr(160), ' ') AS words FROM newsledger.claims
      WHERE quote LIKE '%' || chr(160) || '%' AND kind = 'figure' AND verdict NOT IN ('withdrawn', 'superseded') ORDER BY claim_id LIMIT 1`,
  );
  const page = await (await fetch(`${web.url}/articles/${rows[0].article_id}`)).text();
  expect(page).toContain(`<mark>${rows[0].words}</mark>`);
});

it('shows of an entity whose part it is, its figures and its deals', async () => {
  const page = await (await fetch(`${web.url}/entities/${encodeURIComponent('Amazon Web Services')}`)).text();
  expect(page).toContain('Part of <a href="/entities/Amazon">');
  expect(page).toContain(`/figures/${await figureId('OpenAI', 'Amazon Web Services')}`);
  expect(page).toMatch(/<h2>Deals<\/h2>[\s\S]*href="\/deals\//);
});

it('shows of a source its health, when it is polled next and why, and what it published', async () => {
  const page = await textOf('source');
  expect(page).toMatch(/>healthy<[\s\S]*Due again[\s\S]*\/articles\//);
});

it('shows every change with what it was before and what caused it', async () => {
  const page = await (await fetch(`${web.url}/changes?since=2000-01-01`)).text();
  expect(page).toContain('The latest 100 changes');
  expect(page.match(/rel="noreferrer">[^<]+: “[^<]+”/g)?.length).toBeGreaterThan(50);
});

it('keeps to one style sheet, and allows no inline style or script', async () => {
  const response = await fetch(`${web.url}/figures`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'; form-action 'self'");
  const page = await response.text();
  expect(page).not.toMatch(/ style=|<style|<script/);
  const sheet = await fetch(`${web.url}${/href="(\/style-[0-9a-f]+\.css)"/.exec(page)?.[1]}`);
  expect(sheet.headers.get('cache-control')).toContain('immutable');
});

it('runs one script on pages that are live, which is served here and kept by browsers', async () => {
  const response = await fetch(`${web.url}/pipeline`);
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; [^']*'self'; .*; script-src 'self'; connect-src 'self'$/,
  );
  const scripts = [...(await response.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toEqual([expect.stringMatching(/^<script src="\/htmx-[0-9a-f]{12}\.js" defer>$/)]);
  const script = await fetch(`${web.url}${/src="([^"]+)"/.exec(scripts[0] ?? '')?.[1]}`);
  expect([script.status, script.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
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
  ['/figures?after=nonsense', 400],
  ['/figures?sort=luck', 400],
  ['/?since=yesterday', 400],
  ['/compare?figure=no-uuid', 400],
  ['/nowhere', 404],
])('answers %s with %d and a page that says so', async (path, status) => {
  const response = await fetch(`${web.url}${path}`);
  expect(response.status).toBe(status);
  expect(await response.text()).toMatch(/<h1>/);
});
