-- Private tables that the fold keeps: everything here can be thrown away and replayed from the log. Rows of claims and figures change
-- often; room on their pages keeps such changes out of the indexes.
CREATE SCHEMA IF NOT EXISTS projection;

-- An instant as the fold writes it, `2025-11-03T14:00:00.000Z`, whatever the session's time zone.
CREATE FUNCTION projection.iso(moment timestamptz) RETURNS text
LANGUAGE sql STABLE STRICT
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

CREATE TABLE projection.source (
  source_id       text PRIMARY KEY,
  name            text NOT NULL,
  url             text NOT NULL,
  kind            text,
  primary_for     text[] NOT NULL,
  every_seconds   int NOT NULL,
  declared_by     text NOT NULL,
  removed_at      timestamptz,
  degraded_since  timestamptz,
  degraded_reason text,
  degraded_status int,
  registered_at   timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL
);

CREATE TABLE projection.article (
  article_id         uuid PRIMARY KEY,
  source_id          text NOT NULL,
  url                text NOT NULL,
  canonical_url      text,
  title              text NOT NULL,
  summary            text,
  byline             text[] NOT NULL,
  published_at       timestamptz,
  modified_at        timestamptz,
  language           text,
  wire_credit        text,
  correction_note    text,
  paywalled          boolean NOT NULL,
  fingerprint        text,
  word_count         int,
  revision           int NOT NULL,
  unavailable_reason text,
  withdrawn_reason   text,
  discovered_at      timestamptz NOT NULL,
  captured_at        timestamptz,
  withdrawn_at       timestamptz,
  -- Which extraction's claims count: null before the first one is complete.
  active_revision    int,
  active_extractor   int,
  extracted_at       timestamptz,
  -- Claim ids of an extraction whose last part has not come yet.
  open_extraction    jsonb
);
CREATE INDEX article_source ON projection.article (source_id);

CREATE TABLE projection.article_revision (
  article_id      uuid NOT NULL,
  revision        int NOT NULL,
  url             text NOT NULL,
  canonical_url   text NOT NULL,
  title           text NOT NULL,
  published_at    timestamptz,
  modified_at     timestamptz,
  wire_credit     text,
  correction_note text,
  capture_hash    text NOT NULL,
  text_hash       text NOT NULL,
  fingerprint     text NOT NULL,
  word_count      int NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (article_id, revision)
);

CREATE TABLE projection.claim (
  claim_id           uuid PRIMARY KEY,
  kind               text NOT NULL CHECK (kind IN ('figure', 'deal')),
  article_id         uuid NOT NULL,
  source_id          text NOT NULL,
  revision           int NOT NULL,
  extractor_name     text NOT NULL,
  extractor_version  int NOT NULL,
  -- The figure or deal as it was reported, with the names that the article's claims bear.
  content            jsonb NOT NULL,
  -- Names as reported, before aliases and merges.
  names              text[] NOT NULL,
  deal_claim_id      uuid,
  quote              text NOT NULL,
  sentence           text NOT NULL,
  quote_start        int NOT NULL,
  quote_end          int NOT NULL,
  position           bigint NOT NULL,
  recorded_at        timestamptz NOT NULL,
  -- What the claim's revision says of its article, copied here so that a key is reconciled from one table.
  article_title      text,
  published_at       timestamptz,
  stated_at          timestamptz,
  wire_credit        text,
  canonical_url      text,
  fingerprint        text,
  correction_note    text,
  -- pending until its extraction is complete; then active, revised, reextracted or withdrawn.
  standing           text NOT NULL,
  figure_id          uuid,
  deal_bucket        text,
  deal_id            uuid,
  origin_id          text,
  is_primary         boolean NOT NULL,
  verdict            text,
  reason             text
) WITH (fillfactor = 70);
CREATE INDEX claim_article ON projection.claim (article_id);
CREATE INDEX claim_source ON projection.claim (source_id);
CREATE INDEX claim_figure ON projection.claim (figure_id) WHERE figure_id IS NOT NULL;
CREATE INDEX claim_bucket ON projection.claim (deal_bucket) WHERE deal_bucket IS NOT NULL;
CREATE INDEX claim_deal ON projection.claim (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX claim_names ON projection.claim USING gin (names);

CREATE TABLE projection.figure (
  figure_id           uuid PRIMARY KEY,
  subject             text NOT NULL,
  counterparty        text,
  measure             text NOT NULL,
  definition          text,
  noun                text,
  period              text,
  period_from         date,
  period_to           date,
  status              text NOT NULL,
  unit                text NOT NULL,
  -- False when no claim counts any more: the row leaves the public schema and keeps its history.
  live                boolean NOT NULL,
  value               numeric,
  low                 numeric,
  high                numeric,
  agreement           text,
  confidence          numeric,
  claim_count         int NOT NULL,
  independent_sources int NOT NULL,
  first_reported      timestamptz,
  first_recorded      timestamptz NOT NULL,
  last_changed        timestamptz NOT NULL,
  explanation         text,
  why                 jsonb,
  pinned              boolean NOT NULL,
  -- Hash of all that users see of the row but its times: tells whether anything changed.
  shown               text NOT NULL,
  search              tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', subject || ' ' || coalesce(counterparty, '') || ' ' || replace(measure, '_', ' ') || ' ' ||
      coalesce(noun, '') || ' ' || coalesce(replace(definition, '_', ' '), '') || ' ' || coalesce(period, '') || ' ' || status || ' ' || unit)
  ) STORED
) WITH (fillfactor = 70);
CREATE INDEX figure_subject ON projection.figure (subject, measure);
CREATE INDEX figure_counterparty ON projection.figure (counterparty) WHERE counterparty IS NOT NULL;
CREATE INDEX figure_agreement ON projection.figure (agreement) WHERE live;
CREATE INDEX figure_search ON projection.figure USING gin (search);

