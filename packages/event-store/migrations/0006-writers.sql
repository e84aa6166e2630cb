-- Services log in as roles of their own. None of them may write to ledger.events: they append by these functions, which run as the owner
-- and ask first whether the session's role may say such a thing.

-- Which role says what is written by "migrate", out of the catalogue of events; until then only the owner does. It is an expression and no
-- table, since a query for each batch would cost a twentieth of what a batch of one event does.
CREATE FUNCTION ledger.may_append(types text[]) RETURNS boolean
  LANGUAGE sql STABLE
  RETURN false;

COMMENT ON FUNCTION ledger.may_append IS
  'Whether the role that this session logged in as may append events of these types. The owner, and its members, may append all.';

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
  IF NOT (session_user = current_user OR ledger.may_append(types) OR pg_has_role(session_user, current_user, 'MEMBER')) THEN
    RAISE EXCEPTION 'permission denied: role % may not append %', session_user, (SELECT string_agg(DISTINCT type, ', ') FROM unnest(types) AS type)
      USING ERRCODE = 'insufficient_privilege', HINT = 'docs/events.md says which role writes which events.';
  END IF;
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

-- The other ways to append call this one; nobody calls any of them but those who are granted it.
REVOKE EXECUTE ON FUNCTION ledger.append, ledger.append_many, ledger.append_events FROM PUBLIC;
