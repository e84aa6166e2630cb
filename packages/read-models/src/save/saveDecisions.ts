import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

/** What people decided about names and outcomes. */
export async function saveDecisions(client: pg.ClientBase, state: FoldState): Promise<void> {
  const { names, changed } = state;
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
    `INSERT INTO projection.audit (claim_id, figure_id, outcome, evidence, evidence_url, true_value, audited_by, audited_at, position)
     SELECT "claimId", "figureId", outcome, evidence, "evidenceUrl", "trueValue", by, "auditedAt", position
     FROM json_to_recordset($1::json) AS new (
       "claimId" uuid, "figureId" uuid, outcome text, evidence text, "evidenceUrl" text, "trueValue" numeric, by text,
       "auditedAt" timestamptz, position bigint)`,
    changed.audits,
  );
}
