import type pg from 'pg';
import type { SourceRow } from '../fold/rows.ts';

/** All sources: there are hundreds, not millions. */
export async function loadSources(client: pg.ClientBase): Promise<SourceRow[]> {
  const { rows } = await client.query<SourceRow>({
    text: `
    SELECT source_id AS "sourceId", name, url, kind, primary_for AS "primaryFor", every_seconds AS "everySeconds", declared_by AS "declaredBy",
           moved_from AS "movedFrom", projection.iso(retired_at) AS "retiredAt", projection.iso(removed_at) AS "removedAt", projection.iso(degraded_since) AS "degradedSince",
           degraded_reason AS "degradedReason", degraded_status AS "degradedStatus",
           projection.iso(registered_at) AS "registeredAt", projection.iso(changed_at) AS "changedAt"
    FROM projection.source`,
  });
  return rows;
}
