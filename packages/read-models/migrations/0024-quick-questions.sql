-- Questions find their rows by an index, and lists come in the order of one: none reads a big table whole.

-- The order that figures are listed in, of all, of one measure, of one agreement; and of what changed last.
CREATE INDEX figure_listed ON generations.figure (independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id)
  WHERE live;
CREATE INDEX figure_listed_by_measure
  ON generations.figure (measure, independent_sources DESC, claim_count DESC, subject, period NULLS FIRST, figure_id) WHERE live;
CREATE INDEX figure_listed_by_agreement
  ON generations.figure (agreement, independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id) WHERE live;
CREATE INDEX figure_changed ON generations.figure (last_changed DESC, figure_id) WHERE live;
DO $$
BEGIN
  EXECUTE format('DROP INDEX generation_%s.figure_agreement', projection.current_generation());
END
$$;
CREATE INDEX figure_timeline ON generations.figure (lower(subject), measure) WHERE live;
CREATE INDEX deal_listed ON generations.deal (independent_sources DESC, claim_count DESC, announced_on DESC NULLS LAST, deal_id) WHERE live;
CREATE INDEX claim_of_deal_claim ON generations.claim (deal_claim_id) WHERE deal_claim_id IS NOT NULL;

-- What was known of a figure at a moment is found in its key: the last position whose time had come.
ALTER TABLE generations.figure_history DROP CONSTRAINT figure_history_pkey;
ALTER TABLE generations.figure_history ADD PRIMARY KEY (figure_id, position, generation) INCLUDE (changed_at);
ALTER TABLE generations.deal_history DROP CONSTRAINT deal_history_pkey;
ALTER TABLE generations.deal_history ADD PRIMARY KEY (deal_id, position, generation) INCLUDE (changed_at);

CREATE VIEW newsledger.figure_keys AS
SELECT figure_id, subject, counterparty, measure, definition, noun, period, status, unit, first_recorded, live FROM projection.figure;
COMMENT ON VIEW newsledger.figure_keys IS 'What each figure is about, of all that ever had a row: those that the view figures shows now, and those that left it.';
COMMENT ON COLUMN newsledger.figure_keys.figure_id IS 'Stable id, made of the figure key.';
COMMENT ON COLUMN newsledger.figure_keys.subject IS 'Canonical name of who or what is measured.';
COMMENT ON COLUMN newsledger.figure_keys.counterparty IS 'The other party.';
COMMENT ON COLUMN newsledger.figure_keys.measure IS 'What is measured.';
COMMENT ON COLUMN newsledger.figure_keys.definition IS 'Which definition of the measure.';
COMMENT ON COLUMN newsledger.figure_keys.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.figure_keys.period IS 'When the figure holds.';
COMMENT ON COLUMN newsledger.figure_keys.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.figure_keys.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.figure_keys.first_recorded IS 'When this database first knew the figure (recorded time).';
COMMENT ON COLUMN newsledger.figure_keys.live IS 'Whether the view figures shows it now.';

CREATE OR REPLACE FUNCTION newsledger.figures_as_known(as_of timestamptz)
RETURNS SETOF newsledger.figures
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT keys.figure_id, keys.subject, keys.counterparty, keys.measure, keys.definition, keys.noun, keys.period,
         shown.period_from, shown.period_to, keys.status, keys.unit, shown.value, shown.low, shown.high, shown.agreement,
         shown.confidence, shown.claim_count, shown.independent_sources, shown.pinned, shown.first_reported,
         keys.first_recorded, shown.changed_at, shown.explanation, shown.why
  FROM newsledger.figure_keys AS keys
  CROSS JOIN LATERAL (
    SELECT history.*
    FROM (
      SELECT known."position"
      FROM newsledger.figure_history AS known
      WHERE known.figure_id = keys.figure_id AND known.changed_at <= as_of
      ORDER BY known."position" DESC
      LIMIT 1
    ) AS latest
    JOIN newsledger.figure_history AS history ON history.figure_id = keys.figure_id AND history."position" = latest."position"
    -- One figure after the other, always: joined as a whole, a LIMIT would wait for all of the history.
    OFFSET 0
  ) AS shown
  WHERE shown.live;
END;
COMMENT ON FUNCTION newsledger.figures_as_known(timestamptz) IS
  'The figures as this database showed them at a past moment (recorded time): same columns as the view figures. A condition on the columns that name a figure, or a LIMIT, makes it quick; all of it is as much as there are figures.';

-- The shares of one holding, found by whose they are.
CREATE OR REPLACE VIEW projection.share_tension AS
SELECT shares.ids[1] AS figure_id, shares.ids[2] AS rival_figure_id, 'tension' AS kind,
       'Parts exceed their whole: shares of ' || shares.counterparty || ' by ' || cardinality(shares.ids) || ' holders add up to at least '
         || trim_scale(round(shares.least, 1)) || ' %.' AS words,
       shares.counterparty
