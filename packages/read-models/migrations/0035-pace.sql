-- How fast news is taken in. Read from the end of the log, so that it costs the same however long the log is.
CREATE VIEW newsledger.pace AS
WITH latest AS MATERIALIZED (
  SELECT type, recorded_at FROM ledger.events ORDER BY position DESC LIMIT 20000
),
reach AS (
  -- Where the latest events don't fill ten minutes, the minutes before them were not looked at.
  SELECT CASE WHEN count(*) < 20000 THEN '-infinity' ELSE min(recorded_at) END AS since FROM latest
)
SELECT passed.minute,
       count(latest.type)::integer AS events,
       (count(*) FILTER (WHERE latest.type IN ('ArticleCaptured', 'ArticleRevised')))::integer AS articles,
       (count(*) FILTER (WHERE latest.type IN ('FigureReported', 'DealReported')))::integer AS claims
FROM generate_series(date_trunc('minute', now()) - interval '9 minutes', date_trunc('minute', now()), interval '1 minute') AS passed (minute)
CROSS JOIN reach
LEFT JOIN latest ON date_trunc('minute', latest.recorded_at) = passed.minute
WHERE passed.minute >= reach.since
   OR passed.minute = date_trunc('minute', now())
GROUP BY passed.minute
ORDER BY passed.minute;

COMMENT ON VIEW newsledger.pace IS
  'How many events, articles and claims were recorded in each of the last ten minutes, the present one included; in less of them where they hold more than 20,000 events.';
COMMENT ON COLUMN newsledger.pace.minute IS 'When the minute began.';
COMMENT ON COLUMN newsledger.pace.events IS 'Events that were recorded in it.';
COMMENT ON COLUMN newsledger.pace.articles IS 'Articles that were captured in it, new revisions included.';
COMMENT ON COLUMN newsledger.pace.claims IS 'Claims that were read in it, of figures and of deals.';

GRANT SELECT ON newsledger.pace TO newsledger_reader;
