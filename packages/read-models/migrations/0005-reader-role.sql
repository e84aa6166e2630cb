-- One role that reads the public schema and nothing else. Roles belong to the whole cluster, so another database may have made it already.
DO $$
BEGIN
  CREATE ROLE newsledger_reader LOGIN;
  ALTER ROLE newsledger_reader SET default_transaction_read_only = on;
  ALTER ROLE newsledger_reader SET statement_timeout = '30s';
  ALTER ROLE newsledger_reader SET search_path = newsledger;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;

REVOKE ALL ON SCHEMA projection, polling, newsledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA newsledger FROM PUBLIC;
GRANT USAGE ON SCHEMA newsledger TO newsledger_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA newsledger GRANT SELECT ON TABLES TO newsledger_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA newsledger GRANT EXECUTE ON FUNCTIONS TO newsledger_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA newsledger REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
