import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPool } from '@newsledger/platform';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLabelledTexts } from '../../infra/fit/src/readLabelledTexts.ts';
import { runNewsledger } from './runNewsledger.ts';
import { copySampleLedger } from './sampleLedger.ts';

/** Corrections, exports and webhooks by the commands that people call, on the sample newsroom. */
let url: string;
let pool: pg.Pool;
let folder: string;
beforeAll(async () => {
  url = await copySampleLedger();
  pool = openPool({ url, max: 2 });
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-corrections-'));
});
afterAll(async () => {
  await pool.end();
  await rm(folder, { recursive: true, force: true });
});

const newsledger = (...args: string[]) =>
  runNewsledger(args, { NEWSLEDGER_POSTGRES_URL: url, NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32', NO_COLOR: '1' });

it('takes a figure by its whole name, though a better witnessed one has all of its words', async () => {
  const { stdout } = await newsledger('why', 'OpenAI', 'deal_value', 'Amazon', 'actual');
  expect(stdout).toContain('OpenAI · Amazon · deal value · actual');
});

it('judges a claim, shows what became of its figure, and takes it back', async () => {
  const { rows } = await pool.query(
    // What is judged holds for the same sentence of other revisions, too.
    `SELECT claim_id, figure_id FROM newsledger.claims
      WHERE verdict = 'winner' AND figure_id IN (SELECT figure_id FROM newsledger.figures WHERE claim_count = 1)
        AND article_id IN (SELECT article_id FROM newsledger.article_revisions GROUP BY article_id HAVING count(*) = 1)
      ORDER BY 1 LIMIT 1`,
  );
  const [{ claim_id, figure_id }] = rows;
  const shown = () => pool.query('SELECT FROM newsledger.figures WHERE figure_id = $1', [figure_id]);

  const judged = await newsledger('judge', claim_id.slice(0, 12), 'wrong_source', '--reason', 'The filing says otherwise', '--by', 'Ada');
  expect([judged.code, judged.stdout]).toEqual([
    0,
    expect.stringContaining('Ada judged it wrong in the article itself: The filing says otherwise'),
  ]);
  expect((await shown()).rowCount).toBe(0);
  const listed = await newsledger('claims', '--judged', '--json');
  expect(
    listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).claim_id),
  ).toEqual([claim_id]);

  await newsledger('judge', claim_id, '--undo', '--reason', 'I was wrong');
  expect((await shown()).rowCount).toBe(1);
});

