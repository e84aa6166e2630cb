import type pg from 'pg';
import { findFigure } from '../commands/findFigure.ts';
import { UsageError } from '../usageError.ts';
import type { AuditRow } from './auditRow.ts';
import type { CheckedClaim } from './judgeClaims.ts';

/**
 * The claims that a line of an audit is about: one claim, or all that count for a figure.
 * @throws {UsageError} when there is none, the words fit several figures, or the unit is another.
 */
export async function findChecked(pool: pg.Pool, row: AuditRow): Promise<CheckedClaim[]> {
  const figureId = row.figure === undefined ? null : await figureIdOf(pool, row.figure);
  const { rows } = await pool.query<CheckedClaim & { unit: string }>(
    `SELECT claim_id, figure_id, verdict, unit, ($3::numeric >= coalesce(low, '-infinity') AND $3::numeric <= coalesce(high, 'infinity')) AS allows
       FROM newsledger.claims
      WHERE figure_id IS NOT NULL
        AND (claim_id = $1 OR (figure_id = $2 AND verdict IN ('winner', 'agrees', 'loses')))
      ORDER BY claim_id`,
    [row.claim ?? null, figureId, row.true_value ?? null],
  );
  const [first] = rows;
  if (first === undefined) throw new UsageError(row.claim === undefined ? 'no claim counts for that figure' : 'no figure has that claim');
  if (row.unit !== undefined && row.unit !== first.unit) throw new UsageError(`the figure is in ${first.unit}, not in ${row.unit}`);
  return rows;
}

async function figureIdOf(pool: pg.Pool, named: string): Promise<string> {
  const { figure, others } = await findFigure(pool, named.split(/\s+/));
  if (others.length > 0)
    throw new UsageError(`"${named}" fits ${others.length + 1} figures or more; write its id, which "newsledger figures ${named}" shows`);
  return figure.figure_id;
}
