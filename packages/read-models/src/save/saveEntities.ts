import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

/** What entities are. */
export async function saveEntities(client: pg.ClientBase, { entities, changed }: FoldState): Promise<void> {
  if (changed.entities.size === 0) return;
  await sendRows(
    client,
    'read-models.save_entities',
    `INSERT INTO projection.entity (entity, kind, parent, identifiers, described_by, described_at)
     SELECT entity, kind, parent, identifiers, "describedBy", "describedAt"
     FROM json_to_recordset($1::json) AS new (
       entity text, kind text, parent text, identifiers jsonb, "describedBy" text, "describedAt" timestamptz)
     ON CONFLICT (entity, generation) DO UPDATE SET
       kind = excluded.kind, parent = excluded.parent, identifiers = excluded.identifiers,
       described_by = excluded.described_by, described_at = excluded.described_at`,
    [...changed.entities].flatMap((entity) => entities.get(entity) ?? []),
  );
}
