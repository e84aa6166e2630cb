-- Appending by arrays: a batch is parsed once, and the fewest statements run beside the INSERT; docs/measured.md says what they cost.

-- Adding the column rewrites no row. What earlier releases wrote stays null, and is checked whenever it is read.
ALTER TABLE ledger.events ADD COLUMN checked_schema integer;

COMMENT ON COLUMN ledger.events.checked_schema IS
  'Fingerprint of the schema that the data was checked against before it was appended; null: readers check it.';

-- As before (0001 says why it keeps readers from skipping events), but of expressions only, and so is its call: PERFORM and SELECT run a
-- query each, which costs several times as much.
DROP FUNCTION ledger.lock_floor();
CREATE FUNCTION ledger.lock_floor() RETURNS boolean
  LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
  transaction_id text := pg_current_xact_id()::text;
BEGIN
  -- One floor a transaction is enough, and thousands would fill the lock table. The setting, like the lock, ends with the
  -- transaction, or with the savepoint that is rolled back.
  IF current_setting('ledger.floor_locked_by', true) = transaction_id THEN
    RETURN true;
  END IF;
  -- The last position is read before the lock is taken, and positions are taken after it. Floors are locked in share mode only, so
  -- nobody ever waits for one. The last value is null as long as a sequence that was restarted has given out none; 0 is below all.
  IF pg_try_advisory_xact_lock_shared(ledger.floor_lock(coalesce(pg_sequence_last_value('ledger.event_position'), 0))) IS NOT TRUE THEN
    RETURN false;
  END IF;
  RETURN set_config('ledger.floor_locked_by', transaction_id, true) = transaction_id;
END
$$;

COMMENT ON FUNCTION ledger.lock_floor IS
  'Keeps readers at or below the last position given out so far, until the transaction ends. False when another session locks that floor for itself.';

CREATE OR REPLACE FUNCTION ledger.safe_position(OUT safe bigint, OUT given_out bigint)
  LANGUAGE plpgsql VOLATILE AS
$$
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
  given_out := coalesce(pg_sequence_last_value('ledger.event_position'), 0);
  SELECT least(given_out, min(((classid::bigint & x'ffff'::bigint) << 32) | objid::bigint))
    INTO safe
    FROM pg_locks
   WHERE locktype = 'advisory'
     AND objsubid = 1
     AND (classid::bigint >> 16) = x'4e4c'::bigint
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
END
$$;

-- expected: the version of the stream's last event, 0 for a stream that must not exist, null for any.
-- The arrays and the elements of `documents` belong together by their places. No id comes twice.
CREATE FUNCTION ledger.append(
  target text, expected integer, ids uuid[], types text[], schema_versions smallint[], checked_schemas integer[], documents jsonb,
  correlation text, causation text,
  OUT outcome text, OUT last_position bigint, OUT head integer, OUT known uuid[])
  LANGUAGE plpgsql VOLATILE
  -- The plans are the same for every batch; making one anew for a batch of one event costs more than running it.
  SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Events are appended under READ COMMITTED only: an older snapshot would not see what other writers appended.'
      USING ERRCODE = 'active_sql_transaction';
  END IF;

  -- Writers of one stream take turns, so that the loser of a race learns it here and nobody runs into a unique key.
  IF NOT pg_try_advisory_xact_lock(ledger.stream_lock(target)) THEN
    PERFORM pg_advisory_xact_lock(ledger.stream_lock(target));
  END IF;

  -- A later statement, a later snapshot: it sees what the lock's last holder committed.
  SELECT newest.stream_version,
         CASE WHEN newest.stream_version > 0
              THEN (SELECT array_agg(e.id) FROM ledger.events e WHERE e.stream = target AND e.id = ANY (ids))
         END
    INTO head, known
    FROM (SELECT coalesce((SELECT e.stream_version FROM ledger.events e WHERE e.stream = target ORDER BY e.stream_version DESC LIMIT 1), 0)
                   AS stream_version) AS newest;

  IF coalesce(cardinality(known), 0) = cardinality(ids) THEN
    outcome := 'duplicate';
  ELSIF expected <> head THEN
    outcome := 'conflict';
  ELSIF ledger.lock_floor() IS NOT TRUE THEN
    RAISE EXCEPTION 'Another session keeps writers out of the event log by an advisory lock of its own.' USING ERRCODE = 'lock_not_available';
  ELSE
    INSERT INTO ledger.events
           (position, stream, stream_version, id, type, schema_version, recorded_at, correlation_id, causation_id, data, checked_schema)
    SELECT nextval('ledger.event_position'), target, head + row_number() OVER (ORDER BY given.place),
           given.id, given.type, given.schema_version, clock_timestamp(), correlation, causation, given.data, given.checked_schema
      FROM ROWS FROM (unnest(ids), unnest(types), unnest(schema_versions), unnest(checked_schemas), jsonb_array_elements(documents))
             WITH ORDINALITY AS given (id, type, schema_version, checked_schema, data, place)
     WHERE known IS NULL
        OR given.id <> ALL (known)
     ORDER BY given.place;
    outcome := 'appended';
    last_position := currval('ledger.event_position');
    head := head + cardinality(ids) - coalesce(cardinality(known), 0);
  END IF;
