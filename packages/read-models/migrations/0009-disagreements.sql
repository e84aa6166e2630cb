-- Both sides of what sources disagree on, and what kind of disagreement it is.
-- Whose word it is: `wire:Meridian Wire` and `speaker:Sam Altman` carry their names, `source:byteside` has one in the table.
CREATE FUNCTION projection.origin_name(origin_id text) RETURNS text
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = ''
RETURN coalesce(
  (SELECT source.name FROM projection.source WHERE origin_id = 'source:' || source.source_id),
  substr(origin_id, strpos(origin_id, ':') + 1));

CREATE VIEW projection.rival AS
SELECT figure.figure_id, rival.value, rival.low, rival.high, rival.sources, rival.reason, rival.quote, winner.sources AS winner_sources,
       winner.quote AS winner_quote, winner.origins AS winner_origins,
       -- Who garbles a winner's word makes no rival of the winner.
       coalesce(nullif(ARRAY(SELECT name FROM unnest(rival.origins) AS name WHERE name <> ALL (coalesce(winner.origins, '{}')) ORDER BY name), '{}'),
                rival.origins) AS origins,
       CASE
         WHEN slip.words IS NOT NULL THEN 'slip'
         WHEN other.definition IS NOT NULL OR loser.kind = 'definition' THEN 'definition'
         WHEN loser.kind = 'garbled_copy' THEN 'garbled_copy'
         WHEN figure.status IN ('forecast', 'planned') OR loser.kind = 'rival_forecast' THEN 'rival_forecasts'
         WHEN figure.status IN ('rumoured', 'talks') THEN 'rival_rumours'
         ELSE 'numbers'
       END AS kind,
       CASE
         WHEN slip.words IS NOT NULL THEN 'Perhaps a slip: ' || slip.words || '.'
         WHEN other.definition IS NOT NULL THEN 'Perhaps another definition: the figure ' || replace(other.definition, '_', ' ') || ' has such a value.'
         WHEN loser.kind = 'definition' THEN 'Perhaps another definition: these sources habitually measure otherwise.'
         WHEN loser.kind = 'garbled_copy' THEN 'It says otherwise than what it copies or quotes.'
         WHEN figure.status IN ('forecast', 'planned') OR loser.kind = 'rival_forecast'
           THEN 'Forecasts of different people: none is wrong before its time has come.'
         WHEN figure.status IN ('rumoured', 'talks') THEN 'Rumours: the outcome will tell.'
         ELSE 'Two numbers for one fact.'
       END AS kind_words
FROM projection.figure
CROSS JOIN LATERAL (
  SELECT array_agg(DISTINCT coalesce(source.name, claim.source_id) ORDER BY coalesce(source.name, claim.source_id)) AS sources,
         array_agg(DISTINCT projection.origin_name(claim.origin_id)) FILTER (WHERE claim.origin_id IS NOT NULL) AS origins,
         (array_agg(claim.quote ORDER BY claim.verdict DESC, claim.published_at, claim.claim_id))[1] AS quote
  FROM projection.claim
  LEFT JOIN projection.source ON source.source_id = claim.source_id
  WHERE claim.figure_id = figure.figure_id AND claim.verdict IN ('winner', 'agrees')
) AS winner
CROSS JOIN LATERAL (
  SELECT (claim.content -> 'amount' ->> 'value')::numeric AS value,
         (claim.content -> 'amount' ->> 'low')::numeric AS low,
         (claim.content -> 'amount' ->> 'high')::numeric AS high,
         array_agg(DISTINCT coalesce(source.name, claim.source_id) ORDER BY coalesce(source.name, claim.source_id)) AS sources,
         array_agg(claim.claim_id) AS claim_ids,
         array_agg(DISTINCT projection.origin_name(claim.origin_id)) FILTER (WHERE claim.origin_id IS NOT NULL) AS origins,
         min(claim.reason) AS reason,
         (array_agg(claim.quote ORDER BY claim.published_at, claim.claim_id))[1] AS quote
  FROM projection.claim
  LEFT JOIN projection.source ON source.source_id = claim.source_id
  WHERE claim.figure_id = figure.figure_id AND claim.verdict = 'loses'
  GROUP BY 1, 2, 3
) AS rival
LEFT JOIN LATERAL (
  SELECT listed.words
  FROM jsonb_to_recordset(figure.why -> 'slips') AS listed ("claimId" uuid, words text)
  WHERE listed."claimId" = ANY (rival.claim_ids)
  ORDER BY listed.words
  LIMIT 1
) AS slip ON true
LEFT JOIN LATERAL (
  SELECT listed.kind
  FROM jsonb_to_recordset(figure.why -> 'losers') AS listed ("claimId" uuid, kind text)
  WHERE listed."claimId" = ANY (rival.claim_ids)
  -- Who says it by himself tells the kind; those who garble it only join him.
  ORDER BY array_position(ARRAY['slip', 'definition', 'rival_forecast', 'other', 'garbled_copy'], listed.kind)
  LIMIT 1
) AS loser ON true
LEFT JOIN LATERAL (
  SELECT coalesce(sibling.definition, 'without further definition') AS definition
  FROM projection.figure AS sibling
  WHERE sibling.subject = figure.subject AND sibling.measure = figure.measure AND sibling.status = figure.status AND sibling.unit = figure.unit
    AND sibling.counterparty IS NOT DISTINCT FROM figure.counterparty AND sibling.period IS NOT DISTINCT FROM figure.period
    AND sibling.noun IS NOT DISTINCT FROM figure.noun AND sibling.definition IS DISTINCT FROM figure.definition
    AND sibling.live AND sibling.value BETWEEN rival.low AND rival.high
  ORDER BY sibling.independent_sources DESC, sibling.figure_id
  LIMIT 1
) AS other ON true
WHERE figure.live AND figure.agreement IN ('disputed', 'agreed_with_outlier');

