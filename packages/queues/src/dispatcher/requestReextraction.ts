import type pg from 'pg';
import type { Work } from '../jobData.ts';
import { jobIds } from '../jobIds.ts';
import { insertWork } from '../work/insertWork.ts';

/** Articles in one statement; their rows are small. */
const BATCH = 5_000;

/**
 * Asks for the extraction of every article that an older extractor read last, or none yet. Work for an older extractor is replaced.
 * Asking again changes nothing.
 * @returns how many articles are to be read again.
 */
export async function requestReextraction(client: pg.ClientBase, extractorVersion: number): Promise<number> {
  await client.query(`DELETE FROM work.pending_work WHERE queue = 'extract' AND (data ->> 'extractorVersion')::integer < $1`, [
    extractorVersion,
  ]);
  const { rows } = await client.query<{ articleId: string; revision: number }>(
    `SELECT article_id AS "articleId", revision
       FROM work.article_state AS state
      WHERE (revision > 0 OR unavailable)
        AND NOT withdrawn
        AND (extracted_version IS NULL OR extracted_version < $1)
        AND NOT EXISTS (
              SELECT FROM work.pending_work AS pending
               WHERE pending.article_id = state.article_id
                 AND pending.queue = 'extract'
            )`,
    [extractorVersion],
  );
  const work = rows.map(({ articleId, revision }): Work => {
    const jobId = jobIds.extract(articleId, revision, extractorVersion);
    return { queue: 'extract', jobId, data: { articleId, revision, extractorVersion } };
  });
  for (let start = 0; start < work.length; start += BATCH) await insertWork(client, work.slice(start, start + BATCH));
  return work.length;
}
