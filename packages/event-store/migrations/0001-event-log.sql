-- The log. Every key holds the stream, so that the table can be partitioned by hash of the stream.
CREATE TABLE ledger.events (
  position       bigint      NOT NULL,
  stream         text        COLLATE "C" NOT NULL CHECK (length(stream) BETWEEN 1 AND 300),
  stream_version integer     NOT NULL CHECK (stream_version > 0),
  id             uuid        NOT NULL,
  type           text        COLLATE "C" NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
  schema_version smallint    NOT NULL,
  recorded_at    timestamptz NOT NULL,
  correlation_id text        CHECK (length(correlation_id) <= 300),
  causation_id   text        CHECK (length(causation_id) <= 300),
  data           jsonb       NOT NULL,
  PRIMARY KEY (stream, stream_version),
  UNIQUE (stream, id)
);

CREATE UNIQUE INDEX events_by_position ON ledger.events (position);

COMMENT ON TABLE ledger.events IS 'Every event, once, for ever: rows are only added, by ledger.append_events.';
COMMENT ON COLUMN ledger.events.position IS 'Place in the global order. Gaps are what rolled-back transactions left; they mean nothing.';
COMMENT ON COLUMN ledger.events.id IS 'UUIDv5 of what the event says, unique in its stream: a second append of the same fact is recognised.';

-- Starts as if 0 had been given out, so that last_value is always the greatest position ever given out.
CREATE SEQUENCE ledger.event_position AS bigint MINVALUE 0 NO CYCLE;
SELECT setval('ledger.event_position', 0);

