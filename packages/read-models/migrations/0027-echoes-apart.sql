-- What echoes of a claim tell is kept with the claim, so that one more claim of a popular figure is folded without reading them: how many
-- came on each day, whether its text leads to anything else, and by what the texts of echoes are found when a new one leads to them.
ALTER TABLE generations.claim
  -- How many echoes were published on each day; null without echoes.
  ADD COLUMN echo_days jsonb,
  -- Whether its text leads to no claim of the same figure or deals that says anything else; null where nobody looked for echoes.
  ADD COLUMN lone      boolean;
ALTER TABLE generations.claim ALTER COLUMN echo_days SET STATISTICS 0;

DO $$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_catalog.pg_attribute
  WHERE attrelid = 'projection.claim'::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW projection.claim AS SELECT %s, echo_days, lone FROM generations.claim '
                 'WHERE generation = (SELECT current FROM projection.generation)', columns);
  -- Folding asks for claims that speak for themselves: indexes of all claims make way for smaller ones.
  EXECUTE format('DROP INDEX generation_%1$s.claim_neighbours, generation_%1$s.claim_bucket', (SELECT current FROM projection.generation));
END
$$;

-- The quarters of a fingerprint, each after its number: `bandsNear` of the package reconcile says which those of edited copies may be.
CREATE FUNCTION projection.text_bands(fingerprint text) RETURNS int[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY[
  ('x' || substr(fingerprint, 1, 4))::bit(16)::int,
  65536 + ('x' || substr(fingerprint, 5, 4))::bit(16)::int,
  131072 + ('x' || substr(fingerprint, 9, 4))::bit(16)::int,
  196608 + ('x' || substr(fingerprint, 13, 4))::bit(16)::int
];

CREATE INDEX claim_echo_text ON generations.claim USING gin (projection.text_bands(fingerprint)) WHERE echo_of IS NOT NULL;
CREATE INDEX claim_echo_url ON generations.claim (canonical_url) WHERE echo_of IS NOT NULL;
CREATE INDEX claim_neighbours ON generations.claim USING gin (neighbours) WHERE echo_of IS NULL;
CREATE INDEX claim_bucket ON generations.claim (deal_bucket) WHERE deal_bucket IS NOT NULL AND echo_of IS NULL;
CREATE INDEX claim_deciding ON generations.claim (figure_id) WHERE echo_of IS NULL;