-- What people decided, kept apart from figures: a pin may wait for its figure.
CREATE TABLE projection.pin (
  figure_id uuid PRIMARY KEY,
  value     numeric NOT NULL,
  unit      text NOT NULL,
  pinned_by text NOT NULL,
  reason    text NOT NULL,
  pinned_at timestamptz NOT NULL
);

-- Identity columns of a figure never change (they make its id), so its history holds the rest.
CREATE TABLE projection.figure_history (
  figure_id           uuid NOT NULL,
  position            bigint NOT NULL,
  event_id            uuid NOT NULL,
  event_type          text NOT NULL,
  changed_at          timestamptz NOT NULL,
  live                boolean NOT NULL,
  period_from         date,
  period_to           date,
  value               numeric,
  low                 numeric,
  high                numeric,
  agreement           text,
  confidence          numeric,
  claim_count         int NOT NULL,
  independent_sources int NOT NULL,
  first_reported      timestamptz,
  explanation         text,
  why                 jsonb,
  pinned              boolean NOT NULL,
  PRIMARY KEY (figure_id, position)
);
CREATE INDEX figure_history_time ON projection.figure_history (changed_at);

CREATE TABLE projection.deal (
  deal_id             uuid PRIMARY KEY,
  bucket              text NOT NULL,
  live                boolean NOT NULL,
  type                text NOT NULL,
  title               text NOT NULL,
  parties             jsonb NOT NULL,
  value               numeric,
  low                 numeric,
  high                numeric,
  unit                text,
  value_definition    text,
  term_years          numeric,
  status              text NOT NULL,
  announced_on        date,
  agreement           text,
  claim_count         int NOT NULL,
  independent_sources int NOT NULL,
  stages              jsonb NOT NULL,
  first_reported      timestamptz,
  first_recorded      timestamptz NOT NULL,
  last_changed        timestamptz NOT NULL,
  explanation         text,
  shown               text NOT NULL,
  search              tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || replace(type, '_', ' ') || ' ' || status)) STORED
);
CREATE INDEX deal_bucket ON projection.deal (bucket);
CREATE INDEX deal_search ON projection.deal USING gin (search);

CREATE TABLE projection.deal_history (
  deal_id             uuid NOT NULL,
  position            bigint NOT NULL,
  event_id            uuid NOT NULL,
  event_type          text NOT NULL,
  changed_at          timestamptz NOT NULL,
  live                boolean NOT NULL,
  type                text NOT NULL,
  title               text NOT NULL,
  parties             jsonb NOT NULL,
  value               numeric,
  low                 numeric,
  high                numeric,
  unit                text,
  value_definition    text,
  term_years          numeric,
  status              text NOT NULL,
  announced_on        date,
  agreement           text,
  claim_count         int NOT NULL,
  independent_sources int NOT NULL,
  first_reported      timestamptz,
  explanation         text,
  PRIMARY KEY (deal_id, position)
);

-- Names that mean another entity, by a curated alias or a person's merge.
CREATE TABLE projection.entity_name (
  name       text PRIMARY KEY,
  entity     text NOT NULL,
  -- alias or merge
  kind       text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE INDEX entity_name_entity ON projection.entity_name (entity);

CREATE TABLE projection.audit (
  claim_id   uuid NOT NULL,
  figure_id  uuid NOT NULL,
  outcome    text NOT NULL,
  evidence   text NOT NULL,
  audited_at timestamptz NOT NULL,
  position   bigint NOT NULL,
  PRIMARY KEY (claim_id, position)
);

-- Counts that were frozen when the latest epoch closed.
CREATE TABLE projection.reliability (
  source_id     text NOT NULL,
  measure_class text NOT NULL,
  epoch         int NOT NULL,
  right_count   int NOT NULL,
  wrong_count   int NOT NULL,
  closed_at     timestamptz NOT NULL,
  PRIMARY KEY (source_id, measure_class)
);

CREATE TABLE projection.measure (
  measure       text PRIMARY KEY,
  measure_class text NOT NULL,
  definition    text NOT NULL
);
