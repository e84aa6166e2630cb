-- Figures of different keys that can't all be right: nothing is decided by them, both sides stand and are shown.

-- Who says a figure's value, and in which words.
CREATE FUNCTION projection.witnesses_of(figure_id uuid)
RETURNS TABLE (sources text[], origins text[], quote text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT array_agg(DISTINCT coalesce(source.name, claim.source_id) ORDER BY coalesce(source.name, claim.source_id)),
         array_agg(DISTINCT projection.origin_name(claim.origin_id)) FILTER (WHERE claim.origin_id IS NOT NULL),
         (array_agg(claim.quote ORDER BY claim.verdict DESC, claim.published_at, claim.claim_id))[1]
  FROM projection.claim
  LEFT JOIN projection.source ON source.source_id = claim.source_id
  WHERE claim.figure_id = witnesses_of.figure_id AND claim.verdict IN ('winner', 'agrees');
END;

-- What has happened contradicts what has happened; plans contradict plans, and rumours rumours.
CREATE FUNCTION projection.status_group(status text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'historic' THEN 'actual' ELSE status END;

-- Between figures of one subject, so that those of a figure are found by its index.
CREATE VIEW projection.subject_tension AS
-- What adds up over a time and is never negative: a quarter is no more than its year. A rate doesn't add up, and a quarter's profit may
-- exceed a year with losses.
SELECT whole.subject, whole.figure_id, part.figure_id AS rival_figure_id, 'tension' AS kind,
       'A part exceeds its whole: ' || part.period || ' lies within ' || whole.period || '.' AS words
FROM projection.figure AS whole
JOIN projection.figure AS part
  ON part.subject = whole.subject AND part.measure = whole.measure AND part.unit = whole.unit
  AND part.counterparty IS NOT DISTINCT FROM whole.counterparty AND part.definition IS NOT DISTINCT FROM whole.definition
  AND part.noun IS NOT DISTINCT FROM whole.noun AND projection.status_group(part.status) = projection.status_group(whole.status)
  AND part.period_from >= whole.period_from AND part.period_to <= whole.period_to
  AND part.period_to - part.period_from < whole.period_to - whole.period_from
WHERE whole.live AND part.live AND whole.status <> 'denied' AND part.low > whole.high
  AND whole.measure IN ('revenue', 'cost', 'capital_expenditure', 'investment', 'funding_raised', 'units_sold', 'energy')
  AND coalesce(whole.definition, '') NOT IN ('annual_rate', 'cumulative')
UNION ALL
-- A total includes all that came before it, to whomever it went.
SELECT whole.subject, whole.figure_id, part.figure_id, 'tension',
       'A part exceeds its whole: the total of all so far includes this amount' || coalesce(' (' || part.counterparty || ')', '') || '.'
FROM projection.figure AS whole
JOIN projection.figure AS part
  ON part.subject = whole.subject AND part.measure = whole.measure AND part.unit = whole.unit
  AND (whole.counterparty IS NULL OR part.counterparty = whole.counterparty)
  AND part.noun IS NOT DISTINCT FROM whole.noun AND projection.status_group(part.status) = projection.status_group(whole.status)
  AND coalesce(part.period_to, (part.first_reported AT TIME ZONE 'UTC')::date)
      <= coalesce(whole.period_to, (whole.first_reported AT TIME ZONE 'UTC')::date)
WHERE whole.live AND part.live AND whole.status <> 'denied' AND whole.definition = 'cumulative'
  AND (part.definition IS NULL OR part.definition = 'additional') AND part.low > whole.high
  AND whole.measure IN ('investment', 'funding_raised', 'spending_commitment')
UNION ALL
-- Nobody holds more than all of it.
SELECT share.subject, share.figure_id, NULL, 'tension', 'A part exceeds its whole: no share is greater than 100 %.'
FROM projection.figure AS share
WHERE share.live AND share.status <> 'denied' AND share.measure IN ('stake', 'market_share') AND share.unit = '%' AND share.low > 100
UNION ALL
-- Prices are often the same digits in every country; other amounts are not.
SELECT figure.subject, figure.figure_id, other.figure_id, 'slip',
       'Perhaps a slip: the same digits in another currency, ' || other.unit || ' for ' || figure.unit || '.'
FROM projection.figure
JOIN projection.measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
JOIN projection.figure AS other
  ON other.subject = figure.subject AND other.measure = figure.measure AND other.status = figure.status AND other.value = figure.value
  AND other.counterparty IS NOT DISTINCT FROM figure.counterparty AND other.definition IS NOT DISTINCT FROM figure.definition
  AND other.noun IS NOT DISTINCT FROM figure.noun AND other.period IS NOT DISTINCT FROM figure.period
WHERE figure.live AND other.live AND figure.measure <> 'price' AND figure.value <> 0
  AND figure.unit ~ '^[A-Z]{3}$' AND other.unit ~ '^[A-Z]{3}$' AND figure.unit <> other.unit
  -- The better witnessed, then the older stands first.
  AND (-figure.independent_sources, coalesce(figure.first_reported, 'infinity'), figure.figure_id)
      < (-other.independent_sources, coalesce(other.first_reported, 'infinity'), other.figure_id)
  AND NOT EXISTS (
    SELECT FROM newsledger.currency_matches AS compared
    WHERE compared.agrees AND compared.figure_id IN (figure.figure_id, other.figure_id)
      AND compared.other_figure_id IN (figure.figure_id, other.figure_id)
  );

CREATE VIEW projection.share_tension AS
-- All holders together hold no more than all of it; shown at the two greatest.
SELECT shares.ids[1] AS figure_id, shares.ids[2] AS rival_figure_id, 'tension' AS kind,
       'Parts exceed their whole: shares of ' || shares.counterparty || ' by ' || cardinality(shares.ids) || ' holders add up to at least '
         || trim_scale(round(shares.least, 1)) || ' %.' AS words
FROM (
  SELECT share.counterparty, array_agg(share.figure_id ORDER BY share.low DESC, share.figure_id) AS ids, sum(share.low) AS least
  FROM projection.figure AS share
  WHERE share.live AND share.measure IN ('stake', 'market_share') AND share.unit = '%' AND share.counterparty IS NOT NULL
    AND share.definition IS NULL AND share.status <> 'denied' AND share.low BETWEEN 0 AND 100
  GROUP BY share.counterparty, share.measure, share.period, projection.status_group(share.status)
  -- One holder's share before and after is no sum.
  HAVING count(*) > 1 AND count(*) = count(DISTINCT share.subject) AND sum(share.low) > 100
) AS shares;

CREATE VIEW projection.tension AS
SELECT figure_id, rival_figure_id, kind, words FROM projection.subject_tension
UNION ALL
SELECT figure_id, rival_figure_id, kind, words FROM projection.share_tension;

CREATE VIEW newsledger.tensions AS
SELECT tension.figure_id, tension.rival_figure_id, tension.kind, tension.words,
       figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period, figure.status, figure.unit, figure.value,
       rival.subject AS rival_subject, rival.period AS rival_period, rival.unit AS rival_unit, rival.value AS rival_value
FROM projection.tension
JOIN projection.figure ON figure.figure_id = tension.figure_id
LEFT JOIN projection.figure AS rival ON rival.figure_id = tension.rival_figure_id;
COMMENT ON VIEW newsledger.tensions IS
  'Figures about different things that still can not all be right: a quarter above its year, a total below one of its parts, shares above 100 %, the same digits in two currencies. They change no value; disagreements shows them with both sides.';
COMMENT ON COLUMN newsledger.tensions.figure_id IS 'The figure: the whole, or the better witnessed of two.';
COMMENT ON COLUMN newsledger.tensions.rival_figure_id IS 'The figure that does not fit it; null where the amount is impossible by itself.';
COMMENT ON COLUMN newsledger.tensions.kind IS 'tension (a part exceeds its whole) or slip (the same digits in another currency).';
COMMENT ON COLUMN newsledger.tensions.words IS 'What does not fit, in a sentence.';
COMMENT ON COLUMN newsledger.tensions.subject IS 'Subject of the figure.';
COMMENT ON COLUMN newsledger.tensions.counterparty IS 'Counterparty of the figure.';
COMMENT ON COLUMN newsledger.tensions.measure IS 'Measure of both.';
COMMENT ON COLUMN newsledger.tensions.definition IS 'Definition of the figure.';
COMMENT ON COLUMN newsledger.tensions.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.tensions.period IS 'Period of the figure.';
COMMENT ON COLUMN newsledger.tensions.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.tensions.unit IS 'Unit of the figure.';
COMMENT ON COLUMN newsledger.tensions.value IS 'The reconciled value of the figure.';
COMMENT ON COLUMN newsledger.tensions.rival_subject IS 'Subject of the other figure.';
COMMENT ON COLUMN newsledger.tensions.rival_period IS 'Period of the other figure.';
COMMENT ON COLUMN newsledger.tensions.rival_unit IS 'Unit of the other figure.';
COMMENT ON COLUMN newsledger.tensions.rival_value IS 'The reconciled value of the other figure.';

CREATE OR REPLACE VIEW newsledger.disagreements AS
SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.period, figure.status, figure.unit,
       figure.value, figure.low, figure.high, rival.winner_sources AS sources,
       rival.value AS rival_value, rival.low AS rival_low, rival.high AS rival_high, rival.sources AS rival_sources,
       rival.reason, figure.explanation, figure.last_changed,
       rival.kind, rival.kind_words, rival.winner_quote AS quote, rival.quote AS rival_quote, figure.noun, figure.independent_sources,
       rival.winner_origins AS origins, rival.origins AS rival_origins,
       figure.unit AS rival_unit, figure.figure_id AS rival_figure_id
FROM projection.figure
JOIN projection.rival ON rival.figure_id = figure.figure_id
WHERE figure.agreement = 'disputed'
UNION ALL
SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.period, figure.status, figure.unit,
       figure.value, figure.low, figure.high, mine.sources,
       coalesce(rival.value, CASE WHEN rival.figure_id IS NULL THEN 100 END), rival.low,
       coalesce(rival.high, CASE WHEN rival.figure_id IS NULL THEN 100 END), coalesce(theirs.sources, '{}'),
       tension.words, figure.explanation, figure.last_changed,
       tension.kind, tension.words, mine.quote, coalesce(theirs.quote, 'all of it'), figure.noun,
       figure.independent_sources + coalesce(rival.independent_sources, 0),
       mine.origins, theirs.origins, coalesce(rival.unit, figure.unit), rival.figure_id
FROM projection.tension
JOIN projection.figure ON figure.figure_id = tension.figure_id
LEFT JOIN projection.figure AS rival ON rival.figure_id = tension.rival_figure_id
CROSS JOIN LATERAL projection.witnesses_of(figure.figure_id) AS mine
LEFT JOIN LATERAL projection.witnesses_of(rival.figure_id) AS theirs ON rival.figure_id IS NOT NULL;
COMMENT ON VIEW newsledger.disagreements IS
  'The open disputes, one row per rival amount, with both sides; and tensions, figures about different things that can not all be right.';
COMMENT ON COLUMN newsledger.disagreements.kind IS
  'slip (a usual mistake turns one number into the other, or it is the same in another currency), tension (a part exceeds its whole), definition (the rival is the value of the same measure under another definition), garbled_copy (it says otherwise than what it copies or quotes), rival_forecasts, rival_rumours, or numbers.';
COMMENT ON COLUMN newsledger.disagreements.rival_unit IS 'Unit of the rival amount: another currency where only that differs.';
COMMENT ON COLUMN newsledger.disagreements.rival_figure_id IS 'The figure that the rival amount is of: another one where two figures do not fit each other, null for a whole of 100 %.';

-- What else does not fit a figure, after the sentence that explains it.
CREATE FUNCTION newsledger.tension_words(figure_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT string_agg(DISTINCT tension.words, ' ' ORDER BY tension.words)
  FROM (
    SELECT figure_id, rival_figure_id, words
    FROM projection.subject_tension
    WHERE subject = (SELECT figure.subject FROM projection.figure WHERE figure.figure_id = tension_words.figure_id)
    UNION ALL
    SELECT figure_id, rival_figure_id, words FROM projection.share_tension
  ) AS tension
  WHERE tension_words.figure_id IN (tension.figure_id, tension.rival_figure_id);
END;
COMMENT ON FUNCTION newsledger.tension_words(uuid) IS
  'What speaks against a figure though it is about something else, in words: a part that exceeds it, the same digits in another currency; null when nothing does.';

CREATE OR REPLACE FUNCTION newsledger.why(figure_id uuid)
RETURNS TABLE (
  verdict text, source text, value numeric, low numeric, high numeric, unit text, hedge text, speaker text, published_at timestamptz,
  is_primary boolean, origin_id text, reason text, quote text, sentence text, article_title text, article_url text, claim_id uuid, explanation text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT claims.verdict, claims.source, claims.value, claims.low, claims.high, claims.unit, claims.hedge, claims.speaker,
         claims.published_at, claims.is_primary, claims.origin_id, claims.reason, claims.quote, claims.sentence,
         claims.article_title, claims.article_url, claims.claim_id, concat_ws(' ', figures.explanation, tension.words)
  FROM newsledger.claims
  LEFT JOIN newsledger.figures ON figures.figure_id = claims.figure_id
  CROSS JOIN (SELECT newsledger.tension_words(why.figure_id) AS words) AS tension
  WHERE claims.figure_id = why.figure_id
  ORDER BY array_position(ARRAY['winner', 'agrees', 'loses', 'superseded', 'withdrawn'], claims.verdict),
           claims.published_at, claims.claim_id;
END;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA newsledger FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_reader;
