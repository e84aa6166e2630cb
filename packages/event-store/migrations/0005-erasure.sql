-- Erasure: the only way in which an event ever changes. All that it said goes; its place, its stream, its id and the day stay, so that readers'
-- checkpoints, expected versions and recognised duplicates mean what they meant.
CREATE TABLE ledger.erasures (
  erasure   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream    text        COLLATE "C" NOT NULL,
  erased_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased_by text        NOT NULL CHECK (length(erased_by) BETWEEN 1 AND 200),
  reason    text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 600),
  events    integer     NOT NULL CHECK (events >= 0)
);

CREATE INDEX erasures_by_stream ON ledger.erasures (stream);

COMMENT ON TABLE ledger.erasures IS 'Who had what erased, when and why. Rows are only added, by ledger.erase_stream.';
COMMENT ON COLUMN ledger.erasures.events IS 'How many events lost what they said.';

CREATE TABLE ledger.erased_captures (
  hash      text        COLLATE "C" PRIMARY KEY,
  erased_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ledger.erased_captures IS 'Captures whose bytes are gone; a hash that is in ledger.captures, too, was fetched again since.';

CREATE TRIGGER refuse_change
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.erasures
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.erasures ENABLE ALWAYS TRIGGER refuse_change;

-- Lets an event pass that says no more than that it was erased, if its stream's erasure was written down in the same transaction.
CREATE FUNCTION ledger.refuse_all_but_erasure() RETURNS trigger
  LANGUAGE plpgsql AS
$$
BEGIN
  IF NEW.type = 'EventErased'
     AND to_jsonb(NEW) - '{type,schema_version,data}'::text[] = to_jsonb(OLD) - '{type,schema_version,data}'::text[]
     AND EXISTS (SELECT FROM ledger.erasures e WHERE e.stream = OLD.stream AND e.xmin = pg_current_xact_id()::xid)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Events are never changed: % of %.% was refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          HINT = 'To take something back, append an event that says so; to erase what an article said, use ledger.erase_stream.';
END
$$;

DROP TRIGGER refuse_change ON ledger.events;
CREATE TRIGGER refuse_change
  BEFORE DELETE OR TRUNCATE ON ledger.events
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER refuse_update
  BEFORE UPDATE ON ledger.events
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_all_but_erasure();
ALTER TABLE ledger.events ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE ledger.events ENABLE ALWAYS TRIGGER refuse_update;

-- Also of the event that tells of an earlier erasure: it holds nothing of the article, and stays.
CREATE FUNCTION ledger.is_erased(event ledger.events) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN event.type = 'EventErased' OR (event.type = 'ArticleWithdrawn' AND event.data ? 'erased');

CREATE FUNCTION ledger.erase_stream(target text, by_whom text, why text) RETURNS integer
  LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
  found integer;
BEGIN
  IF target NOT LIKE 'article-%' THEN
    RAISE EXCEPTION 'Only what articles said can be erased; % is no article''s stream.', target USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Nobody appends to it meanwhile, and whoever appends later sees the erasure.
  PERFORM pg_advisory_xact_lock(ledger.stream_lock(target));
  SELECT count(*) INTO found FROM ledger.events e WHERE e.stream = target AND NOT ledger.is_erased(e);
  INSERT INTO ledger.erasures (stream, erased_by, reason, events) VALUES (target, by_whom, why, found);
  UPDATE ledger.events e
     SET type = 'EventErased', schema_version = 1, data = jsonb_build_object('articleId', e.data -> 'articleId', 'was', e.type)
   WHERE e.stream = target
     AND NOT ledger.is_erased(e);
  RETURN found;
END
$$;

COMMENT ON FUNCTION ledger.erase_stream IS 'Erases what the events of one article said, writes down who asked for it, and tells how many they were.';
REVOKE EXECUTE ON FUNCTION ledger.erase_stream FROM PUBLIC;

CREATE INDEX captures_by_age ON ledger.captures (stored_at);
