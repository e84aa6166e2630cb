-- Planned once for a connection, not for each figure: planning takes ten times as long as answering.
ALTER FUNCTION newsledger.tension_words(uuid) SET plan_cache_mode = force_generic_plan;

-- Tables lie in memory or on disks that don't turn. By the server's default, a few hundred rows are worth reading a whole table for.
DO $$
BEGIN
  IF (SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()) THEN
    EXECUTE format('ALTER DATABASE %I SET random_page_cost = 1.1', current_database());
  END IF;
END
$$;
