-- When each source was polled, and what it answered. Operational state, not derived from the log: a rebuild leaves it alone.
CREATE SCHEMA IF NOT EXISTS polling;

CREATE TABLE polling.poll_state (
  source_id      text PRIMARY KEY,
  etag           text,
  last_modified  text,
  last_polled_at timestamptz,
  next_poll_at   timestamptz,
  failures       int NOT NULL DEFAULT 0 CHECK (failures >= 0),
  degraded_since timestamptz,
  last_error     text,
  last_status    int,
  body_hash      text
);