FROM (
  SELECT share.counterparty, array_agg(share.figure_id ORDER BY share.low DESC, share.figure_id) AS ids, sum(share.low) AS least
  FROM projection.figure AS share
  WHERE share.live AND share.measure IN ('stake', 'market_share') AND share.unit = '%' AND share.counterparty IS NOT NULL
    AND share.definition IS NULL AND share.status <> 'denied' AND share.low BETWEEN 0 AND 100
  GROUP BY share.counterparty, share.measure, share.period, projection.status_group(share.status)
  -- One holder's share before and after is no sum.
  HAVING count(*) > 1 AND count(*) = count(DISTINCT share.subject) AND sum(share.low) > 100
) AS shares;

-- Compares a figure with those of its subject, not all of them with each other.
CREATE OR REPLACE FUNCTION newsledger.tension_words(figure_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT string_agg(DISTINCT tension.words, ' ' ORDER BY tension.words)
  FROM (
    SELECT whole.words
    FROM projection.subject_tension AS whole
    WHERE whole.figure_id = tension_words.figure_id
    UNION ALL
    SELECT part.words
    FROM projection.subject_tension AS part
    WHERE part.rival_figure_id = tension_words.figure_id
    UNION ALL
    SELECT share.words
    FROM projection.share_tension AS share
    WHERE share.counterparty = (SELECT figure.counterparty FROM projection.figure WHERE figure.figure_id = tension_words.figure_id)
      AND tension_words.figure_id IN (share.figure_id, share.rival_figure_id)
  ) AS tension;
END;

CREATE OR REPLACE FUNCTION newsledger.why(figure_id uuid)
RETURNS TABLE (
  verdict text, source text, value numeric, low numeric, high numeric, unit text, hedge text, speaker text, published_at timestamptz,
  is_primary boolean, origin_id text, reason text, quote text, sentence text, article_title text, article_url text, claim_id uuid, explanation text,
  certainty numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT claims.verdict, claims.source, claims.value, claims.low, claims.high, claims.unit, claims.hedge, claims.speaker,
         claims.published_at, claims.is_primary, claims.origin_id, claims.reason, claims.quote, claims.sentence,
         claims.article_title, claims.article_url, claims.claim_id,
         -- Once for all claims: a subquery is, a joined one was asked for each.
         (SELECT concat_ws(' ', figures.explanation, newsledger.tension_words(why.figure_id))
            FROM (SELECT why.figure_id) AS asked LEFT JOIN newsledger.figures ON figures.figure_id = asked.figure_id),
         claims.certainty
  FROM newsledger.claims
  WHERE claims.figure_id = why.figure_id
  ORDER BY array_position(ARRAY['winner', 'agrees', 'loses', 'unplaced', 'superseded', 'withdrawn'], claims.verdict),
           claims.published_at, claims.claim_id;
END;

-- Reports of a deal, and the figures that belong to it, found by the deal: the view has to look at two claims for each row.
CREATE FUNCTION newsledger.claims_of_deal(deal_id uuid)
RETURNS SETOF newsledger.claims
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT claims.*
  FROM newsledger.claims
  WHERE claims.claim_id IN (
    SELECT report.claim_id FROM projection.claim AS report WHERE report.deal_id = claims_of_deal.deal_id
    UNION ALL
    SELECT figure.claim_id
    FROM projection.claim AS report
    JOIN projection.claim AS figure ON figure.deal_claim_id = report.claim_id
    WHERE report.deal_id = claims_of_deal.deal_id AND figure.deal_id IS NULL
  );
END;
COMMENT ON FUNCTION newsledger.claims_of_deal(uuid) IS
  'Every claim of one deal: the rows of the view claims with this deal_id, at once.';

-- As the reader, by public views alone, so that a condition on a figure comes before its conversion.
CREATE OR REPLACE FUNCTION newsledger.figures_in(currency text)
RETURNS TABLE (
  figure_id uuid, subject text, counterparty text, measure text, definition text, noun text, period text, status text,
  unit text, value numeric, low numeric, high numeric,
  converted_unit text, converted_value numeric, converted_low numeric, converted_high numeric,
  rate numeric, rate_date date, rate_source text, conversion text, agreement text, confidence numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period, figure.status,
         figure.unit, figure.value, figure.low, figure.high,
         CASE WHEN known.rate IS NOT NULL THEN upper(currency) END,
         round(figure.value * known.rate, 2), round(figure.low * known.rate, 2), round(figure.high * known.rate, 2),
         known.rate, known.rate_date, known.source,
         CASE
           WHEN figure.unit = upper(currency) THEN 'It is in ' || figure.unit || ' as reported.'
           WHEN known.rate IS NULL THEN 'No rate of ' || figure.unit || ' in ' || upper(currency) || ' is known for the week up to '
             || coalesce(projection.rate_day(figure.period_to, figure.first_reported)::text, 'its day') || '.'
           ELSE '1 ' || figure.unit || ' = ' || trim_scale(round(known.rate, 6)) || ' ' || upper(currency) || ' on ' || known.rate_date
             || ' (' || known.source || ').'
         END,
         figure.agreement, figure.confidence
  FROM newsledger.figures AS figure
  JOIN newsledger.measures AS measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
  LEFT JOIN LATERAL newsledger.exchange_rate(figure.unit, upper(currency), projection.rate_day(figure.period_to, figure.first_reported))
    AS known (rate, rate_date, source) ON true
  WHERE figure.unit ~ '^[A-Z]{3}$';
END;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA newsledger FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_reader;
