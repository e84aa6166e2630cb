import type pg from 'pg';
import type { Rules } from '../load/loadRules.ts';

export async function saveRules(client: pg.ClientBase, { rules, placedFrom, askedFor }: Rules): Promise<void> {
  await client.query(
    `INSERT INTO projection.made_by (rules, placed_from, asked_for)
     VALUES ($1, $2, $3)
     ON CONFLICT (only_row, generation) DO UPDATE
     SET rules = excluded.rules, placed_from = excluded.placed_from, asked_for = excluded.asked_for`,
    [rules, placedFrom, askedFor],
  );
}