CREATE OR REPLACE VIEW newsledger.disagreements AS
SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.period, figure.status, figure.unit,
       figure.value, figure.low, figure.high, rival.winner_sources AS sources,
       rival.value AS rival_value, rival.low AS rival_low, rival.high AS rival_high, rival.sources AS rival_sources,
       rival.reason, figure.explanation, figure.last_changed,
       rival.kind, rival.kind_words, rival.winner_quote AS quote, rival.quote AS rival_quote, figure.noun, figure.independent_sources,
       rival.winner_origins AS origins, rival.origins AS rival_origins
FROM projection.figure
JOIN projection.rival ON rival.figure_id = figure.figure_id
WHERE figure.agreement = 'disputed';
COMMENT ON COLUMN newsledger.disagreements.kind IS
  'slip (a usual mistake turns one number into the other), definition (the rival is the value of the same measure under another definition), garbled_copy (it says otherwise than what it copies or quotes), rival_forecasts, rival_rumours, or numbers.';
COMMENT ON COLUMN newsledger.disagreements.kind_words IS 'The kind in a sentence.';
COMMENT ON COLUMN newsledger.disagreements.quote IS 'Words that give the value.';
COMMENT ON COLUMN newsledger.disagreements.rival_quote IS 'Words that give the rival.';
COMMENT ON COLUMN newsledger.disagreements.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.disagreements.independent_sources IS 'Origins on both sides together.';
COMMENT ON COLUMN newsledger.disagreements.origins IS 'Whose word the value is: sources, wires and speakers, each one vote.';
COMMENT ON COLUMN newsledger.disagreements.rival_origins IS 'Whose word the rival is; who garbles a winner''s word makes no rival of the winner.';

CREATE VIEW newsledger.outliers AS
SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period, figure.status,
       figure.unit, figure.value, figure.low, figure.high, rival.winner_sources AS sources, rival.winner_quote AS quote,
       rival.value AS rival_value, rival.low AS rival_low, rival.high AS rival_high, rival.sources AS rival_sources, rival.quote AS rival_quote,
       rival.kind, rival.kind_words, rival.reason, figure.independent_sources, figure.explanation, figure.last_changed,
       rival.winner_origins AS origins, rival.origins AS rival_origins
FROM projection.figure
JOIN projection.rival ON rival.figure_id = figure.figure_id
WHERE figure.agreement = 'agreed_with_outlier';
COMMENT ON VIEW newsledger.outliers IS 'Numbers that are outweighed so far that they open no dispute: slips, old numbers, and the careless.';
COMMENT ON COLUMN newsledger.outliers.figure_id IS 'The figure.';
COMMENT ON COLUMN newsledger.outliers.subject IS 'Subject of the figure.';
COMMENT ON COLUMN newsledger.outliers.counterparty IS 'Counterparty of the figure.';
COMMENT ON COLUMN newsledger.outliers.measure IS 'Measure of the figure.';
COMMENT ON COLUMN newsledger.outliers.definition IS 'Definition of the figure.';
COMMENT ON COLUMN newsledger.outliers.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.outliers.period IS 'Period of the figure.';
COMMENT ON COLUMN newsledger.outliers.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.outliers.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.outliers.value IS 'The reconciled value.';
COMMENT ON COLUMN newsledger.outliers.low IS 'Its lower end.';
COMMENT ON COLUMN newsledger.outliers.high IS 'Its upper end.';
COMMENT ON COLUMN newsledger.outliers.sources IS 'Sources that allow the value.';
COMMENT ON COLUMN newsledger.outliers.quote IS 'Words that give the value.';
COMMENT ON COLUMN newsledger.outliers.rival_value IS 'The outlier.';
COMMENT ON COLUMN newsledger.outliers.rival_low IS 'Its lower end.';
COMMENT ON COLUMN newsledger.outliers.rival_high IS 'Its upper end.';
COMMENT ON COLUMN newsledger.outliers.rival_sources IS 'Sources that say it.';
COMMENT ON COLUMN newsledger.outliers.rival_quote IS 'Words that give it.';
COMMENT ON COLUMN newsledger.outliers.kind IS 'slip, definition, garbled_copy, rival_forecasts, rival_rumours or numbers, as in disagreements.';
COMMENT ON COLUMN newsledger.outliers.kind_words IS 'The kind in a sentence.';
COMMENT ON COLUMN newsledger.outliers.reason IS 'Why it lost.';
COMMENT ON COLUMN newsledger.outliers.independent_sources IS 'Origins on both sides together.';
COMMENT ON COLUMN newsledger.outliers.explanation IS 'The decision in one sentence.';
COMMENT ON COLUMN newsledger.outliers.last_changed IS 'When the figure last changed.';
COMMENT ON COLUMN newsledger.outliers.origins IS 'Whose word the value is.';
COMMENT ON COLUMN newsledger.outliers.rival_origins IS 'Whose word the rival is.';

CREATE OR REPLACE VIEW newsledger.deal_parties AS
SELECT deal.deal_id, party.role, party.entity, party.parent
FROM projection.deal
CROSS JOIN LATERAL jsonb_to_recordset(deal.parties) AS party (role text, entity text, parent text)
WHERE deal.live;
COMMENT ON COLUMN newsledger.deal_parties.parent IS 'The company that the entity belongs to, where that is known: Amazon for Amazon Web Services.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA newsledger FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_reader;
