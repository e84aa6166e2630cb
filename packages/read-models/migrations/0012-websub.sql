-- Which address the poll state is about: validators of one address mean nothing to another.
ALTER TABLE polling.poll_state ADD COLUMN url text;

-- Subscriptions to hubs that announce changes (W3C WebSub).
CREATE TABLE polling.websub (
  source_id     text PRIMARY KEY,
  topic         text NOT NULL,
  hub           text NOT NULL,
  token         text NOT NULL UNIQUE,
  secret        text NOT NULL,
  state         text NOT NULL CHECK (state IN ('wanted', 'asked', 'active', 'denied', 'unreliable', 'ending')),
  next_try_at   timestamptz NOT NULL,
  lease_ends_at timestamptz,
  failures      int NOT NULL DEFAULT 0,
  missed        int NOT NULL DEFAULT 0,
  last_error    text,
  last_push_at  timestamptz
);
CREATE INDEX websub_due ON polling.websub (next_try_at);

COMMENT ON COLUMN polling.websub.token IS 'Last part of the callback address; nobody but the hub is told.';
COMMENT ON COLUMN polling.websub.secret IS 'Key of the signatures under which the hub sends contents.';
COMMENT ON COLUMN polling.websub.state IS 'wanted, asked (the hub has not confirmed yet), active, denied by the hub, unreliable (polls found what it did not announce), or ending (to be unsubscribed).';
COMMENT ON COLUMN polling.websub.next_try_at IS 'When the hub is to be asked next: at first, before the lease ends, or after a failure.';
COMMENT ON COLUMN polling.websub.missed IS 'Polls in a row that found entries which the hub had not announced.';

CREATE OR REPLACE VIEW newsledger.sources AS
SELECT source.source_id, source.name, source.url, source.kind, source.primary_for, source.every_seconds, source.declared_by,
       CASE
         WHEN source.removed_at IS NOT NULL THEN 'removed'
         WHEN source.retired_at IS NOT NULL THEN 'retired'
         WHEN source.degraded_since IS NOT NULL THEN 'degraded'
         WHEN poll.failures > 0 THEN 'failing'
         WHEN poll.last_polled_at IS NULL THEN 'new'
         ELSE 'healthy'
       END AS health,
       source.degraded_since,
       coalesce(poll.last_error, source.degraded_reason) AS last_error,
       coalesce(poll.last_status, source.degraded_status) AS last_status,
       coalesce(poll.failures, 0) AS failures,
       poll.last_polled_at,
       CASE WHEN source.removed_at IS NULL AND source.retired_at IS NULL THEN poll.next_poll_at END AS next_poll_at,
       (SELECT count(*)::int FROM projection.article WHERE article.source_id = source.source_id) AS article_count,
       (SELECT max(article.published_at) FROM projection.article WHERE article.source_id = source.source_id) AS newest_article_at,
       source.registered_at, source.changed_at, source.removed_at,
       coalesce(poll.problems, '{}') AS problems,
       CASE WHEN source.removed_at IS NULL AND source.retired_at IS NULL THEN poll.next_poll_why END AS next_poll_why,
       source.moved_from, source.retired_at,
       websub.hub, websub.state AS hub_state, websub.lease_ends_at AS hub_lease_ends_at, websub.last_push_at
FROM projection.source
LEFT JOIN polling.poll_state AS poll ON poll.source_id = source.source_id
LEFT JOIN polling.websub ON websub.source_id = source.source_id AND websub.state <> 'ending';

COMMENT ON COLUMN newsledger.sources.hub IS 'The WebSub hub that was asked to announce its changes.';
COMMENT ON COLUMN newsledger.sources.hub_state IS 'wanted, asked, active, denied, or unreliable: then polls go on as if there were no hub.';
COMMENT ON COLUMN newsledger.sources.hub_lease_ends_at IS 'When the hub ends the subscription unless it is renewed, which happens before.';
COMMENT ON COLUMN newsledger.sources.last_push_at IS 'When the hub last sent a change.';
