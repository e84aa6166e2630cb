import type pg from 'pg';

/**
 * Finds again which figures of one subject can't all be right, after some of them have changed, and keeps it. It follows from the figures
 * alone, so however often and in whatever order it is found, it is the same.
 * @param figureIds those that changed, and that are saved.
 */
export async function saveTensions(client: pg.ClientBase, figureIds: Iterable<string>): Promise<void> {
  const changed = [...figureIds];
  if (changed.length === 0) return;
  const values = [changed];
  await client.query({ name: 'read-models.forget_tensions', text: FORGET, values });
  await client.query({ name: 'read-models.find_tensions', text: FIND_OF_CHANGED, values });
}

/** The same for all figures at once, into a table without rows. */
export async function findAllTensions(client: pg.ClientBase): Promise<void> {
  await client.query(`${KEEP} ${tensionsAmong('true')}`);
}

/**
 * The pairs as the figures tell them, the whole or the better witnessed first; a figure that is impossible by itself is its own rival.
 * Money in two currencies that is the same at the rate of its day is among them: `projection.subject_tension` leaves it out.
 * @param which a condition on `figure` and `rival`.
 */
function tensionsAmong(which: string): string {
  return `
    -- What adds up over a time and is never negative: a quarter is no more than its year. A rate doesn't add up, and a quarter's profit may
    -- exceed a year with losses.
    SELECT figure.figure_id, rival.figure_id AS rival_figure_id, figure.subject, 'tension' AS kind,
           'A part exceeds its whole: ' || rival.period || ' lies within ' || figure.period || '.' AS words
      FROM projection.figure AS figure
      JOIN projection.figure AS rival
        ON ${COMPARABLE} AND rival.unit = figure.unit AND coalesce(rival.counterparty, '') = coalesce(figure.counterparty, '')
           AND rival.definition IS NOT DISTINCT FROM figure.definition
           AND projection.status_group(rival.status) = projection.status_group(figure.status)
           AND rival.period_from >= figure.period_from AND rival.period_to <= figure.period_to
           AND rival.period_to - rival.period_from < figure.period_to - figure.period_from
     WHERE figure.live AND rival.live AND figure.status <> 'denied' AND rival.low > figure.high
       AND figure.measure IN ('revenue', 'cost', 'capital_expenditure', 'investment', 'funding_raised', 'units_sold', 'energy')
       AND coalesce(figure.definition, '') NOT IN ('annual_rate', 'cumulative')
       AND ${which}
    UNION ALL
    -- A total includes all that came before it, to whomever it went.
    SELECT figure.figure_id, rival.figure_id, figure.subject, 'tension',
           'A part exceeds its whole: the total of all so far includes this amount' || coalesce(' (' || rival.counterparty || ')', '') || '.'
      FROM projection.figure AS figure
      JOIN projection.figure AS rival
        ON ${COMPARABLE} AND rival.unit = figure.unit AND (figure.counterparty IS NULL OR rival.counterparty = figure.counterparty)
           AND projection.status_group(rival.status) = projection.status_group(figure.status)
           AND coalesce(rival.period_to, (rival.first_reported AT TIME ZONE 'UTC')::date)
               <= coalesce(figure.period_to, (figure.first_reported AT TIME ZONE 'UTC')::date)
     WHERE figure.live AND rival.live AND figure.status <> 'denied' AND figure.definition = 'cumulative'
       AND (rival.definition IS NULL OR rival.definition = 'additional') AND rival.low > figure.high
       AND figure.measure IN ('investment', 'funding_raised', 'spending_commitment')
       AND ${which}
    UNION ALL
    -- Nobody holds more than all of it.
    SELECT figure.figure_id, figure.figure_id, figure.subject, 'tension', 'A part exceeds its whole: no share is greater than 100 %.'
      FROM projection.figure AS figure
     CROSS JOIN LATERAL (SELECT figure.figure_id) AS rival
     WHERE figure.live AND figure.status <> 'denied' AND figure.measure IN ('stake', 'market_share') AND figure.unit = '%'
       AND figure.low > 100
       AND ${which}
    UNION ALL
    -- Prices are often the same digits in every country; other amounts are not. The better witnessed, then the older stands first.
    SELECT figure.figure_id, rival.figure_id, figure.subject, 'slip',
           'Perhaps a slip: the same digits in another currency, ' || rival.unit || ' for ' || figure.unit || '.'
      FROM projection.figure AS figure
      JOIN projection.measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
      JOIN projection.figure AS rival
        ON ${COMPARABLE} AND rival.status = figure.status AND rival.value = figure.value
           AND coalesce(rival.counterparty, '') = coalesce(figure.counterparty, '')
           AND rival.definition IS NOT DISTINCT FROM figure.definition AND rival.period IS NOT DISTINCT FROM figure.period
     WHERE figure.live AND rival.live AND figure.measure <> 'price' AND figure.value <> 0
       AND figure.unit ~ '^[A-Z]{3}$' AND rival.unit ~ '^[A-Z]{3}$' AND figure.unit <> rival.unit
       AND (-figure.independent_sources, coalesce(figure.first_reported, 'infinity'), figure.figure_id)
           < (-rival.independent_sources, coalesce(rival.first_reported, 'infinity'), rival.figure_id)
       AND ${which}`;
}

/** No party and no noun is an empty string. */
const COMPARABLE = `rival.subject = figure.subject AND rival.measure = figure.measure AND coalesce(rival.noun, '') = coalesce(figure.noun, '')`;

const FORGET = `DELETE FROM projection.found_tension
                 WHERE figure_id = ANY ($1::uuid[]) OR nullif(rival_figure_id, figure_id) = ANY ($1::uuid[])`;

const KEEP = 'INSERT INTO projection.found_tension (figure_id, rival_figure_id, subject, kind, words)';

/** Each side by its key; one condition for both would read all figures. */
const FIND_OF_CHANGED = `${KEEP}
  SELECT * FROM (${tensionsAmong('figure.figure_id = ANY ($1::uuid[])')}) AS changed
   UNION
  SELECT * FROM (${tensionsAmong('rival.figure_id = ANY ($1::uuid[])')}) AS changed_rival`;
