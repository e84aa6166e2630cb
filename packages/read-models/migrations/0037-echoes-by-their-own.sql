-- An echo is found by its text only where its leader is not found by it too: copies of one story, however many, are not looked through.
ALTER TABLE generations.claim
  -- Of an echo whose leader's text has another address: its own.
  ADD COLUMN own_url         text,
  -- Of an echo whose leader's text has another fingerprint: its own.
  ADD COLUMN own_fingerprint text;
ALTER TABLE generations.claim ALTER COLUMN own_url SET STATISTICS 0, ALTER COLUMN own_fingerprint SET STATISTICS 0;

DO $$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_catalog.pg_attribute
  WHERE attrelid = 'projection.claim'::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW projection.claim AS SELECT %s, own_url, own_fingerprint FROM generations.claim '
                 'WHERE generation = (SELECT current FROM projection.generation)', columns);
END
$$;

-- What folding looks up is found in the index itself. A list of rows that are not in it yet, which the server keeps unless told otherwise, is
-- read from its beginning at each look: while rows come in by the ten thousand, that took longer than all the rest.
DROP INDEX generations.claim_neighbours, generations.claim_echo_text, generations.claim_echo_url;
CREATE INDEX claim_neighbours ON generations.claim USING gin (neighbours) WITH (fastupdate = off) WHERE echo_of IS NULL;
CREATE INDEX claim_echo_text ON generations.claim USING gin (projection.text_bands(own_fingerprint)) WITH (fastupdate = off)
  WHERE own_fingerprint IS NOT NULL;
CREATE INDEX claim_echo_url ON generations.claim (own_url) WHERE own_url IS NOT NULL;

-- Claims that were read with too little certainty to count are not looked at when a figure or deal is decided; what was judged is.
DROP INDEX generations.claim_deciding, generations.claim_bucket;
CREATE INDEX claim_deciding ON generations.claim (figure_id, (CASE WHEN judged IS NULL THEN coalesce(certainty, 1) ELSE 1 END))
  WHERE echo_of IS NULL;
CREATE INDEX claim_bucket ON generations.claim (deal_bucket, (CASE WHEN judged IS NULL THEN coalesce(certainty, 1) ELSE 1 END))
  WHERE deal_bucket IS NOT NULL AND echo_of IS NULL;
