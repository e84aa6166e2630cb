-- Which article each entry of a source is about, by the publisher's own id of the entry, so that one that comes under a new address is the
-- same article.
CREATE TABLE polling.entry_place (
  source_id  text NOT NULL,
  entry_key  uuid NOT NULL,
  article_id uuid NOT NULL,
  address_id uuid NOT NULL,
  placed_at  timestamptz NOT NULL,
  PRIMARY KEY (source_id, entry_key)
);

COMMENT ON COLUMN polling.entry_place.entry_key IS 'Id made of the publisher''s own id.';
COMMENT ON COLUMN polling.entry_place.address_id IS 'Id of the article that the entry''s address alone would name: another than article_id once the address has changed.';

COMMENT ON COLUMN newsledger.sources.problems IS
  'What was wrong with the last document, and with pages captured since, and was read all the same, one sentence each.';
COMMENT ON COLUMN newsledger.articles.url IS 'Address as first listed; until its page was captured, as its source lists it now.';
COMMENT ON COLUMN newsledger.articles.title IS 'Latest title; without one the first words of its text, else its address.';
COMMENT ON COLUMN newsledger.claims.article_title IS
  'Title of the revision that states the claim; without one the first words of its text, else its address.';
