import type pg from 'pg';

/** More sentences than this say nothing new about a source. */
const MAX_PROBLEMS = 20;

/** Adds what was found wrong with pages of a source to what is wrong with its document, until a poll reads that anew. */
export async function addSourceProblems(client: pg.Pool | pg.ClientBase, sourceId: string, problems: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE polling.poll_state
        SET problems = (problems || ARRAY (SELECT said FROM unnest($2::text[]) AS said WHERE said <> ALL (problems)))[1:$3]
      WHERE source_id = $1`,
    [sourceId, problems, MAX_PROBLEMS],
  );
}
