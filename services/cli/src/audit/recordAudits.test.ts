import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf, deterministicId, newEvent } from '@newsledger/events';
import { migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import { createPrinter } from '../output/printer.ts';
import { recordAudits } from './recordAudits.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-audit-'));
  database = await createTestDatabase('projector', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  await report('wire', 38);
  await report('post', 38);
  await report('tape', 83);
  await bringTablesUpToDate(database.pool);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it('records nothing when a line is wrong, and says of each what is', async () => {
  const file = await fileOf(
    'figure,true_value,outcome,evidence,date',
    'Acme revenue,38bn,,Filing,2026-03-31',
    'Nobody revenue,38bn,,Filing,2026-03-31',
    'Acme revenue,much,,Filing,2026-03-31',
    'Acme revenue,,right,Filing,yesterday',
  );
  const failure = await recordAudits(database.pool, silent, file, { close: true }).catch(String);
  expect(failure).toContain('Nothing was recorded.');
  expect(failure).toContain('line 3: No figure fits "Nobody revenue"');
  expect(failure).toContain('line 4: "much" is no number such as 38000000000 or 38bn');
  expect(failure).toContain('line 5: it must be a day such as 2026-03-31');
  expect((await database.pool.query('SELECT * FROM newsledger.audits')).rows).toEqual([]);
});

it('judges every claim by the true value, once, and lets it count from the next epoch on', async () => {
  const file = await fileOf('figure,true_value,evidence,date,by', 'Acme revenue,38bn,https://example.com/10-k,2026-03-31,Ada');
  await recordAudits(database.pool, silent, file, { close: false });
  await recordAudits(database.pool, silent, file, { close: false });
  const audits = await database.pool.query('SELECT source_id, outcome, true_value, evidence_url FROM newsledger.audits ORDER BY source_id');
  const proof = { true_value: '38000000000', evidence_url: 'https://example.com/10-k' };
  expect(audits.rows).toEqual([
    { source_id: 'post', outcome: 'right', ...proof },
    { source_id: 'tape', outcome: 'wrong_source', ...proof },
    { source_id: 'wire', outcome: 'right', ...proof },
  ]);
  expect((await database.pool.query('SELECT * FROM newsledger.reliability')).rows).toEqual([]);
  await recordAudits(database.pool, silent, null, { close: true });
  const weights = await database.pool.query(
    'SELECT source_id, right_count, wrong_count, weight FROM newsledger.reliability ORDER BY source_id',
  );
  expect(weights.rows).toEqual([
    { source_id: 'post', right_count: 1, wrong_count: 0, weight: '1.161' },
    { source_id: 'tape', right_count: 0, wrong_count: 1, weight: '0.500' },
    { source_id: 'wire', right_count: 1, wrong_count: 0, weight: '1.161' },
  ]);
});

const silent = createPrinter('json', new PassThrough().resume(), new PassThrough().resume());

async function fileOf(...lines: string[]): Promise<string> {
  const file = path.join(folder, `${lines.length}-lines.csv`);
  await writeFile(file, lines.join('\n'));
  return file;
}

/** A source's own article that says how many billions Acme turned over. */
async function report(sourceId: string, billions: number): Promise<void> {
  const url = `https://${sourceId}.example/acme`;
  const articleId = articleIdOf(url);
  const claimId = deterministicId('claim', articleId);
  const about = { articleId, revision: 0, extractor: { name: 'newsledger', version: 1 } };
  const listed = { title: 'Acme', summary: '', author: null, publishedAt: '2025-11-03T10:00:00.000Z', updatedAt: null };
  const store = createEventStore(database.pool);
  await store.append(`source-${sourceId}`, 'any', [
    newEvent('SourceRegistered', {
      sourceId,
      name: sourceId,
      url,
      kind: null,
      primaryFor: [],
      everySeconds: 900,
      select: null,
      declaredBy: 'file',
    }),
  ]);
  await store.append(`article-${articleId}`, 'any', [
    newEvent('ArticleDiscovered', { articleId, sourceId, url, ...listed }),
    newEvent('FigureReported', {
      claimId,
      ...about,
      figure: {
        subject: 'Acme',
        counterparty: null,
        measure: 'revenue',
        definition: null,
        noun: null,
        period: { label: '2024', from: '2024-01-01', to: '2024-12-31' },
        status: 'actual',
        unit: 'USD',
        amount: {
          value: `${billions}000000000`,
          low: `${billions - 1}500000000`,
          high: `${billions}500000000`,
          lowOpen: false,
          highOpen: false,
          hedge: '=',
          significantDigits: 2,
        },
        speaker: null,
      },
      evidence: { quote: `$${billions}bn`, sentence: `Acme made $${billions}bn, says ${sourceId}.`, start: 0, end: 5 },
      certainty: 1,
      dealClaimId: null,
    }),
    newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }),
  ]);
}
