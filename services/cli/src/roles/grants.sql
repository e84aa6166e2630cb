-- What each service may do in this database. Run by every "migrate", after the migrations: doing it again changes nothing, and what a migration
-- adds to a schema is covered without a word here. Roles belong to the whole server; what they may do, to this database.

-- What an earlier release granted and this one doesn't is taken back; nobody sees it taken before the transaction ends.
REVOKE ALL ON ALL TABLES IN SCHEMA ledger, work, bullmq, polling, model, projection, following, newsledger
  FROM newsledger_fetcher, newsledger_extractor, newsledger_projector, newsledger_admin;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger, work, bullmq, polling, model, projection, following
  FROM newsledger_fetcher, newsledger_extractor, newsledger_projector, newsledger_admin;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger, newsledger FROM newsledger_fetcher, newsledger_extractor, newsledger_projector, newsledger_admin;
REVOKE ALL ON SCHEMA ledger, work, bullmq, polling, model, projection, following, newsledger
  FROM newsledger_fetcher, newsledger_extractor, newsledger_projector, newsledger_admin;

-- fetcher: polls, captures, and makes work of the log. It reads no claims but as events, and writes none.
GRANT USAGE ON SCHEMA ledger, work, bullmq, polling, newsledger TO newsledger_fetcher;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger, newsledger TO newsledger_fetcher;
GRANT SELECT ON ledger.event_position TO newsledger_fetcher;
GRANT EXECUTE ON FUNCTION ledger.append, ledger.append_many TO newsledger_fetcher;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_fetcher;
GRANT INSERT, DELETE ON ledger.captures TO newsledger_fetcher;
-- Rows that it erases are locked before, which asks for this.
GRANT UPDATE (stored_at) ON ledger.captures TO newsledger_fetcher;
GRANT INSERT, UPDATE ON ledger.erased_captures, ledger.checkpoints TO newsledger_fetcher;
GRANT INSERT, UPDATE, DELETE ON ledger.parked_events TO newsledger_fetcher;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA work, bullmq, polling TO newsledger_fetcher;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA work, bullmq, polling TO newsledger_fetcher;

-- extractor: reads captures and says what they state. It stores none, and can't tell the log of any.
GRANT USAGE ON SCHEMA ledger, work, bullmq, model TO newsledger_extractor;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO newsledger_extractor;
GRANT SELECT ON ledger.event_position TO newsledger_extractor;
GRANT EXECUTE ON FUNCTION ledger.append, ledger.append_many TO newsledger_extractor;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA work, bullmq, model TO newsledger_extractor;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA work, bullmq, model TO newsledger_extractor;

-- projector: reads the log, writes the tables, and tells webhooks. It appends nothing, and sees no text of a publisher's.
GRANT USAGE ON SCHEMA ledger, projection, following, newsledger TO newsledger_projector;
GRANT SELECT ON ledger.events, ledger.event_position, ledger.checkpoints, ledger.parked_events TO newsledger_projector;
GRANT INSERT, UPDATE ON ledger.checkpoints TO newsledger_projector;
GRANT INSERT, UPDATE, DELETE ON ledger.parked_events TO newsledger_projector;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_projector;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA projection, following TO newsledger_projector;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA projection, following TO newsledger_projector;
REVOKE INSERT, UPDATE, DELETE ON projection.migrations, projection.measure FROM newsledger_projector;
-- A row's trace goes on from where its event was appended.
GRANT USAGE ON SCHEMA work TO newsledger_projector;
GRANT SELECT ON work.event_traces TO newsledger_projector;

-- admin: what people decide, all of it by the log. Of tables it writes only what no log has: who is told of news, and what work is asked for.
GRANT USAGE ON SCHEMA ledger, work, bullmq, polling, projection, following, newsledger TO newsledger_admin;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger, work, bullmq, polling, projection, newsledger TO newsledger_admin;
GRANT SELECT ON ledger.event_position TO newsledger_admin;
GRANT EXECUTE ON FUNCTION ledger.append, ledger.append_many TO newsledger_admin;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_admin;
GRANT INSERT, UPDATE, DELETE ON work.pending_work TO newsledger_admin;
-- A source that is asked for is due at once.
GRANT UPDATE (next_poll_at) ON polling.poll_state TO newsledger_admin;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA following TO newsledger_admin;
-- The hub's keys are the fetcher's alone.
REVOKE SELECT ON polling.websub FROM newsledger_admin;

-- BullMQ makes a sequence for a queue when its first job comes. By these functions alone, so that nobody else needs to make anything in its schema.
DO $$
DECLARE
  made text;
BEGIN
  FOR made IN
    SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'bullmq'::regnamespace AND prosrc LIKE '%CREATE SEQUENCE%'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = bullmq, pg_temp', made);
  END LOOP;
END
$$;
ALTER DEFAULT PRIVILEGES IN SCHEMA bullmq GRANT USAGE ON SEQUENCES TO newsledger_fetcher, newsledger_extractor;

-- A subscription's place in the log, and what it parked, are its own.
ALTER TABLE ledger.checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger.parked_events ENABLE ROW LEVEL SECURITY;
DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN
    SELECT *
      FROM (VALUES ('checkpoints', 'name'), ('parked_events', 'subscription')) AS tables (name, subscription),
           (VALUES ('newsledger_fetcher', 'dispatcher'), ('newsledger_projector', 'projector')) AS owners (role, prefix)
     WHERE NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'ledger' AND tablename = tables.name AND policyname = owners.role)
  LOOP
    EXECUTE format('CREATE POLICY %I ON ledger.%I TO %I USING (starts_with(%I, %L))',
                   guarded.role, guarded.name, guarded.role, guarded.subscription, guarded.prefix);
  END LOOP;
  FOR guarded IN
    SELECT name
      FROM (VALUES ('checkpoints'), ('parked_events')) AS tables (name)
     WHERE NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'ledger' AND tablename = tables.name AND policyname = 'all_may_look')
  LOOP
    EXECUTE format('CREATE POLICY all_may_look ON ledger.%I FOR SELECT USING (true)', guarded.name);
  END LOOP;
END
$$;

-- Generations of the tables are made, attached and dropped by the projector, so they are its own.
DO $$
DECLARE
  found record;
BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO newsledger_projector', current_database());
  FOR found IN
    SELECT format('ALTER SCHEMA %I OWNER TO newsledger_projector', nspname) AS statement
      FROM pg_namespace
     WHERE nspname ~ '^(generations|generation_[0-9]+)$' AND nspowner <> 'newsledger_projector'::regrole
  LOOP
    EXECUTE found.statement;
  END LOOP;
  FOR found IN
    SELECT format('ALTER TABLE %s OWNER TO newsledger_projector', pg_class.oid::regclass) AS statement
      FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname ~ '^(generations|generation_[0-9]+)$' AND relkind IN ('r', 'p') AND relowner <> 'newsledger_projector'::regrole
  LOOP
    EXECUTE found.statement;
  END LOOP;
END
$$;
