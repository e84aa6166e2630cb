import type pg from 'pg';
import type { ReliabilityRow } from '../fold/rows.ts';

/** Counts of the latest closed epoch, for all sources. */
export async function loadReliability(client: pg.ClientBase): Promise<ReliabilityRow[]> {
  const { rows } = await client.query<ReliabilityRow>(`
    SELECT source_id AS "sourceId", measure_class AS "measureClass", epoch, right_count AS "rightCount", wrong_count AS "wrongCount",
           projection.iso(closed_at) AS "closedAt"
    FROM projection.reliability`);
  return rows;
}
