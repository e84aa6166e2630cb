import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

const COLUMNS = `"figureId" uuid, subject text, counterparty text, measure text, definition text, noun text, period text, "periodFrom" date,
       "periodTo" date, status text, unit text, live boolean, value numeric, low numeric, high numeric, agreement text, confidence numeric,
       "claimCount" int, "independentSources" int, "firstReported" timestamptz, "firstRecorded" timestamptz, "lastChanged" timestamptz,
       explanation text, why jsonb, pinned boolean, shown text`;

export const CAUSE_COLUMNS = `position bigint, "eventId" uuid, "eventType" text, "changedAt" timestamptz, cause text, "articleId" uuid`;

export async function saveFigures(client: pg.ClientBase, { changed, pins }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.save_figures',
    `INSERT INTO projection.figure (figure_id, subject, counterparty, measure, definition, noun, period, period_from, period_to, status, unit,
                                    live, value, low, high, agreement, confidence, claim_count, independent_sources, first_reported,
                                    first_recorded, last_changed, explanation, why, pinned, shown)
     SELECT "figureId", subject, counterparty, measure, definition, noun, period, "periodFrom", "periodTo", status, unit,
            live, value, low, high, agreement, confidence, "claimCount", "independentSources", "firstReported",
            "firstRecorded", "lastChanged", explanation, why, pinned, shown
     FROM json_to_recordset($1::json) AS new (${COLUMNS})
     ON CONFLICT (figure_id, generation) DO UPDATE
     SET period_from = excluded.period_from, period_to = excluded.period_to, live = excluded.live, value = excluded.value,
         low = excluded.low, high = excluded.high, agreement = excluded.agreement, confidence = excluded.confidence,
         claim_count = excluded.claim_count, independent_sources = excluded.independent_sources,
         first_reported = excluded.first_reported, last_changed = excluded.last_changed, explanation = excluded.explanation,
         why = excluded.why, pinned = excluded.pinned, shown = excluded.shown`,
    [...changed.figures.values()],
  );
  await sendRows(
    client,
    'read-models.add_figure_history',
    `INSERT INTO projection.figure_history (figure_id, position, event_id, event_type, changed_at, live, period_from, period_to, value, low,
                                            high, agreement, confidence, claim_count, independent_sources, first_reported, explanation, why,
                                            pinned, cause, article_id)
     SELECT "figureId", position, "eventId", "eventType", "changedAt", live, "periodFrom", "periodTo", value, low,
            high, agreement, confidence, "claimCount", "independentSources", "firstReported", explanation, why,
            pinned, cause, "articleId"
     FROM json_to_recordset($1::json) AS new (${COLUMNS}, ${CAUSE_COLUMNS})`,
    lastOfEach(changed.figureHistory, ({ figureId, position }) => `${figureId}/${position}`),
  );
  await client.query('DELETE FROM projection.pin WHERE figure_id = ANY ($1::uuid[])', [[...changed.pins]]);
  await sendRows(
    client,
    'read-models.save_pins',
    `INSERT INTO projection.pin (figure_id, value, unit, pinned_by, reason, pinned_at)
     SELECT "figureId", value, unit, by, reason, "pinnedAt"
     FROM json_to_recordset($1::json) AS new ("figureId" uuid, value numeric, unit text, by text, reason text, "pinnedAt" timestamptz)`,
    [...changed.pins].flatMap((figureId) => pins.get(figureId) ?? []),
  );
}

/** An event that moves claims about can change a row twice; its last word is what was shown. */
export function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
