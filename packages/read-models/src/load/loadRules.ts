import { PLACED_FROM } from '@newsledger/reconcile';
import type pg from 'pg';

/** By which rules the tables were made. */
export interface Rules {
  readonly rules: string;
  /** Certainty from which claims count, 0 to 1. */
  readonly placedFrom: number;
  /** What a setting asked for; null leaves the threshold to the rules. */
  readonly askedFor: number | null;
}

/** Null before the tables were first made. */
export async function loadRules(client: pg.ClientBase): Promise<Rules | null> {
  const { rows } = await client.query<Rules>(
    `SELECT rules, coalesce(placed_from::float8, $1) AS "placedFrom", asked_for::float8 AS "askedFor" FROM projection.made_by`,
    [PLACED_FROM],
  );
  return rows[0] ?? null;
}
