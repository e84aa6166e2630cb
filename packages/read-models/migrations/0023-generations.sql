-- Tables that are derived from the log come in generations, so that a rebuild can make the next one beside that which readers see, as bulk
-- loading wants it: no index before all rows are there. Generation 7 of the claims is the table generation_7.claim, a partition of
-- generations.claim once it is complete; projection.claim shows that of the current generation. Which one is current is a row, so readers
-- change over by the snapshot that each of them has anyway: nobody waits, and no transaction sees rows of two generations.
CREATE SCHEMA generations;
CREATE SCHEMA generation_1;

CREATE TABLE projection.generation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  current  int NOT NULL
);
INSERT INTO projection.generation (current) VALUES (1);

CREATE FUNCTION projection.current_generation() RETURNS int
LANGUAGE sql STABLE
RETURN (SELECT current FROM projection.generation);

DO $$
DECLARE
  path        text := current_setting('search_path');
  written     text[];
  statement   text;
  name        text;
  key_name    text;
  key_columns text;
  columns     text;
  wide        text;
BEGIN
  -- With no path, definitions name every table in full.
  PERFORM set_config('search_path', '', true);
  SELECT array_agg(found.text) INTO written
  FROM (
    SELECT format('CREATE OR REPLACE VIEW %I.%I AS %s', schemaname, viewname, definition) AS text
    FROM pg_catalog.pg_views
    WHERE schemaname IN ('projection', 'newsledger')
    UNION ALL
    SELECT pg_catalog.pg_get_functiondef(oid)
    FROM pg_catalog.pg_proc
    WHERE pronamespace IN ('projection'::regnamespace, 'newsledger'::regnamespace) AND prosqlbody IS NOT NULL
  ) AS found;

  FOR name IN
    SELECT tablename FROM pg_catalog.pg_tables
    WHERE schemaname = 'projection' AND tablename NOT IN ('migrations', 'measure', 'generation')
    ORDER BY tablename
  LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
    FROM pg_catalog.pg_attribute
    WHERE attrelid = format('projection.%I', name)::regclass AND attnum > 0 AND NOT attisdropped;
    SELECT conname, (SELECT string_agg(quote_ident(attname), ', ' ORDER BY place)
                     FROM unnest(conkey) WITH ORDINALITY AS part (number, place)
                     JOIN pg_catalog.pg_attribute ON attrelid = conrelid AND attnum = number)
      INTO STRICT key_name, key_columns
    FROM pg_catalog.pg_constraint
    WHERE conrelid = format('projection.%I', name)::regclass AND contype = 'p';

    EXECUTE format('ALTER TABLE projection.%I ADD COLUMN generation int NOT NULL DEFAULT 1', name);
    EXECUTE format('ALTER TABLE projection.%I DROP CONSTRAINT %I, ADD CONSTRAINT %I PRIMARY KEY (%s, generation)',
                   name, key_name, key_name, key_columns);
    EXECUTE format('ALTER TABLE projection.%I SET SCHEMA generation_1', name);
    EXECUTE format('CREATE TABLE generations.%I (LIKE generation_1.%I INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED, '
                   'PRIMARY KEY (%s, generation)) PARTITION BY LIST (generation)', name, name, key_columns);
    EXECUTE format('ALTER TABLE generations.%I ATTACH PARTITION generation_1.%I FOR VALUES IN (1)', name, name);
    -- What no question is asked by: looking at values of this size took most of the time that statistics take.
    FOR wide IN
      SELECT attname FROM pg_catalog.pg_attribute
      WHERE attrelid = format('generations.%I', name)::regclass AND attnum > 0 AND NOT attisdropped
        AND (atttypid = 'jsonb'::regtype OR attname IN ('explanation', 'reason', 'sentence', 'quote', 'summary', 'byline', 'cause'))
    LOOP
      EXECUTE format('ALTER TABLE generations.%I ALTER COLUMN %I SET STATISTICS 0', name, wide);
    END LOOP;
    EXECUTE format('CREATE VIEW projection.%I AS SELECT %s, generation FROM generations.%I '
                   'WHERE generation = (SELECT current FROM projection.generation)', name, columns, name);
    EXECUTE format('ALTER VIEW projection.%I ALTER COLUMN generation SET DEFAULT projection.current_generation()', name);
  END LOOP;

  -- What was defined by the tables is from now on by what shows the current generation of them.
  FOREACH statement IN ARRAY written LOOP
    EXECUTE statement;
  END LOOP;
  PERFORM set_config('search_path', path, true);
END
$$;