-- Advisory lock keys of the log: 16 bits say what is locked, 48 bits say which one.
CREATE FUNCTION ledger.floor_lock(floor bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (x'4e4c'::bigint << 48) | floor;

CREATE FUNCTION ledger.stream_lock(stream text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (x'4e4d'::bigint << 48) | (hashtextextended(stream, 0) & x'ffffffffffff'::bigint);

CREATE FUNCTION ledger.subscription_lock(name text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (x'4e4e'::bigint << 48) | (hashtextextended(name, 0) & x'ffffffffffff'::bigint);

-- How no reader ever skips an event, although transactions commit in another order than they took their positions in:
--   A writer locks a floor, the last position given out so far, BEFORE it takes positions (all of them above its floor),
--   and PostgreSQL lets go of that lock only AFTER the commit is visible to new snapshots.
--   A reader looks at the last position given out FIRST, at the lowest locked floor SECOND, and reads events in a LATER statement.
--   So each position up to the first number was taken by a writer that either still holds a floor below it, and is waited for,
--   or has ended, and its events are visible to the read or will never be.
-- Floors are locked in share mode: writers never wait for each other here. Positions are plain numbers in rows, so the order
-- outlives dump and restore. Sessions that don't write to the log hold nobody back, however long their transactions are.
CREATE FUNCTION ledger.lock_floor() RETURNS void
  LANGUAGE plpgsql AS
$$
DECLARE
  transaction_id text := pg_current_xact_id()::text;
  floor          bigint;
BEGIN
  -- One floor a transaction is enough, and thousands would fill the lock table. The setting, like the lock, ends with the
  -- transaction, or with the savepoint that is rolled back.
  IF current_setting('ledger.floor_locked_by', true) = transaction_id THEN
    RETURN;
  END IF;
  SELECT last_value INTO floor FROM ledger.event_position;
  PERFORM pg_advisory_xact_lock_shared(ledger.floor_lock(floor));
  PERFORM set_config('ledger.floor_locked_by', transaction_id, true);
END
$$;

CREATE FUNCTION ledger.safe_position(OUT safe bigint, OUT given_out bigint)
  LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
  lowest_floor bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'The event log is read under READ COMMITTED only: an older snapshot would skip events.'
      USING ERRCODE = 'active_sql_transaction';
  END IF;
  IF pg_is_in_recovery() THEN
    RAISE EXCEPTION 'The event log is followed on the primary server only: a standby doesn''t know which writers are still at work.'
      USING ERRCODE = 'feature_not_supported';
  END IF;
  -- The order of these two statements is what makes the answer safe.
  SELECT last_value INTO given_out FROM ledger.event_position;
  SELECT min(((classid::bigint & x'ffff'::bigint) << 32) | objid::bigint)
    INTO lowest_floor
    FROM pg_locks
   WHERE locktype = 'advisory'
     AND objsubid = 1
     AND (classid::bigint >> 16) = x'4e4c'::bigint
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
  safe := least(given_out, lowest_floor);
END
$$;

COMMENT ON FUNCTION ledger.safe_position IS
  'safe: no event at or below it can appear later. given_out: the greatest position that any writer ever took.';

-- expected: the version of the stream's last event, 0 for a stream that must not exist, null for any.
CREATE FUNCTION ledger.append_events(target text, expected integer, batch jsonb, correlation text, causation text)
  RETURNS TABLE (outcome text, last_position bigint, stream_version integer, duplicate_ids uuid[])
  LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
  head  integer;
  known uuid[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Events are appended under READ COMMITTED only: an older snapshot would not see what other writers appended.'
      USING ERRCODE = 'active_sql_transaction';
  END IF;

  -- Writers of one stream take turns, so that the loser of a race learns it here and nobody runs into a unique key.
  PERFORM pg_advisory_xact_lock(ledger.stream_lock(target));

  -- Later statements, later snapshots: they see what the lock's last holder committed.
  SELECT coalesce(max(e.stream_version), 0) INTO head
    FROM ledger.events e
   WHERE e.stream = target;
  SELECT coalesce(array_agg(e.id), '{}') INTO known
    FROM ledger.events e
   WHERE e.stream = target
     AND e.id = ANY (ARRAY(SELECT (event ->> 'id')::uuid FROM jsonb_array_elements(batch) AS event));

  IF NOT EXISTS (SELECT FROM jsonb_array_elements(batch) AS event WHERE (event ->> 'id')::uuid <> ALL (known)) THEN
    RETURN QUERY SELECT 'duplicate', NULL::bigint, head, known;
    RETURN;
  END IF;
  IF expected <> head THEN
    RETURN QUERY SELECT 'conflict', NULL::bigint, head, known;
    RETURN;
  END IF;

  PERFORM ledger.lock_floor();
  RETURN QUERY
    WITH given AS (
      SELECT *
        FROM ROWS FROM (jsonb_to_recordset(batch) AS (id uuid, type text, "schemaVersion" smallint, data jsonb)) WITH ORDINALITY
               AS event (id, type, schema_version, data, place)
    ), fresh AS (
      SELECT DISTINCT ON (given.id) given.*
        FROM given
       WHERE given.id <> ALL (known)
       ORDER BY given.id, given.place
    ), numbered AS (
      SELECT fresh.*, row_number() OVER (ORDER BY fresh.place) AS step
        FROM fresh
       ORDER BY fresh.place
    ), added AS (
      INSERT INTO ledger.events AS e
             (position, stream, stream_version, id, type, schema_version, recorded_at, correlation_id, causation_id, data)
      SELECT nextval('ledger.event_position'), target, head + n.step, n.id, n.type, n.schema_version, clock_timestamp(),
             correlation, causation, n.data
        FROM numbered n
      RETURNING e.position, e.stream_version
    )
    SELECT 'appended', max(added.position), max(added.stream_version), known FROM added;
END
$$;

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS
$$
BEGIN
  RAISE EXCEPTION 'Events are never changed: % of %.% was refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          HINT = 'To take something back, append an event that says so; to erase a text, erase its capture.';
END
$$;

CREATE TRIGGER refuse_change
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.events
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.events ENABLE ALWAYS TRIGGER refuse_change;

CREATE TABLE ledger.checkpoints (
  name       text        COLLATE "C" PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
  position   bigint      NOT NULL CHECK (position >= 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ledger.checkpoints IS
  'How far each subscription has come: written in the transaction that holds what it did with the events.';