it.each([
  [['judge', 'abcdef12', 'perhaps', '--reason', 'x'], 'Say one of right, misread, wrong_source, or --undo'],
  [['judge', '00000000', 'right', '--reason', 'x'], 'There is no claim 00000000'],
  [['judge', '00000000', 'misread', '--field', 'colour', '--reason', 'x'], '--field is one of value'],
  [['export', 'figures', '--where', 'colour=red'], 'Filters of figures: about, subject'],
  [['webhook', 'add', 'ftp://example.org'], 'is no address such as'],
  [['webhook', 'add', 'https://example.org', '--kinds', 'all'], '"all" is none of appeared'],
  [['webhook', 'test', 'ffff'], 'There is no webhook ffff'],
  [['claims', '--json', '--csv'], 'ask for one of them'],
])('refuses %j with exit code 2', async (args, message) => {
  const { code, stderr } = await newsledger(...args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

it('writes judged sentences as labelled news that fitting reads', async () => {
  const { rows: articles } = await pool.query(
    `SELECT article_id, array_agg(claim_id) AS claims FROM newsledger.claims WHERE verdict NOT IN ('withdrawn', 'superseded') AND revision > 0
      GROUP BY article_id HAVING count(*) FILTER (WHERE kind = 'figure') > 2 ORDER BY count(*), article_id LIMIT 1`,
  );
  for (const claim of articles[0].claims) await newsledger('judge', claim, 'right', '--reason', 'I read it');

  const { code, stderr } = await newsledger('export', 'labels', '--out', path.join(folder, 'ours.jsonl'));

  expect([code, stderr]).toEqual([0, expect.stringContaining('1 labelled texts')]);
  const [text] = readLabelledTexts(folder);
  expect(text?.figures.length).toBeGreaterThan(0);
  expect(text?.figures.filter(({ quote, start, end }) => text.text.slice(start, end) !== quote)).toEqual([]);
});

it('shows what was read in an article, by its address', async () => {
  const { rows } = await pool.query(
    'SELECT canonical_url, title, claim_count FROM newsledger.articles ORDER BY claim_count DESC, article_id LIMIT 1',
  );
  const { stdout } = await newsledger('article', `${rows[0].canonical_url}#top`);
  expect(stdout).toContain(rows[0].title);
  const asJson = await newsledger('article', rows[0].canonical_url, '--json');
  expect(asJson.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(rows[0].claim_count);
});

it('writes all rows of a list as CSV and as JSON lines, to a file only once it is whole', async () => {
  const file = path.join(folder, 'figures.csv');
  const { code } = await newsledger('export', 'figures', '--where', 'measure=revenue', '--out', file);
  const { rows } = await pool.query(`SELECT figure_id FROM newsledger.figures WHERE measure = 'revenue' ORDER BY 1`);
  const written: { figure_id: string }[] = parse(await readFile(file, 'utf8'), { columns: true });
  expect(code).toBe(0);
  expect(written.map(({ figure_id }) => ({ figure_id })).sort((a, b) => (a.figure_id < b.figure_id ? -1 : 1))).toEqual(rows);
  const lines = await newsledger('export', 'sources', '--format', 'jsonl');
  expect(
    lines.stdout
      .trim()
      .split('\n')
      .map((line) => typeof JSON.parse(line).source_id),
  ).not.toContain('undefined');
});

it('answers lists as CSV with all columns', async () => {
  const { stdout } = await newsledger('figures', 'openai', '--csv');
  const rows: Record<string, string>[] = parse(stdout, { columns: true });
  expect(rows.length).toBeGreaterThan(1);
  expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['figure_id', 'explanation', 'independent_sources']));
});

it('adds a webhook, sends it a signed example, and lists and removes it', async () => {
  const received: { request: IncomingMessage; body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    received.push({ request, body: (await request.toArray()).join('') });
    response.writeHead(received.length === 1 ? 204 : 500).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

  const added = JSON.parse((await newsledger('webhook', 'add', address, '--about', 'OpenAI', '--json')).stdout);
  const tried = await newsledger('webhook', 'test', added.webhook_id.slice(0, 8));
  const again = await newsledger('webhook', 'test', added.webhook_id);
  const listed = await newsledger('webhook', 'list');
  const waiting = await newsledger('webhook', 'deliveries', added.webhook_id);
  const removed = await newsledger('webhook', 'remove', added.webhook_id);
  await new Promise((resolve) => receiver.close(resolve));

  expect([tried.code, tried.stdout]).toEqual([0, `${address} answered 204.\n`]);
  expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('answered 500')]);
  const timestamp = received[0]?.request.headers['newsledger-timestamp'];
  expect(received[0]?.request.headers['newsledger-signature']).toBe(
    `sha256=${createHmac('sha256', added.secret).update(`${timestamp}.${received[0]?.body}`).digest('hex')}`,
  );
  expect(listed.stdout).toContain('OpenAI');
  expect(waiting.stderr).toContain('Nothing was to be told yet');
  expect([removed.code, (await newsledger('webhook', 'list')).stderr]).toEqual([0, expect.stringContaining('There is no webhook')]);
});

it('tells who decided what, about what and why', async () => {
  const reason = 'it only copies others';
  const removed = await newsledger('source', 'remove', 'byteside', '--by', 'Grace', '--reason', reason);
  const listed = await newsledger('decisions', 'byteside', '--by', 'Grace');
  const told = await newsledger('decisions', '--by', 'Grace', '--json');

  expect(removed.code).toBe(0);
  expect(listed.stdout).toMatch(/Grace +.*source remove +.*byteside +.*it only copies others/);
  expect(JSON.parse(told.stdout)).toMatchObject({ decision: 'source remove', decided_by: 'Grace', about: ['byteside'], reason });
});