END
$$;

COMMENT ON FUNCTION ledger.append IS
  'Appends a batch to one stream: appended, duplicate (every event is known) or conflict (not the expected version). head: the stream''s version afterwards; known: ids that were left out.';

-- Batches to several streams in one round trip, each with an answer of its own: a conflict in one keeps no other from being appended.
-- sizes: how many events each batch has; their ids and so on follow each other in the arrays. `documents` is an array for each batch.
CREATE FUNCTION ledger.append_many(
  targets text[], expected integer[], sizes integer[], ids uuid[], types text[], schema_versions smallint[], checked_schemas integer[],
  documents jsonb, correlations text[], causations text[])
  RETURNS TABLE (batch integer, outcome text, last_position bigint, head integer, known uuid[])
  LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
  first integer;
  last  integer;
BEGIN
  -- All callers lock streams in one order, so that no two of them wait for each other.
  FOR batch, first, last IN
    SELECT place, (sum(size) OVER (ORDER BY place)) - size + 1, sum(size) OVER (ORDER BY place)
      FROM unnest(targets, sizes) WITH ORDINALITY AS given (stream, size, place)
     ORDER BY stream COLLATE "C", place
  LOOP
    SELECT result.outcome, result.last_position, result.head, result.known
      INTO outcome, last_position, head, known
      FROM ledger.append(targets[batch], expected[batch], ids[first:last], types[first:last], schema_versions[first:last],
             checked_schemas[first:last], documents -> (batch - 1), correlations[batch], causations[batch]) AS result;
    RETURN NEXT;
  END LOOP;
END
$$;

-- For SQL by hand, and for processes of the release before while an upgrade goes on. What it appends nobody vouches for.
CREATE OR REPLACE FUNCTION ledger.append_events(target text, expected integer, batch jsonb, correlation text, causation text)
  RETURNS TABLE (outcome text, last_position bigint, stream_version integer, duplicate_ids uuid[])
  LANGUAGE sql VOLATILE AS
$$
  SELECT result.outcome, result.last_position, result.head, coalesce(result.known, '{}')
    FROM (SELECT array_agg(event.id ORDER BY place) AS ids, array_agg(event.type ORDER BY place) AS types,
                 array_agg(event.schema_version ORDER BY place) AS schema_versions, jsonb_agg(event.data ORDER BY place) AS documents
            FROM (SELECT DISTINCT ON (given.id) given.*
                    FROM ROWS FROM (jsonb_to_recordset(batch) AS (id uuid, type text, "schemaVersion" smallint, data jsonb)) WITH ORDINALITY
                           AS given (id, type, schema_version, data, place)
                   ORDER BY given.id, given.place) AS event) AS given,
         ledger.append(target, expected, given.ids, given.types, given.schema_versions, NULL, given.documents, correlation, causation)
           AS result
$$;
