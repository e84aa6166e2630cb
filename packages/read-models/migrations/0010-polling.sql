-- Where a source's address came from, and that it is gone for good.
ALTER TABLE projection.source
  ADD COLUMN moved_from text,
  ADD COLUMN retired_at timestamptz;

-- What decides when a source is polled next.
ALTER TABLE polling.poll_state
  ADD COLUMN problems        text[] NOT NULL DEFAULT '{}',
  ADD COLUMN next_poll_why   text,
  ADD COLUMN gap_seconds     int,
  ADD COLUMN newest_at       timestamptz,
  ADD COLUMN changed_at      timestamptz,
  ADD COLUMN ttl_seconds     int,
  ADD COLUMN moving_to       text,
  ADD COLUMN moving_times    int NOT NULL DEFAULT 0;

COMMENT ON COLUMN polling.poll_state.problems IS 'Repairs of the last document that was read.';
COMMENT ON COLUMN polling.poll_state.next_poll_why IS 'Why the next poll is due when it is.';
COMMENT ON COLUMN polling.poll_state.gap_seconds IS 'Median time between the entries of the last document that was read.';
COMMENT ON COLUMN polling.poll_state.newest_at IS 'Publication of its newest entry.';
COMMENT ON COLUMN polling.poll_state.changed_at IS 'When a poll last found a changed document.';
COMMENT ON COLUMN polling.poll_state.ttl_seconds IS 'How long the document itself says that nothing changes.';
COMMENT ON COLUMN polling.poll_state.moving_to IS 'Where permanent redirects lead, until it is believed.';

-- Which event said last how a source lists an article, so that an entry that returns to what it was before is news again.
CREATE TABLE polling.listed_entry (
  source_id  text NOT NULL,
  article_id uuid NOT NULL,
  event_id   uuid NOT NULL,
  content_id uuid NOT NULL,
  listed_at  timestamptz NOT NULL,
  PRIMARY KEY (source_id, article_id)
);

COMMENT ON COLUMN polling.listed_entry.content_id IS 'Id made of what the entry says; equal contents, equal ids.';
COMMENT ON COLUMN polling.listed_entry.event_id IS 'The ArticleDiscovered that says it.';

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
       source.moved_from, source.retired_at
FROM projection.source
LEFT JOIN polling.poll_state AS poll ON poll.source_id = source.source_id;

COMMENT ON COLUMN newsledger.sources.health IS 'new, healthy, failing, degraded, retired or removed.';
COMMENT ON COLUMN newsledger.sources.last_error IS 'What went wrong in the last poll; null when it went well.';
COMMENT ON COLUMN newsledger.sources.problems IS 'What was wrong with the last document and was read all the same, one sentence each.';
COMMENT ON COLUMN newsledger.sources.next_poll_why IS 'Why it is due then: what was wished, how often it publishes, what it asked for, or a pause after failures.';
COMMENT ON COLUMN newsledger.sources.moved_from IS 'The address that was declared, when permanent redirects led to url.';
COMMENT ON COLUMN newsledger.sources.retired_at IS 'When it answered that it is gone for good (410). Declaring it anew revives it.';
