CREATE FUNCTION newsledger.figures_as_known(as_of timestamptz)
RETURNS SETOF newsledger.figures
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT shown.figure_id, shown.subject, shown.counterparty, shown.measure, shown.definition, shown.noun, shown.period,
         shown.period_from, shown.period_to, shown.status, shown.unit, shown.value, shown.low, shown.high, shown.agreement,
         shown.confidence, shown.claim_count, shown.independent_sources, shown.pinned, shown.first_reported,
         shown.first_recorded, shown.changed_at, shown.explanation, shown.why
  FROM (
    SELECT DISTINCT ON (history.figure_id) history.*
    FROM newsledger.figure_history AS history
    WHERE history.changed_at <= as_of
    ORDER BY history.figure_id, history.position DESC
  ) AS shown
  WHERE shown.live;
END;
COMMENT ON FUNCTION newsledger.figures_as_known(timestamptz) IS
  'The figures as this database showed them at a past moment (recorded time): same columns as the view figures.';

CREATE FUNCTION newsledger.why(figure_id uuid)
RETURNS TABLE (
  verdict text, source text, value numeric, low numeric, high numeric, unit text, hedge text, speaker text, published_at timestamptz,
  is_primary boolean, origin_id text, reason text, quote text, sentence text, article_title text, article_url text, claim_id uuid, explanation text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT claims.verdict, claims.source, claims.value, claims.low, claims.high, claims.unit, claims.hedge, claims.speaker,
         claims.published_at, claims.is_primary, claims.origin_id, claims.reason, claims.quote, claims.sentence,
         claims.article_title, claims.article_url, claims.claim_id, figures.explanation
  FROM newsledger.claims
  LEFT JOIN newsledger.figures ON figures.figure_id = claims.figure_id
  WHERE claims.figure_id = why.figure_id
  ORDER BY array_position(ARRAY['winner', 'agrees', 'loses', 'superseded', 'withdrawn'], claims.verdict),
           claims.published_at, claims.claim_id;
END;
COMMENT ON FUNCTION newsledger.why(uuid) IS
  'Every claim behind one figure, the winner first: who said it, in which sentence, and why it counted or did not.';

CREATE FUNCTION newsledger.timeline(subject text, measure text)
RETURNS SETOF newsledger.figures
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT figures.*
  FROM newsledger.figures
  WHERE lower(figures.subject) = lower(timeline.subject) AND figures.measure = timeline.measure
  ORDER BY coalesce(figures.period_to, figures.period_from, figures.first_reported::date), figures.first_reported, figures.figure_id;
END;
COMMENT ON FUNCTION newsledger.timeline(text, text) IS
  'All figures of one subject and one measure, in the order of the time that they are about.';

-- Runs as its owner, since the text indexes lie in private tables.
CREATE FUNCTION newsledger.search(query text)
RETURNS TABLE (kind text, id uuid, title text, value numeric, low numeric, high numeric, unit text, status text, agreement text, last_changed timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT found.kind, found.id, found.title, found.value, found.low, found.high, found.unit, found.status, found.agreement, found.last_changed
  FROM (
    SELECT 'figure' AS kind, figure.figure_id AS id,
           figure.subject || coalesce(' – ' || figure.counterparty, '') || ': ' || replace(figure.measure, '_', ' ') || coalesce(' ' || figure.period, '') AS title,
           figure.value, figure.low, figure.high, figure.unit, figure.status, figure.agreement, figure.last_changed,
           ts_rank(figure.search, websearch_to_tsquery('simple', query)) AS rank, figure.claim_count
    FROM projection.figure
    WHERE figure.live AND figure.search @@ websearch_to_tsquery('simple', query)
    UNION ALL
    SELECT 'deal', deal.deal_id, deal.title, deal.value, deal.low, deal.high, deal.unit, deal.status, deal.agreement, deal.last_changed,
           ts_rank(deal.search, websearch_to_tsquery('simple', query)), deal.claim_count
    FROM projection.deal
    WHERE deal.live AND deal.search @@ websearch_to_tsquery('simple', query)
  ) AS found
  ORDER BY found.rank DESC, found.claim_count DESC, found.id
  LIMIT 200;
END;
COMMENT ON FUNCTION newsledger.search(text) IS
  'Figures and deals whose names, measure, period or status hold all the words; at most 200, the best first.';
