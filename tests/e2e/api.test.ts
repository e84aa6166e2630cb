import { createLogger, openPool } from '@newsledger/platform';
import { startWeb, type Web } from '@newsledger/web';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySampleLedger } from './sampleLedger.ts';

let pool: ReturnType<typeof openPool>;
let web: Web;

beforeAll(async () => {
  const reader = new URL(await copySampleLedger());
  reader.username = 'newsledger_reader';
  reader.password = 'reader';
  pool = openPool({ url: reader.toString(), max: 4 });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
});

afterAll(async () => {
  await web.close();
  await pool.end();
});

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: Readonly<Record<string, unknown>> & { readonly rows: Record<string, unknown>[]; readonly next: string | null };
}

async function get(path: string): Promise<Answer> {
  const response = await fetch(`${web.url}/api/v1${path}`);
  return { status: response.status, type: response.headers.get('content-type'), body: JSON.parse(await response.text()) };
}

async function allPages(path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=37${cursor === '' ? '' : `&cursor=${cursor}`}`);
    rows.push(...body.rows);
    cursor = body.next;
  }
  return rows;
}

const lists = ['figures', 'claims', 'deals', 'entities', 'articles', 'sources', 'measures', 'changes', 'news'] as const;
const views = { changes: 'figure_history', news: 'figure_news' } as Readonly<Record<string, string>>;

it.each(lists)('pages through %s, and meets each row once', async (list) => {
  const { rows } = await pool.query(`SELECT count(*)::int AS rows FROM newsledger.${views[list] ?? list}`);
  const met = await allPages(`/${list}`);
  expect(met).toHaveLength(rows[0].rows);
  expect(new Set(met.map((row) => JSON.stringify(row))).size).toBe(met.length);
});

it.each([...lists, 'disagreements', 'outliers'])('gives all of %s as CSV and as JSON lines, the same rows', async (list) => {
  const lines = (await (await fetch(`${web.url}/api/v1/${list}.jsonl`)).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const csv: Record<string, string>[] = parse(await (await fetch(`${web.url}/api/v1/${list}.csv`)).text(), { columns: true });
  expect(csv).toHaveLength(lines.length);
  expect(csv.map((row) => Object.keys(row))[0]).toEqual(Object.keys(lines[0]));
});

it('filters, keeps amounts exact, and answers one figure, why it stands, and its time line', async () => {
  const { body } = await get(
    `/figures?subject=OpenAI&counterparty=${encodeURIComponent('Amazon Web Services')}&measure=deal_value&status=actual`,
  );
  expect(body.rows).toHaveLength(1);
  expect(body.rows[0]).toMatchObject({ value: '38000000000', unit: 'USD', agreement: 'agreed' });
  const figure_id = body.rows[0]?.figure_id;
  expect((await get(`/figures/${figure_id}`)).body).toEqual(body.rows[0]);
  expect((await get(`/figures/${figure_id}/why`)).body.rows[0]).toMatchObject({ verdict: 'winner' });
  expect((await get('/timeline?subject=OpenAI&measure=revenue')).body.rows.length).toBeGreaterThan(1);
  expect((await get('/search?q=openai+oracle')).body.rows.length).toBeGreaterThan(0);
  expect((await get('/disagreements')).body.rows.length).toBeGreaterThan(0);
});

it('tells whoever asks again with the ETag that nothing changed', async () => {
  const first = await fetch(`${web.url}/api/v1/measures`);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  expect((await fetch(`${web.url}/api/v1/measures`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it.each([
  ['/figures?limit=0', 400],
  ['/figures?cursor=nonsense', 400],
  ['/figures?colour=red', 400],
  ['/figures?agreement=perhaps', 400],
  ['/claims?figure_id=7', 400],
  ['/figures/00000000-0000-4000-8000-000000000000', 404],
  ['/nothing', 404],
])('answers %s with %d and says why, as RFC 9457 has it', async (path, status) => {
  const answer = await get(path);
  expect(answer).toMatchObject({ status, type: expect.stringContaining('application/problem+json'), body: { status } });
  expect(String(answer.body.detail).length).toBeGreaterThan(10);
});

it('describes itself in OpenAPI 3.1, each column with its meaning, and shows that to people', async () => {
  const { body } = await get('/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  expect(body.paths).toMatchObject({ '/api/v1/figures': {}, '/api/v1/figures.csv': {}, '/api/v1/figures/{figure_id}/why': {} });
  expect(JSON.stringify(body.paths)).toContain('Lower end of what the winning sources allow');
  const page = await fetch(`${web.url}/api/v1/docs/`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});
