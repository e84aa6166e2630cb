import { createEventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { decideName } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger } from '../migrateLedger.ts';
import { recordCommand } from './recordCommand.ts';

const figureId = '11111111-1111-4111-8111-111111111111';
const articleId = '22222222-2222-4222-8222-222222222222';
const claimId = '33333333-3333-4333-8333-333333333333';
const at = '2025-03-01T09:00:00.000Z';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('ledger', async (url) => {
    const pool = openPool({ url });
    await migrateLedger(pool);
    await pool.end();
  });
  const store = createEventStore(database.pool);
  const who = { by: 'Ada', reason: 'the filing says so' };
  await store.append(streamOf.figure(figureId), 'any', [
    newEvent('FigurePinned', { figureId, value: '38', unit: 'USD', ...who, pinnedAt: at }),
    newEvent('FigureUnpinned', { figureId, ...who, unpinnedAt: at }),
    newEvent('OutcomeAudited', { claimId, figureId, outcome: 'right', evidence: 'Form 8-K', auditedAt: at, by: 'Ben' }),
  ]);
  await store.append(streamOf.article(articleId), 'any', [
    newEvent('ClaimJudged', { claimId, articleId, judgement: 'right', field: null, correction: null, ...who, judgedAt: at }),
    newEvent('ClaimUnjudged', { claimId, articleId, ...who, unjudgedAt: at }),
  ]);
  await decideName(store, 'merge', { name: 'Orrin Robots', entity: 'Orrin Robotics', ...who }, at);
  await decideName(store, 'alias', { name: 'Orrin', entity: 'Orrin Robotics', by: 'entities.yaml' }, at);
  await recordCommand(database.pool, { command: 'source remove', about: ['wire'], by: 'Cy', reason: 'it is all rumours' });
  await recordCommand(database.pool, { command: 'retry', about: [], by: 'Cy', reason: '' });
  await database.pool.query(`SELECT ledger.erase_stream('article-${articleId}', 'Ada', 'asked for by the publisher')`);
});
afterAll(() => database.close());

it('every decision of a person is on record with who, what about and why, whatever was taken back; what lists decide is not', async () => {
  const { rows } = await database.pool.query(
    'SELECT decision, decided_by, reason, about FROM newsledger.human_decisions ORDER BY position NULLS LAST',
  );

  const why = 'the filing says so';
  expect(rows).toEqual([
    { decision: 'pin', decided_by: 'Ada', reason: why, about: [figureId] },
    { decision: 'unpin', decided_by: 'Ada', reason: why, about: [figureId] },
    { decision: 'audit', decided_by: 'Ben', reason: 'Form 8-K', about: [figureId] },
    { decision: 'entity merge', decided_by: 'Ada', reason: why, about: ['Orrin Robots', 'Orrin Robotics'] },
    { decision: 'source remove', decided_by: 'Cy', reason: 'it is all rumours', about: ['wire'] },
    { decision: 'retry', decided_by: 'Cy', reason: '', about: [] },
    // What was judged of the article went with it, and who had it erased stays.
    { decision: 'erase', decided_by: 'Ada', reason: 'asked for by the publisher', about: [articleId] },
  ]);
});
