import { createEventStore, readCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import { createLogger } from '@newsledger/platform';
import { applyEvents, PROJECTOR } from '@newsledger/read-models';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWeb } from '../startWeb.ts';
import { openTestLedger, type TestLedger } from '../testLedger/testLedger.ts';

const TOKEN = 'correct-horse-battery';
const PERSON = { authorization: `Basic ${Buffer.from(`ada:${TOKEN}`).toString('base64')}` };
const PROGRAM = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

let ledger: TestLedger;
let stop: AbortController;
let following: Promise<void>;
beforeEach(async () => {
  ledger = await openTestLedger({ adminToken: TOKEN });
  stop = new AbortController();
  following = follow(stop.signal);
});
afterEach(async () => {
  stop.abort();
  await following;
  await ledger.close();
});

/** Folds what comes, as the projector does. */
async function follow(signal: AbortSignal): Promise<void> {
  const { pool } = ledger.database;
  const store = createEventStore(pool);
  while (!signal.aborted) {
    const { events, upTo } = await store.readAll({ after: await readCheckpoint(pool, PROJECTOR), limit: 100 });
    const client = await pool.connect();
    await client.query('BEGIN');
    await applyEvents(client, events);
    await saveCheckpoint(client, PROJECTOR, upTo);
    await client.query('COMMIT');
    client.release();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const open = (path: string) => fetch(`${ledger.web.url}${path}`, { headers: PERSON });

/** Opens a page, fills its form in, and sends it. */
async function send(page: string, action: string, fields: Record<string, string>, headers: Record<string, string> = PERSON) {
  const token = /name="form" value="([^"]+)"/.exec(await (await open(page)).text())?.[1] ?? '';
  const body = new URLSearchParams({ form: token, ...fields });
  return fetch(`${ledger.web.url}${action}`, { method: 'POST', headers, body, redirect: 'manual' });
}

