-- What could not be taken in, for people to see.
CREATE VIEW newsledger.parked_events AS
SELECT CASE parked.subscription WHEN 'projector' THEN 'tables' WHEN 'dispatcher' THEN 'work' ELSE parked.subscription END AS missing_from,
       parked.position,
       parked.event_type,
       parked.stream,
       CASE WHEN parked.stream ~ '^article-[0-9a-f-]{36}$' THEN substr(parked.stream, 9)::uuid END AS article_id,
       parked.event_id,
       parked.error,
       parked.behind,
       parked.attempts,
       parked.parked_at,
       parked.tried_at
  FROM ledger.parked_events AS parked;

COMMENT ON VIEW newsledger.parked_events IS
  'Events that always fail, and those of the same stream that wait behind them. The tables are what they would be without these; "newsledger retry" tries them again.';
COMMENT ON COLUMN newsledger.parked_events.missing_from IS 'What it could not be taken into: tables (these views), or work (what is to be fetched and read).';
COMMENT ON COLUMN newsledger.parked_events.position IS 'Place of the event in the log.';
COMMENT ON COLUMN newsledger.parked_events.event_type IS 'Type of the event.';
COMMENT ON COLUMN newsledger.parked_events.stream IS 'Stream of the event, such as article-<id>.';
COMMENT ON COLUMN newsledger.parked_events.article_id IS 'The article that it is about; null when it is about none.';
COMMENT ON COLUMN newsledger.parked_events.event_id IS 'Id of the event.';
COMMENT ON COLUMN newsledger.parked_events.error IS 'Why it failed when it was last tried; null when it only waits behind another.';
COMMENT ON COLUMN newsledger.parked_events.behind IS 'Position of the failing event of its stream that it waits behind; null when it fails itself.';
COMMENT ON COLUMN newsledger.parked_events.attempts IS 'How often it was tried by itself.';
COMMENT ON COLUMN newsledger.parked_events.parked_at IS 'When it was parked.';
COMMENT ON COLUMN newsledger.parked_events.tried_at IS 'When it was last tried.';
