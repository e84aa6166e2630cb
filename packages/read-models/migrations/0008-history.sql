-- What caused a change, in words, and the article that it came by.
ALTER TABLE projection.figure_history ADD COLUMN cause text, ADD COLUMN article_id uuid;
ALTER TABLE projection.deal_history   ADD COLUMN cause text, ADD COLUMN article_id uuid;

CREATE OR REPLACE VIEW newsledger.figure_history AS
SELECT history.figure_id, history.position, history.event_id, history.event_type, history.changed_at, history.live,
       figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period,
       history.period_from, history.period_to, figure.status, figure.unit,
       history.value, history.low, history.high, history.agreement, history.confidence, history.claim_count, history.independent_sources,
       history.pinned, history.first_reported, figure.first_recorded, history.explanation, history.why,
       history.cause, history.article_id, coalesce(article.canonical_url, article.url) AS article_url, article.title AS article_title
FROM projection.figure_history AS history
JOIN projection.figure ON figure.figure_id = history.figure_id
LEFT JOIN projection.article ON article.article_id = history.article_id;
COMMENT ON COLUMN newsledger.figure_history.cause IS 'What the event said, in words: an article that was read, a decision, a withdrawal.';
COMMENT ON COLUMN newsledger.figure_history.article_id IS 'The article that the event is about; null for decisions of people.';
COMMENT ON COLUMN newsledger.figure_history.article_url IS 'Its address.';
COMMENT ON COLUMN newsledger.figure_history.article_title IS 'Its latest title.';

CREATE OR REPLACE VIEW newsledger.deal_history AS
SELECT history.deal_id, history.position, history.event_id, history.event_type, history.changed_at, history.live, history.type, history.title,
       history.parties, history.value, history.low, history.high, history.unit, history.value_definition, history.term_years,
       history.status, history.announced_on, history.agreement, history.claim_count, history.independent_sources, history.first_reported,
       history.explanation,
       history.cause, history.article_id, coalesce(article.canonical_url, article.url) AS article_url, article.title AS article_title
FROM projection.deal_history AS history
LEFT JOIN projection.article ON article.article_id = history.article_id;
COMMENT ON COLUMN newsledger.deal_history.cause IS 'What the event said, in words: an article that was read, a decision, a withdrawal.';
COMMENT ON COLUMN newsledger.deal_history.article_id IS 'The article that the event is about; null for decisions of people.';
COMMENT ON COLUMN newsledger.deal_history.article_url IS 'Its address.';
COMMENT ON COLUMN newsledger.deal_history.article_title IS 'Its latest title.';

CREATE FUNCTION newsledger.deals_as_known(as_of timestamptz)
RETURNS SETOF newsledger.deals
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT shown.deal_id, shown.type, shown.title, shown.value, shown.low, shown.high, shown.unit, shown.value_definition, shown.term_years,
         shown.status, shown.announced_on, shown.agreement, shown.claim_count, shown.independent_sources, shown.first_reported,
         shown.first_recorded, shown.changed_at, shown.explanation
  FROM (
    SELECT DISTINCT ON (history.deal_id) history.*, min(history.changed_at) OVER (PARTITION BY history.deal_id) AS first_recorded
    FROM newsledger.deal_history AS history
    WHERE history.changed_at <= as_of
    ORDER BY history.deal_id, history.position DESC
  ) AS shown
  WHERE shown.live;
END;
COMMENT ON FUNCTION newsledger.deals_as_known(timestamptz) IS
  'The deals as this database showed them at a past moment (recorded time): same columns as the view deals.';

CREATE FUNCTION newsledger.changes_since(since timestamptz)
RETURNS TABLE (
  changed_at timestamptz, figure_id uuid, subject text, counterparty text, measure text, definition text, period text, status text, unit text,
  old_value numeric, value numeric, old_agreement text, agreement text, live boolean, cause text, article_url text, event_id uuid,
  "position" bigint
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT changed.changed_at, changed.figure_id, changed.subject, changed.counterparty, changed.measure, changed.definition, changed.period,
         changed.status, changed.unit, before.value, changed.value, before.agreement, changed.agreement, changed.live, changed.cause,
         changed.article_url, changed.event_id, changed."position"
  FROM newsledger.figure_history AS changed
  LEFT JOIN LATERAL (
    SELECT earlier.value, earlier.agreement
    FROM newsledger.figure_history AS earlier
    WHERE earlier.figure_id = changed.figure_id AND earlier."position" < changed."position"
    ORDER BY earlier."position" DESC
    LIMIT 1
  ) AS before ON true
  WHERE changed.changed_at > since
    AND (before.value IS DISTINCT FROM changed.value OR before.agreement IS DISTINCT FROM changed.agreement OR NOT changed.live)
  ORDER BY changed."position", changed.figure_id;
END;
COMMENT ON FUNCTION newsledger.changes_since(timestamptz) IS
  'Every change of a figure''s value or agreement after a moment, with what it was before and what caused it.';
