import type pg from 'pg';
import { insertWork } from '../work/insertWork.ts';
import type { ArticleState, WorkChanges } from './foldWork.ts';

/** States of these articles, as far as the dispatcher has met them. */
export async function loadArticleStates(client: pg.ClientBase, articleIds: readonly string[]): Promise<Map<string, ArticleState>> {
  const { rows } = await client.query<ArticleState & { articleId: string }>(
    `SELECT article_id AS "articleId", revision, unavailable, withdrawn, extracted_version AS "extractedVersion"
       FROM work.article_state
      WHERE article_id = ANY ($1::uuid[])`,
    [articleIds],
  );
  return new Map(rows.map(({ articleId, ...state }) => [articleId, state]));
}

/**
 * Writes a batch's changes into the outbox, in the transaction of its checkpoint.
 * @returns the jobs that the queue may still hold though nobody wants them any more.
 */
export async function applyWork(client: pg.ClientBase, changes: WorkChanges): Promise<{ queue: 'capture' | 'extract'; jobId: string }[]> {
  await saveArticleStates(client, changes.states);
  const dropped = await dropWork(client, changes);
  if (changes.done.size > 0) await client.query('DELETE FROM work.pending_work WHERE job_id = ANY ($1::text[])', [[...changes.done]]);
  await insertWork(client, changes.add);
  const wanted = new Set(changes.add.map(({ jobId }) => jobId));
  return dropped.filter(({ jobId }) => !wanted.has(jobId));
}

/** Most batches drop nothing, and then ask nothing. */
async function dropWork(
  client: pg.ClientBase,
  { dropAll, dropExtractions }: WorkChanges,
): Promise<{ queue: 'capture' | 'extract'; jobId: string }[]> {
  if (dropAll.size + dropExtractions.size === 0) return [];
  const { rows } = await client.query<{ queue: 'capture' | 'extract'; jobId: string }>(
    `DELETE FROM work.pending_work
      WHERE article_id = ANY ($1::uuid[])
         OR article_id = ANY ($2::uuid[]) AND queue = 'extract'
     RETURNING queue, job_id AS "jobId"`,
    [[...dropAll], [...dropExtractions]],
  );
  return rows;
}

async function saveArticleStates(client: pg.ClientBase, states: ReadonlyMap<string, ArticleState>): Promise<void> {
  if (states.size === 0) return;
  const all = [...states];
  await client.query(
    `INSERT INTO work.article_state (article_id, revision, unavailable, withdrawn, extracted_version)
     SELECT * FROM unnest($1::uuid[], $2::integer[], $3::boolean[], $4::boolean[], $5::integer[])
     ON CONFLICT (article_id) DO UPDATE
       SET revision          = excluded.revision,
           unavailable       = excluded.unavailable,
           withdrawn         = excluded.withdrawn,
           extracted_version = excluded.extracted_version`,
    [
      all.map(([articleId]) => articleId),
      all.map(([, state]) => state.revision),
      all.map(([, state]) => state.unavailable),
      all.map(([, state]) => state.withdrawn),
      all.map(([, state]) => state.extractedVersion),
    ],
  );
}
