import type pg from 'pg';
import type { NameRow } from '../fold/rows.ts';

/** All names that mean another entity. */
export async function loadNames(client: pg.ClientBase): Promise<NameRow[]> {
  const { rows } = await client.query<NameRow>({
    text: `
    SELECT name, entity, kind, decided_by AS "decidedBy", projection.iso(decided_at) AS "decidedAt"
    FROM projection.entity_name`,
  });
  return rows;
}
