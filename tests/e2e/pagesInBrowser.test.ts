import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createEventStore } from '@newsledger/event-store';
import { articleIdOf, newEvent, streamOf } from '@newsledger/events';
import { createLogger, openPool } from '@newsledger/platform';
import { type BullQueues, openBullQueues } from '@newsledger/queues';
import { capturedPage, waitFor } from '@newsledger/test-support';
import { startWeb, type Web } from '@newsledger/web';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './launchChromium.ts';
import { adminPageNames, pageNames, pagesToSee } from './pagesToSee.ts';
import { copySampleLedger } from './sampleLedger.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TOKEN = 'a-token-of-a-test-0123456789';
const everyPage = [...pageNames, ...adminPageNames];

const executablePath = findChromium();
describe.skipIf(executablePath === null)(`in a browser${executablePath === null ? ' (skipped: no Chromium is installed)' : ''}`, () => {
  let owner: ReturnType<typeof openPool>;
  let queues: BullQueues;
  let web: Web;
  let pages: ReadonlyMap<string, string>;
  let browser: Browser;
  let strict: BrowserContext;
  let plain: BrowserContext;

  beforeAll(async () => {
    const url = await copySampleLedger();
    owner = openPool({ url, max: 4 });
    queues = await openBullQueues({ backend: 'postgres', postgresUrl: url });
    web = await startWeb({
      pool: owner,
      logger: createLogger('web', { level: 'silent' }),
      port: 0,
      admin: { token: TOKEN, pool: owner },
      board: { token: TOKEN, queues: queues.queues },
    });
    pages = await pagesToSee(owner);
    browser = await launchChromium(executablePath ?? '');
    const extraHTTPHeaders = { authorization: `Bearer ${TOKEN}` };
    strict = await browser.newContext({ extraHTTPHeaders });
    strict.setDefaultNavigationTimeout(120_000);
    // Without scripts of their own, as the pages promise to work; axe itself is put in from outside.
    plain = await browser.newContext({ extraHTTPHeaders, bypassCSP: true, javaScriptEnabled: false });
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await queues?.close();
    await owner?.end();
  });

  const addressOf = (name: string) => `${web.url}${pages.get(name) ?? name}`;

  it.each(everyPage)('%s passes axe', async (name) => {
    const context = await browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${TOKEN}` }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(addressOf(name));
    await page.evaluate(axe);
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })))',
    );
    await context.close();
    expect(violations).toEqual([]);
  });

  it.each(everyPage)('%s is no wider than a phone or a desk', async (name) => {
    const page = await strict.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(addressOf(name));
    const phone = await page.evaluate('document.documentElement.scrollWidth');
    await page.setViewportSize({ width: 1280, height: 800 });
    const desk = await page.evaluate('document.documentElement.scrollWidth');
    await page.close();
    expect(phone).toBeLessThanOrEqual(360);
    expect(desk).toBeLessThanOrEqual(1280);
  });

  it.each([...everyPage, '/nowhere', '/api/v1/docs', '/admin/queues'])(
    '%s asks nobody else, and nothing of it is refused',
    async (name) => {
      const page = await strict.newPage();
      const troubles = troublesOf(page);
      await page.goto(addressOf(name), { waitUntil: 'networkidle' });
      await page.close();
      // The page that is not there says so itself.
      expect(troubles.filter((trouble) => !(name === '/nowhere' && trouble.includes('status of 404')))).toEqual([]);
    },
  );

  it('would notice: a page that asks another site for its font is told of', async () => {
    const page = await strict.newPage();
    const troubles = troublesOf(page);
    await page.goto(addressOf('figures'));
    await page.evaluate(
      `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://fonts.example/a.css' }))`,
    );
    await waitFor('a trouble', () => troubles.length > 0);
    await page.close();
    expect(troubles[0]).toContain('fonts.example');
  });

  it('shows numbers that move while the page stays: what waits, what came in, and how all fares', async () => {
    const [pipeline, overview] = [await strict.newPage(), await strict.newPage()];
    const troubles = [troublesOf(pipeline), troublesOf(overview)];
    await Promise.all([pipeline.goto(addressOf('pipeline')), overview.goto(addressOf('overview'))]);
    await Promise.all([pipeline.evaluate('window.stays = 1'), overview.evaluate('window.stays = 1')]);
    await pipeline.getByRole('region', { name: 'Still to do' }).focus();

    await owner.query(
      `INSERT INTO work.pending_work (job_id, queue, data) SELECT 'extract-made-up-' || n, 'extract', '{}' FROM generate_series(1, 41) AS n`,
    );
    await owner.query(
      `INSERT INTO work.pending_work (job_id, queue, data, attempts, failed_at, last_error) VALUES ('poll-made-up', 'poll', '{}', 1, now(), 'no answer')`,
    );
    const articleId = articleIdOf('https://made-up.example/1');
    const captured = capturedPage({
      articleId,
      sourceId: 'made-up',
      url: 'https://made-up.example/1',
      title: 'Made up',
      publishedAt: '2025-11-03T10:00:00Z',
    });
    await createEventStore(owner).append(streamOf.article(articleId), 'any', [newEvent('ArticleCaptured', captured)]);

    const textOf = async (page: Page, id: string) => (await page.locator(`#${id}`).textContent()) ?? '';
    await waitFor('the number of texts to read', async () => (await toDo(pipeline, 'extract')) === 41);
    await waitFor('how far the tables are', async () => (await textOf(pipeline, 'now')).includes('1 behind'));
    await waitFor('the poll that fails', async () => (await textOf(pipeline, 'troubles')).includes('poll-made-up'));
    await waitFor('the health line', async () => (await textOf(overview, 'health')).includes('1 event behind'));
    expect(await pipeline.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Still to do');
    expect([await pipeline.evaluate('window.stays'), await overview.evaluate('window.stays')]).toEqual([1, 1]);
    expect(troubles.flat()).toEqual([]);
    await pipeline.close();
    await overview.close();
  });

  it('shows the same without JavaScript, as it is at each reload', async () => {
    const page = await plain.newPage();
    await page.goto(addressOf('pipeline'));
    const before = await toDo(page, 'capture');
    await owner.query(
      `INSERT INTO work.pending_work (job_id, queue, data) SELECT 'capture-more-' || n, 'capture', '{}' FROM generate_series(1, 77) AS n`,
    );
    await page.reload();
    const after = await toDo(page, 'capture');
    await page.close();
    expect(after).toBe(before + 77);
  });

  it.each(everyPage)('everything on %s can be reached and seen by the keyboard alone', async (name) => {
    const page = await strict.newPage();
    await page.goto(addressOf(name));
    const unseen: string[] = [];
    const wanted = Math.min(Number(await page.evaluate(COUNT_STOPS)), MOST_STOPS);
    const dates = await page.locator('input[type=date]').count();
    const reached = new Set<string>();
    for (let step = 0; step < wanted + dates * STOPS_WITHIN_A_DATE && reached.size < wanted; step++) {
      await page.keyboard.press('Tab');
      const { place, isSeen, what } = await page.evaluate<{ place: string; isSeen: boolean; what: string }>(LOOK_AT_FOCUS);
      reached.add(place);
      if (!isSeen) unseen.push(what);
    }
    await page.close();
    expect(unseen).toEqual([]);
    expect(reached.size).toBe(wanted);
  });
});

/** Long lists repeat themselves. */
const MOST_STOPS = 40;

/** After its day: month, year, and the button of its calendar. */
const STOPS_WITHIN_A_DATE = 3;

/** Counts, in the page, what the Tab key should stop at. */
const COUNT_STOPS = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter((element) => element.checkVisibility()).length`;

/** Says, in the page, where the focus is, and whether anybody sees that. */
const LOOK_AT_FOCUS = `(() => {
  const focused = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return {
    place: String([...document.querySelectorAll('*')].indexOf(focused)),
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    what: focused.outerHTML.slice(0, 120),
  };
})()`;

/** How many jobs of a queue the pipeline's page says are still to be done. */
async function toDo(page: Page, queue: string): Promise<number> {
  return Number(await page.getByRole('row', { name: queue }).getByRole('cell').first().textContent());
}

/** What goes wrong on a page while it is open: requests to others, requests that fail, and all that its console tells. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  const own = /^https?:\/\/127\.0\.0\.1:\d+\//;
  page.on('request', (request) => {
    if (!own.test(request.url()) && !request.url().startsWith('data:')) troubles.push(`asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  return troubles;
}
