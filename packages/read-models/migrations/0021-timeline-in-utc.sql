-- The day of a figure without a period is that in UTC, wherever the reader sits: the order was another one in another session's time zone.
CREATE OR REPLACE FUNCTION newsledger.timeline(subject text, measure text)
RETURNS SETOF newsledger.figures
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT figures.*
  FROM newsledger.figures
  WHERE lower(figures.subject) = lower(timeline.subject) AND figures.measure = timeline.measure
  ORDER BY coalesce(figures.period_to, figures.period_from, (figures.first_reported AT TIME ZONE 'UTC')::date), figures.first_reported,
           figures.figure_id;
END;
