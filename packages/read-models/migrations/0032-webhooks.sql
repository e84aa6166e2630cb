-- Who is told of news of figures, and what he was told. Not derived from the log, so no rebuild touches it: secrets would stay in the log for
-- ever, and what was delivered can't be replayed. What is to be delivered is derived, from the news behind told_up_to.
CREATE SCHEMA following;

CREATE TABLE following.webhook (
  webhook_id  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  url         text NOT NULL,
  secret      text NOT NULL,
  -- Of newsledger.figure_news.
  kinds       text[] NOT NULL,
  -- Canonical name of the subject or of the other side; null for everybody.
  about       text,
  -- Null for every figure.
  figure_id   uuid,
  -- Position of the log up to which news became deliveries.
  told_up_to  bigint NOT NULL,
  -- Failures since the last success; after some of them the receiver is left alone for a while.
  failures    int NOT NULL DEFAULT 0,
  rests_until timestamptz NOT NULL DEFAULT now(),
  added_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE following.delivery (
  delivery_id  uuid PRIMARY KEY,
  webhook_id   uuid NOT NULL REFERENCES following.webhook ON DELETE CASCADE,
  figure_id    uuid NOT NULL,
  position     bigint NOT NULL,
  kind         text NOT NULL,
  body         text NOT NULL,
  attempts     int NOT NULL DEFAULT 0,
  -- While it is under way: when somebody else may take it for lost.
  next_try_at  timestamptz NOT NULL DEFAULT now(),
  last_tried_at timestamptz,
  last_status  int,
  last_error   text,
  delivered_at timestamptz,
  UNIQUE (webhook_id, figure_id, position)
);
-- The first of each figure is found without looking at what is done.
CREATE INDEX delivery_open ON following.delivery (webhook_id, figure_id, position) WHERE delivered_at IS NULL;
CREATE INDEX delivery_done ON following.delivery (delivered_at) WHERE delivered_at IS NOT NULL;
