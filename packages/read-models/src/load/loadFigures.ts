import type { FigureKey } from '@newsledger/reconcile';
import type pg from 'pg';
import type { DealState, FigureState, PinRow } from '../fold/rows.ts';

const COLUMNS = `figure_id AS "figureId", projection.iso(first_recorded) AS "firstRecorded", shown, subject, counterparty, measure, definition, noun,
            period, status, unit`;

type LoadedFigure = FigureKey & Omit<FigureState, 'identity'>;

function toFigure({ figureId, firstRecorded, shown, ...identity }: LoadedFigure): FigureState {
  return { figureId, firstRecorded, shown, identity };
}

export async function loadFigures(client: pg.ClientBase, figureIds: readonly string[]): Promise<FigureState[]> {
  const { rows } = await client.query<LoadedFigure>({
    text: `SELECT ${COLUMNS} FROM projection.figure WHERE figure_id = ANY ($1::uuid[])`,
    values: [figureIds],
  });
  return rows.map(toFigure);
}

/** Every figure that ever stood where figures may have to be chosen again, as `neighboursOf` names it. */
export async function loadFiguresAround(client: pg.ClientBase, neighbours: readonly string[]): Promise<FigureState[]> {
  const { rows } = await client.query<LoadedFigure>({
    text: `WITH around AS (SELECT name ->> 0 AS party, name ->> 1 AS measure, name ->> 2 AS unit FROM unnest($1::jsonb[]) AS name)
     SELECT ${COLUMNS} FROM projection.figure JOIN around USING (measure, unit) WHERE subject = party
     UNION
     SELECT ${COLUMNS} FROM projection.figure JOIN around USING (measure, unit) WHERE counterparty = party`,
    values: [neighbours],
  });
  return rows.map(toFigure);
}

/** All that people have pinned: few, and any may stand where figures are chosen. */
export async function loadPins(client: pg.ClientBase): Promise<PinRow[]> {
  const { rows } = await client.query<PinRow>(
    `SELECT figure_id AS "figureId", value, unit, pinned_by AS by, reason, projection.iso(pinned_at) AS "pinnedAt" FROM projection.pin`,
  );
  return rows;
}

export async function loadDeals(client: pg.ClientBase, buckets: readonly string[]): Promise<DealState[]> {
  const { rows } = await client.query<DealState>({
    text: `SELECT deal_id AS "dealId", bucket, live, projection.iso(first_recorded) AS "firstRecorded", shown
     FROM projection.deal
     WHERE bucket = ANY ($1::text[])`,
    values: [buckets],
  });
  return rows;
}
