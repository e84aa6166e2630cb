import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, type Figure, newEvent, streamOf } from '@newsledger/events';
import { migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLabelledTexts } from '../../../../infra/fit/src/readLabelledTexts.ts';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import { createPrinter, type Form } from '../output/printer.ts';
import { printArticle } from './articleRead.ts';
import { printClaimList } from './claimList.ts';
import { exportLabels } from './exportLabels.ts';
import { exportList } from './exportList.ts';
import { judge } from './judge.ts';

const URL_OF_NEWS = 'https://wire.example/orrin';
const TITLE = 'Orrin Robotics reports';
const SUMMARY = 'Orrin Robotics made revenue of $4 billion in 2025.';
const READING = `${TITLE}\n\n${SUMMARY}`;
const CLAIM = deterministicId('claim', URL_OF_NEWS);

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase('cli_corrections', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-corrections-'));
  await publish();
  await bringTablesUpToDate(database.pool);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.close();
});

/** What a command prints. */
async function printed(form: Form, command: (printer: ReturnType<typeof createPrinter>) => Promise<void>): Promise<string> {
  const [out, aside] = [new PassThrough(), new PassThrough()];
  await command(createPrinter(form, out, aside));
  return [out, aside].map((stream) => String(stream.read() ?? '')).join('');
}

it('lists claims, by words, figure and verdict, for people and for programs', async () => {
  const of = (form: Form, words: string[]) => printed(form, (printer) => printClaimList(database.pool, printer, { words, limit: 10 }));
  expect(await of('table', ['orrin', 'revenue'])).toContain('$4 billion');
  expect(await of('table', ['nobody'])).toContain('No claim fits');
  expect(JSON.parse(await of('json', [])).claim_id).toBe(CLAIM);
  expect(await of('csv', [])).toMatch(/^claim_id,kind,.*\n[0-9a-f]{8}-/);
});

it('judges a claim, shows what became of its figure, and takes it back', async () => {
  const by = { by: 'Ada', reason: 'The filing says otherwise' };
  const judged = await printed('table', (printer) => judge(database.pool, printer, CLAIM.slice(0, 8), 'wrong_source', by));
  expect(judged).toContain('Ada judged it wrong in the article itself: The filing says otherwise');
  expect(judged).toContain('No claim of its figure counts any more.');
  const undone = await printed('table', (printer) => judge(database.pool, printer, CLAIM, undefined, { ...by, undo: true }));
  expect(undone).toContain('4 bn USD');
});

it('refuses a judgement that says nothing, or too much', async () => {
  const by = { by: 'Ada', reason: 'x' };
  const refused = (said: string | undefined, options: object) =>
    expect(printed('table', (printer) => judge(database.pool, printer, CLAIM, said, { ...by, ...options }))).rejects;
  await refused(undefined, {}).toThrow(/Say one of right, misread, wrong_source, or --undo/);
  await refused('right', { undo: true }).toThrow(/Say one of/);
  await refused('misread', { field: 'colour' }).toThrow(/--field is one of value/);
  await refused('misread', { field: 'value', value: 'lots' }).toThrow(/is no number/);
});

it('shows what was read in an article, whichever way its address is written', async () => {
  const shown = await printed('table', (printer) => printArticle(database.pool, printer, `${URL_OF_NEWS}/?utm_source=x#top`));
  expect(shown).toMatch(/Orrin Robotics reports[\s\S]*“Orrin Robotics made revenue of \$4 billion in 2025\.”[\s\S]*winner/);
  await expect(printed('table', (printer) => printArticle(database.pool, printer, 'https://wire.example/other'))).rejects.toThrow(
    /knows no article/,
  );
});

it('writes judged sentences, corrected, as labelled news that fitting reads', async () => {
  const file = path.join(folder, 'ours.jsonl');
  const correction = { field: 'subject', subject: 'Harbour Chips', by: 'Ada', reason: 'x' };
  await printed('table', (printer) => judge(database.pool, printer, CLAIM, 'misread', correction));
  expect(await printed('table', (printer) => exportLabels(database.pool, printer, file))).toContain('1 labelled texts with 1 labels');
  expect(readLabelledTexts(folder)).toEqual([
    expect.objectContaining({
      title: TITLE,
      text: SUMMARY,
      figures: [expect.objectContaining({ quote: '$4 billion', subject: 'Harbour Chips', low: 4e9, high: 4e9, measure: 'revenue' })],
    }),
  ]);
});

it('says how many judged sentences can’t teach yet, and why', async () => {
  const untold = { field: 'measure', by: 'Ada', reason: 'x' };
  await printed('table', (printer) => judge(database.pool, printer, CLAIM, 'misread', untold));
  const said = await printed('table', (printer) => exportLabels(database.pool, printer, path.join(folder, 'ours.jsonl')));
  expect(said).toContain('1 sentence is left out: nobody told what its measure is.');
});

it('writes a list to a file once it is whole, and refuses a filter that the list has not', async () => {
  const out = path.join(folder, 'claims.csv');
  const write = (where: string[]) =>
    printed('table', (printer) =>
      exportList(database.pool, printer, 'claims', { format: 'csv', out, where, signal: new AbortController().signal }),
    );
  await write(['verdict=winner']);
  expect(await readFile(out, 'utf8')).toMatch(new RegExp(`^claim_id,.*\n${CLAIM},`));
  await expect(write(['colour=red'])).rejects.toThrow(/Filters of claims: figure_id/);
  await expect(write(['verdict'])).rejects.toThrow(/is no filter such as/);
});

async function publish(): Promise<void> {
  const articleId = articleIdOf(URL_OF_NEWS);
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version: 1 } };
  const start = READING.indexOf('$4 billion');
  const evidence = { quote: '$4 billion', sentence: SUMMARY, start, end: start + '$4 billion'.length };
  const figure: Figure = {
    subject: 'Orrin Robotics',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
    status: 'actual',
    unit: 'USD',
    amount: {
      value: '4000000000',
      low: '3500000000',
      high: '4500000000',
      lowOpen: false,
      highOpen: false,
      hedge: '=',
      significantDigits: 1,
    },
    speaker: null,
  };
  await createEventStore(database.pool).append(streamOf.article(articleId), 'any', [
    newEvent('ArticleDiscovered', {
      articleId,
      sourceId: 'wire',
      url: URL_OF_NEWS,
      title: TITLE,
      summary: SUMMARY,
      author: null,
      publishedAt: '2026-02-03T14:00:00.000Z',
      updatedAt: null,
    }),
    newEvent('FigureReported', { claimId: CLAIM, ...about, figure, evidence, certainty: 1, dealClaimId: null }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [CLAIM], part: 1, parts: 1 }),
  ]);
}
