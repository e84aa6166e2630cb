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
