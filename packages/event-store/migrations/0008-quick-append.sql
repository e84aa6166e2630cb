-- PostgreSQL reads, plans and sets up the text of each CHECK again for each INSERT statement: for five of them, a third of what a batch of one
-- event cost beside its INSERT. ledger.append is the only way in, and asks the same of its arguments for little; types become ones of a domain,
-- whose constraint the session keeps ready. docs/measured.md has the figures.
CREATE DOMAIN ledger.event_type AS text COLLATE "C" CHECK (length(VALUE) BETWEEN 1 AND 100);

ALTER TABLE ledger.events
  DROP CONSTRAINT events_stream_check,
  DROP CONSTRAINT events_stream_version_check,
  DROP CONSTRAINT events_type_check,
  DROP CONSTRAINT events_correlation_id_check,
  DROP CONSTRAINT events_causation_id_check;

-- expected: the version of the stream's last event, 0 for a stream that must not exist, null for any.
-- The arrays and the elements of `documents` belong together by their places. No id comes twice.
CREATE OR REPLACE FUNCTION ledger.append(
  target text, expected integer, ids uuid[], types text[], schema_versions smallint[], checked_schemas integer[], documents jsonb,
  correlation text, causation text,
  OUT outcome text, OUT last_position bigint, OUT head integer, OUT known uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  -- The plans are the same for every batch; making one anew for a batch of one event costs more than running it.
  SET plan_cache_mode = force_generic_plan
  -- What the caller's path leads to must not run as the owner.
  SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
  -- The session's role, since the current one is the function's owner. SET ROLE changes neither.
  IF session_user <> current_user THEN
    IF NOT (ledger.may_append(types) OR pg_has_role(session_user, current_user, 'MEMBER')) THEN
      RAISE EXCEPTION 'permission denied: role % may not append %', session_user, (SELECT string_agg(DISTINCT type, ', ') FROM unnest(types) AS type)
        USING ERRCODE = 'insufficient_privilege', HINT = 'docs/events.md says which role writes which events.';
    END IF;
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Events are appended under READ COMMITTED only: an older snapshot would not see what other writers appended.'
      USING ERRCODE = 'active_sql_transaction';
  END IF;
  IF target = '' OR greatest(length(target), length(correlation), length(causation)) > 300 THEN
    RAISE EXCEPTION 'A stream''s name has 1 to 300 characters, and what caused or connects events at most 300.' USING ERRCODE = 'check_violation';
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

  IF cardinality(known) = cardinality(ids) THEN
    outcome := 'duplicate';
    RETURN;
  ELSIF expected <> head THEN
    outcome := 'conflict';
    RETURN;
  ELSIF known IS NOT NULL THEN
    SELECT array_agg(given.id ORDER BY place), array_agg(given.type ORDER BY place), array_agg(given.schema_version ORDER BY place),
           array_agg(given.checked_schema ORDER BY place), jsonb_agg(given.data ORDER BY place)
      INTO ids, types, schema_versions, checked_schemas, documents
      FROM ROWS FROM (unnest(ids), unnest(types), unnest(schema_versions), unnest(checked_schemas), jsonb_array_elements(documents))
             WITH ORDINALITY AS given (id, type, schema_version, checked_schema, data, place)
     WHERE given.id <> ALL (known);
  END IF;

  IF ledger.lock_floor() IS NOT TRUE THEN
    RAISE EXCEPTION 'Another session keeps writers out of the event log by an advisory lock of its own.' USING ERRCODE = 'lock_not_available';
  END IF;
  -- Functions in FROM give their rows in order, so positions follow versions without a sort.
  INSERT INTO ledger.events
         (position, stream, stream_version, id, type, schema_version, recorded_at, correlation_id, causation_id, data, checked_schema)
  SELECT nextval('ledger.event_position'), target, head + given.place, given.id, given.type::ledger.event_type, given.schema_version,
         clock_timestamp(), correlation, causation, given.data, given.checked_schema
    FROM ROWS FROM (unnest(ids), unnest(types), unnest(schema_versions), unnest(checked_schemas), jsonb_array_elements(documents))
           WITH ORDINALITY AS given (id, type, schema_version, checked_schema, data, place);
  outcome := 'appended';
  last_position := currval('ledger.event_position');
  head := head + cardinality(ids);
END
$$;
