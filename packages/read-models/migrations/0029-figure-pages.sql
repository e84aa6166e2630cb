-- Lists of figures are turned page by page behind the last row that was shown. All columns of an order rise, so that "behind" is one comparison of
-- rows, which an index answers.
DROP INDEX generations.figure_listed;
DROP INDEX generations.figure_listed_by_measure;
DROP INDEX generations.figure_listed_by_agreement;
CREATE INDEX figure_listed
  ON generations.figure ((-independent_sources), (-claim_count), subject, measure, (coalesce(period, '')), figure_id) WHERE live;
CREATE INDEX figure_listed_by_measure
  ON generations.figure (measure, (-independent_sources), (-claim_count), subject, (coalesce(period, '')), figure_id) WHERE live;
CREATE INDEX figure_listed_by_agreement
  ON generations.figure (agreement, (-independent_sources), (-claim_count), subject, measure, (coalesce(period, '')), figure_id) WHERE live;
CREATE INDEX figure_by_amount ON generations.figure (unit, (-coalesce(value, high, low, 0)), figure_id) WHERE live;

-- How far the tables are behind the log.
CREATE VIEW newsledger.progress AS
SELECT logged.position AS last_event,
       coalesce(done.position, 0) AS projected_event,
       greatest(logged.position - coalesce(done.position, 0), 0)::int AS events_behind,
       done.updated_at AS projected_at
FROM (SELECT coalesce(max(position), 0) AS position FROM ledger.events) AS logged
LEFT JOIN ledger.checkpoints AS done ON done.name = 'projector';
COMMENT ON VIEW newsledger.progress IS 'How far the tables of this schema are behind the event log: one row.';
COMMENT ON COLUMN newsledger.progress.last_event IS 'Position of the latest event of the log; 0 when it is empty.';
COMMENT ON COLUMN newsledger.progress.projected_event IS 'Position up to which the tables hold the log.';
COMMENT ON COLUMN newsledger.progress.events_behind IS 'Positions between the two: about so many events are still to be taken in.';
COMMENT ON COLUMN newsledger.progress.projected_at IS 'When the tables last moved on.';
GRANT SELECT ON newsledger.progress TO newsledger_reader;

-- The rivals of some disputed figures: of the view, all that is no tension between two figures, which is found by comparing many.
CREATE FUNCTION newsledger.disputes_of(figure_ids uuid[])
RETURNS SETOF newsledger.disagreements
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.period, figure.status, figure.unit,
         figure.value, figure.low, figure.high, rival.winner_sources, rival.value, rival.low, rival.high, rival.sources, rival.reason,
         figure.explanation, figure.last_changed, rival.kind, rival.kind_words, rival.winner_quote, rival.quote, figure.noun,
         figure.independent_sources, rival.winner_origins, rival.origins, figure.unit, figure.figure_id
  FROM projection.figure
  JOIN projection.rival ON rival.figure_id = figure.figure_id
  WHERE figure.figure_id = ANY (disputes_of.figure_ids) AND figure.live AND figure.agreement = 'disputed';
END;
COMMENT ON FUNCTION newsledger.disputes_of(uuid[]) IS
  'The rows of the view disagreements in which a number stands against another one of the same figure, of these figures, at once.';
REVOKE ALL ON FUNCTION newsledger.disputes_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION newsledger.disputes_of(uuid[]) TO newsledger_reader;

CREATE FUNCTION newsledger.figures_named(words text[])
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT figure.figure_id
  FROM projection.figure
  WHERE figure.live AND figure.search @@ (
    SELECT string_agg(nullif(plainto_tsquery('simple', word)::text, '') || ':*', ' & ')::tsquery
    FROM unnest(figures_named.words) AS word
  );
END;
COMMENT ON FUNCTION newsledger.figures_named(text[]) IS
  'Ids of the figures in whose names each of these begins a word: subject, counterparty, measure, noun, definition, period, status and unit.';
REVOKE ALL ON FUNCTION newsledger.figures_named(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION newsledger.figures_named(text[]) TO newsledger_reader;
