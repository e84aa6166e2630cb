import type pg from 'pg';
import type { EntityRow } from '../fold/rows.ts';

/** Descriptions of the named entities. */
export async function loadEntities(client: pg.ClientBase, names: readonly string[]): Promise<EntityRow[]> {
  const { rows } = await client.query<EntityRow>(
    `SELECT entity, kind, parent, identifiers, described_by AS "describedBy", projection.iso(described_at) AS "describedAt"
       FROM projection.entity
      WHERE entity = ANY ($1::text[])`,
    [names],
  );
  return rows;
}
