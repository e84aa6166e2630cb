import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { CAUSE_COLUMNS, lastOfEach } from './saveFigures.ts';
import { sendRows } from './sendRows.ts';

const COLUMNS = `"dealId" uuid, bucket text, live boolean, type text, title text, parties jsonb, value numeric, low numeric, high numeric, unit text,
       "valueDefinition" text, "termYears" numeric, status text, "announcedOn" date, agreement text, "claimCount" int,
       "independentSources" int, stages jsonb, "firstReported" timestamptz, "firstRecorded" timestamptz, "lastChanged" timestamptz,
       explanation text, shown text`;

export async function saveDeals(client: pg.ClientBase, { changed }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.save_deals',
    `INSERT INTO projection.deal (deal_id, bucket, live, type, title, parties, value, low, high, unit, value_definition, term_years, status,
                                  announced_on, agreement, claim_count, independent_sources, stages, first_reported, first_recorded,
                                  last_changed, explanation, shown)
     SELECT "dealId", bucket, live, type, title, parties, value, low, high, unit, "valueDefinition", "termYears", status,
            "announcedOn", agreement, "claimCount", "independentSources", stages, "firstReported", "firstRecorded",
            "lastChanged", explanation, shown
     FROM json_to_recordset($1::json) AS new (${COLUMNS})
     ON CONFLICT (deal_id, generation) DO UPDATE
     SET bucket = excluded.bucket, live = excluded.live, type = excluded.type, title = excluded.title, parties = excluded.parties,
         value = excluded.value, low = excluded.low, high = excluded.high, unit = excluded.unit,
         value_definition = excluded.value_definition, term_years = excluded.term_years, status = excluded.status,
         announced_on = excluded.announced_on, agreement = excluded.agreement, claim_count = excluded.claim_count,
         independent_sources = excluded.independent_sources, stages = excluded.stages, first_reported = excluded.first_reported,
         last_changed = excluded.last_changed, explanation = excluded.explanation, shown = excluded.shown`,
    [...changed.deals.values()],
  );
  await sendRows(
    client,
    'read-models.add_deal_history',
    `INSERT INTO projection.deal_history (deal_id, position, event_id, event_type, changed_at, live, type, title, parties, value, low, high,
                                          unit, value_definition, term_years, status, announced_on, agreement, claim_count,
                                          independent_sources, first_reported, explanation, cause, article_id)
     SELECT "dealId", position, "eventId", "eventType", "changedAt", live, type, title, parties, value, low, high,
            unit, "valueDefinition", "termYears", status, "announcedOn", agreement, "claimCount",
            "independentSources", "firstReported", explanation, cause, "articleId"
     FROM json_to_recordset($1::json) AS new (${COLUMNS}, ${CAUSE_COLUMNS})`,
    lastOfEach(changed.dealHistory, ({ dealId, position }) => `${dealId}/${position}`),
  );
}
