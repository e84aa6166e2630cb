import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

export async function saveSources(client: pg.ClientBase, { sources, changed }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.save_sources',
    `INSERT INTO projection.source (source_id, name, url, kind, primary_for, every_seconds, declared_by, moved_from, retired_at, removed_at, degraded_since,
                                    degraded_reason, degraded_status, registered_at, changed_at)
     SELECT "sourceId", name, url, kind, "primaryFor", "everySeconds", "declaredBy", "movedFrom", "retiredAt", "removedAt", "degradedSince",
            "degradedReason", "degradedStatus", "registeredAt", "changedAt"
     FROM json_to_recordset($1::json) AS new (
       "sourceId" text, name text, url text, kind text, "primaryFor" text[], "everySeconds" int, "declaredBy" text, "movedFrom" text,
       "retiredAt" timestamptz, "removedAt" timestamptz,
       "degradedSince" timestamptz, "degradedReason" text, "degradedStatus" int, "registeredAt" timestamptz, "changedAt" timestamptz)
     ON CONFLICT (source_id, generation) DO UPDATE
     SET name = excluded.name, url = excluded.url, kind = excluded.kind, primary_for = excluded.primary_for,
         every_seconds = excluded.every_seconds, declared_by = excluded.declared_by,
         moved_from = excluded.moved_from, retired_at = excluded.retired_at, removed_at = excluded.removed_at, degraded_since = excluded.degraded_since,
         degraded_reason = excluded.degraded_reason, degraded_status = excluded.degraded_status, changed_at = excluded.changed_at`,
    [...changed.sources].flatMap((sourceId) => sources.get(sourceId) ?? []),
  );
}