const call = (path: string, body: unknown, headers: Record<string, string> = PROGRAM) =>
  fetch(`${ledger.web.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

async function figure() {
  const { rows } = await ledger.database.pool.query('SELECT figure_id, subject, value, agreement, explanation FROM newsledger.figures');
  return rows[0];
}

/** Two articles that contradict each other, in the tables. @returns the claims' ids. */
async function dispute(): Promise<[string, string]> {
  const claims: [string, string] = [
    await ledger.publish({ source: 'wire', value: 38 }),
    await ledger.publish({ source: 'post', value: 83, hour: 2 }),
  ];
  const last = await ledger.store.lastPosition();
  while ((await readCheckpoint(ledger.database.pool, PROJECTOR)) < last) await new Promise((resolve) => setTimeout(resolve, 20));
  return claims;
}

it('lets a person pin a value and take the pin back', async () => {
  await dispute();
  const { figure_id } = await figure();
  const page = `/admin/figures/${figure_id}`;
  const pinned = await send(page, `${page}/pin`, { value: '40bn', reason: 'The filing says so.', by: 'Ada' });
  expect([pinned.status, pinned.headers.get('location')]).toEqual([303, `/figures/${figure_id}`]);
  expect((await figure()).value).toBe('40000000000');

  await send(page, `${page}/unpin`, { reason: 'It was amended.', by: 'Ada' });
  expect((await figure()).value).toBe('38000000000');
});

it('lets a person judge a claim, with what the article says instead, and take it back', async () => {
  const [, claim] = await dispute();
  const page = `/admin/claims/${claim}`;
  expect(await (await open(page)).text()).toContain('The contract is worth $83 billion, it said.');
  const fields = { judgement: 'misread', field: 'subject', subject: 'Gamma', reason: 'It is about Gamma.', by: 'Ada' };
  expect((await send(page, `${page}/judge`, fields)).status).toBe(303);
  expect(await figure()).toMatchObject({ value: '38000000000', agreement: 'single_source' });
  const { rows } = await ledger.database.pool.query('SELECT misread_field, correction FROM newsledger.claims WHERE claim_id = $1', [claim]);
  expect(rows).toEqual([{ misread_field: 'subject', correction: { subject: 'Gamma' } }]);

  await send(page, `${page}/unjudge`, { reason: 'No.', by: 'Ada' });
  expect((await figure()).agreement).toBe('disputed');
});

it('lets a person say that two names are one', async () => {
  await dispute();
  const names = { decision: 'merge', name: 'Acme', entity: 'Acme Holdings', by: 'Ada' };
  expect((await send('/admin', '/admin/names', names)).status).toBe(400);
  await send('/admin', '/admin/names', { ...names, reason: 'One firm since May.' });
  expect((await figure()).subject).toBe('Acme Holdings');
});

it('shows everybody what people decided, and why', async () => {
  await dispute();
  const { figure_id } = await figure();
  expect(await (await fetch(`${ledger.web.url}/decisions`)).text()).toContain('Nobody decided anything yet.');
  const page = `/admin/figures/${figure_id}`;
  await send(page, `${page}/pin`, { value: '40bn', reason: 'The filing says so.', by: 'Ada' });
  await send('/admin', '/admin/names', {
    decision: 'alias',
    name: 'Acme',
    entity: 'Acme & Sons',
    by: 'Ben',
    reason: 'Its own page says so.',
  });
  const shown = await (await fetch(`${ledger.web.url}/decisions`)).text();
  expect(shown).toContain(`<a href="/figures/${figure_id}">`);
  expect(shown).toContain('The filing says so.');
  expect(shown).toContain('<a href="/entities/Acme%20%26%20Sons">Acme &amp; Sons</a>');
  const found = await (await fetch(`${ledger.web.url}/decisions?q=filing`)).text();
  expect([found.includes('The filing says so.'), found.includes('Its own page says so.')]).toEqual([true, false]);
});

it('lets a program do the same', async () => {
  const [, claim] = await dispute();
  const { figure_id } = await figure();
  const decided = { by: 'Ada', reason: 'Checked.' };
  expect((await call(`/claims/${claim}/judgement`, { judgement: 'wrong_source', ...decided })).status).toBe(200);
  expect((await figure()).agreement).toBe('single_source');
  expect(await (await call(`/claims/${claim}/judgement/undo`, decided)).json()).toEqual({ recorded: true });
  expect((await figure()).agreement).toBe('disputed');
  expect((await call(`/figures/${figure_id}/pin`, { value: '40000000000', ...decided })).status).toBe(200);
  expect((await figure()).value).toBe('40000000000');
  expect((await call(`/figures/${figure_id}/unpin`, decided)).status).toBe(200);
  expect((await call('/names', { decision: 'alias', name: 'Acme Inc', entity: 'Acme', by: 'Ada' })).status).toBe(200);
});

it('tells a program what can’t be done, and records nothing', async () => {
  const [, claim] = await dispute();
  const last = await ledger.store.lastPosition();
  const problem = await call(`/claims/${claim}/judgement`, { judgement: 'misread', by: 'Ada', reason: 'x' });
  expect([problem.status, problem.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(await problem.json()).toMatchObject({ detail: expect.stringContaining('Say what was misread') });
  expect((await call(`/claims/${claim}/judgement`, { judgement: 'perhaps', by: 'Ada', reason: 'x' })).status).toBe(400);
  expect((await call('/figures/00000000-0000-5000-8000-000000000000/pin', { value: '1', by: 'Ada', reason: 'x' })).status).toBe(404);
  expect(await ledger.store.lastPosition()).toBe(last);
});

it('asks for the token on every page and for every call, and records nothing without it', async () => {
  const [, claim] = await dispute();
  const last = await ledger.store.lastPosition();
  const wrong = { authorization: 'Bearer wrong-horse-battery' };
  const page = await fetch(`${ledger.web.url}/admin`);
  expect([page.status, page.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Newsledger", charset="UTF-8"']);
  expect((await fetch(`${ledger.web.url}/admin`, { headers: wrong })).status).toBe(401);
  expect((await send('/admin', '/admin/names', { decision: 'merge', name: 'Acme', entity: 'Beta', by: 'x' }, wrong)).status).toBe(401);
  const judged = { judgement: 'right', by: 'x', reason: 'x' };
  expect((await call(`/claims/${claim}/judgement`, judged, { 'content-type': 'application/json' })).status).toBe(401);
  expect((await call(`/claims/${claim}/judgement`, judged, { ...wrong, 'content-type': 'application/json' })).status).toBe(401);
  expect(await ledger.store.lastPosition()).toBe(last);
});

it('takes no form that another site made, though the browser sends the password along', async () => {
  const last = await ledger.store.lastPosition();
  const names = { decision: 'merge', name: 'Acme', entity: 'Beta', by: 'x' };
  expect((await send('/admin', '/admin/names', { ...names, form: '' })).status).toBe(403);
  expect((await send('/admin', '/admin/names', { ...names, form: 'guessed' })).status).toBe(403);
  expect((await send('/admin', '/admin/names', names, { ...PERSON, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const body = new URLSearchParams(names);
  expect((await fetch(`${ledger.web.url}/api/v1/names`, { method: 'POST', headers: PERSON, body })).status).toBe(415);
  expect(await ledger.store.lastPosition()).toBe(last);
});

it('shows hostile texts of articles and of forms as texts', async () => {
  const hostile = '<script>alert(1)</script>';
  await ledger.publish({ source: 'wire', value: 38, title: hostile, figure: { subject: hostile } });
  await dispute();
  const { rows } = await ledger.database.pool.query('SELECT claim_id, figure_id FROM newsledger.claims WHERE article_title = $1', [
    hostile,
  ]);
  const pages = [`/admin/claims/${rows[0].claim_id}`, `/admin/figures/${rows[0].figure_id}`, `/admin?q=${encodeURIComponent(hostile)}`];
  const texts = await Promise.all(pages.map(async (page) => (await open(page)).text()));
  expect(texts.filter((text) => text.includes('<script') || !text.includes('&lt;script&gt;'))).toEqual([]);
});

it('knows none of it without a token', async () => {
  const closed = await openTestLedger();
  const answers = await Promise.all(
    [
      fetch(`${closed.web.url}/admin`, { headers: PERSON }),
      fetch(`${closed.web.url}/api/v1/names`, { method: 'POST', headers: PROGRAM, body: '{}' }),
    ].map(async (answer) => (await answer).status),
  );
  await closed.close();
  expect(answers).toEqual([404, 404]);
});

it('leads from a figure and from an article to their corrections, with the claim chosen', async () => {
  const claims = await dispute();
  const { figure_id } = await figure();
  const { rows } = await ledger.database.pool.query('SELECT article_id FROM newsledger.claims WHERE claim_id = $1', [claims[1]]);
  const page = await (await fetch(`${ledger.web.url}/figures/${figure_id}`)).text();
  expect(page).toContain(`<a href="/admin/figures/${figure_id}">Pin this value or correct it</a>`);
  expect(claims.filter((claim) => !page.includes(`<a href="/admin/claims/${claim}">judge</a>`))).toEqual([]);
  const article = await (await fetch(`${ledger.web.url}/articles/${rows[0].article_id}`)).text();
  expect(article).toContain(`<a href="/admin/claims/${claims[1]}">judge</a>`);
});

it('says in words what a claim was read as', async () => {
  const [claim] = await dispute();
  const page = await (await open(`/admin/claims/${claim}`)).text();
  expect(page).toContain('<dt>amount</dt><dd>38 bn USD (37.5 bn … 38.5 bn)</dd>');
  expect(page).toContain('<dt>measure</dt><dd>deal value</dd>');
  expect(page).not.toContain('{&quot;');
});

it('says nothing of corrections where they are off', async () => {
  await dispute();
  const { figure_id } = await figure();
  const web = await startWeb({ pool: ledger.database.pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  const page = await (await fetch(`${web.url}/figures/${figure_id}`)).text();
  await web.close();
  expect(page).toContain('Who says so');
  expect(page).not.toContain('/admin');
});
