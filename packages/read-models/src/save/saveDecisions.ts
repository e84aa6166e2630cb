import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

/** What people decided about names and outcomes. */
export async function saveDecisions(client: pg.ClientBase, { names, reliability, changed }: FoldState): Promise<void> {
  if (changed.names.size > 0) {
    await client.query('DELETE FROM projection.entity_name WHERE name = ANY ($1::text[])', [[...changed.names]]);
    await sendRows(
      client,
      'read-models.save_names',
      `INSERT INTO projection.entity_name (name, entity, kind, decided_by, decided_at)
       SELECT name, entity, kind, "decidedBy", "decidedAt"
       FROM json_to_recordset($1::json) AS new (name text, entity text, kind text, "decidedBy" text, "decidedAt" timestamptz)`,
      [...changed.names].flatMap((name) => names.get(name) ?? []),
    );
  }
  await sendRows(
    client,
    'read-models.add_audits',
    `INSERT INTO projection.audit (claim_id, figure_id, outcome, evidence, audited_at, position)
     SELECT "claimId", "figureId", outcome, evidence, "auditedAt", position
     FROM json_to_recordset($1::json) AS new (
       "claimId" uuid, "figureId" uuid, outcome text, evidence text, "auditedAt" timestamptz, position bigint)`,
    changed.audits,
  );
  await sendRows(
    client,
    'read-models.save_reliability',
    `INSERT INTO projection.reliability (source_id, measure_class, epoch, right_count, wrong_count, closed_at)
     SELECT "sourceId", "measureClass", epoch, "rightCount", "wrongCount", "closedAt"
     FROM json_to_recordset($1::json) AS new (
       "sourceId" text, "measureClass" text, epoch int, "rightCount" int, "wrongCount" int, "closedAt" timestamptz)
     ON CONFLICT (source_id, measure_class) DO UPDATE
     SET epoch = excluded.epoch, right_count = excluded.right_count, wrong_count = excluded.wrong_count, closed_at = excluded.closed_at`,
    [...changed.reliability].flatMap((key) => reliability.get(key) ?? []),
  );
}
