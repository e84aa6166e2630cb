-- What a subscription could not handle, so that it holds up nobody else. Events of one stream keep their order: once one is parked, those that
-- follow in its stream wait behind it. What the subscription made is then what it would make of a log without these rows.
CREATE TABLE ledger.parked_events (
  subscription   text        COLLATE "C" NOT NULL,
  position       bigint      NOT NULL,
  stream         text        COLLATE "C" NOT NULL,
  stream_version integer     NOT NULL,
  event_id       uuid        NOT NULL,
  event_type     text        COLLATE "C" NOT NULL,
  behind         bigint,
  error          text,
  attempts       integer     NOT NULL DEFAULT 1,
  parked_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  tried_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (subscription, position),
  CHECK ((behind IS NULL) = (error IS NOT NULL))
);

CREATE INDEX parked_events_stream ON ledger.parked_events (subscription, stream);

COMMENT ON TABLE ledger.parked_events IS 'Events that a subscription could not handle, and those of their streams that wait behind them.';
COMMENT ON COLUMN ledger.parked_events.behind IS 'Position of the event of the same stream that fails; null for the one that fails itself.';
COMMENT ON COLUMN ledger.parked_events.error IS 'Why it could not be handled when it was last tried; null for one that waits behind another.';
COMMENT ON COLUMN ledger.parked_events.attempts IS 'How often it was tried by itself.';
