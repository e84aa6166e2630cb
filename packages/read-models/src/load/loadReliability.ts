import type pg from 'pg';
import type { CopyGroupRow, ExtractorReliabilityRow, HabitRow, ReliabilityRow } from '../fold/rows.ts';

/** Counts of the latest closed epoch, for all sources. */
export async function loadReliability(client: pg.ClientBase): Promise<ReliabilityRow[]> {
  const { rows } = await client.query<ReliabilityRow>({
    text: `
    SELECT source_id AS "sourceId", measure_class AS "measureClass", epoch, right_count AS "rightCount", wrong_count AS "wrongCount",
           misread_count AS "misreadCount", weight, projection.iso(closed_at) AS "closedAt"
    FROM projection.reliability`,
  });
  return rows;
}

/** The same for extractors: asked only when an epoch is closed. */
export async function loadExtractorReliability(client: pg.ClientBase): Promise<ExtractorReliabilityRow[]> {
  const { rows } = await client.query<ExtractorReliabilityRow>({
    text: `
    SELECT extractor, measure_class AS "measureClass", epoch, right_count AS "rightCount", wrong_count AS "wrongCount",
           projection.iso(closed_at) AS "closedAt"
    FROM projection.extractor_reliability`,
  });
  return rows;
}

/** Sources that copy each other, as the latest closed epoch found them. */
export async function loadCopyGroups(client: pg.ClientBase): Promise<CopyGroupRow[]> {
  const { rows } = await client.query<CopyGroupRow>({
    text: `
    SELECT source_id AS "sourceId", group_id AS "groupId", epoch, comparisons, shared
    FROM projection.copy_group`,
  });
  return rows;
}

/** Sources that mean something else by a measure, as the latest closed epoch found them. */
export async function loadHabits(client: pg.ClientBase): Promise<HabitRow[]> {
  const { rows } = await client.query<HabitRow>({
    text: 'SELECT measure, source_id AS "sourceId", epoch FROM projection.habit',
  });
  return rows;
}
