import type pg from 'pg';
import type { DealState, FigureIdentity, FigureState, PinRow } from '../fold/rows.ts';

export async function loadFigures(client: pg.ClientBase, figureIds: readonly string[]): Promise<FigureState[]> {
  const { rows } = await client.query<FigureIdentity & Omit<FigureState, 'identity'>>({
    text: `SELECT figure_id AS "figureId", projection.iso(first_recorded) AS "firstRecorded", shown, subject, counterparty, measure, definition,
            noun, period, status, unit
     FROM projection.figure
     WHERE figure_id = ANY ($1::uuid[])`,
    values: [figureIds],
  });
  return rows.map(({ figureId, firstRecorded, shown, ...identity }) => ({ figureId, firstRecorded, shown, identity }));
}

export async function loadPins(client: pg.ClientBase, figureIds: readonly string[]): Promise<PinRow[]> {
  const { rows } = await client.query<PinRow>({
    text: `SELECT figure_id AS "figureId", value, unit, pinned_by AS by, reason, projection.iso(pinned_at) AS "pinnedAt"
     FROM projection.pin
     WHERE figure_id = ANY ($1::uuid[])`,
    values: [figureIds],
  });
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
