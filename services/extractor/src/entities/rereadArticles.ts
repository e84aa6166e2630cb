import { requestWork } from '@newsledger/queues';
import type pg from 'pg';

/**
 * Asks for another extraction of every article that this version of the extractor has read; those of older versions are to be read anyway.
 * @returns how many.
 */
export async function rereadArticles(client: pg.ClientBase, extractorVersion: number): Promise<number> {
  const { rows } = await client.query<{ articleId: string; revision: number }>(
    `SELECT article_id AS "articleId", revision
       FROM work.article_state
      WHERE (revision > 0 OR unavailable)
        AND NOT withdrawn
        AND extracted_version = $1`,
    [extractorVersion],
  );
  for (const { articleId, revision } of rows) await requestWork(client, 'extract', { articleId, revision, extractorVersion });
  return rows.length;
}
