-- The outbox: what the log says is still to do. Rows are written in the dispatcher's checkpoint transaction and deleted in the transaction
-- that does the work. Queue contents can be lost at any time and are made again from here.
CREATE TABLE work.pending_work (
  job_id       text        PRIMARY KEY CHECK (job_id ~ '^[a-z][A-Za-z0-9._-]{0,199}$'),
  queue        text        NOT NULL CHECK (queue IN ('poll', 'capture', 'extract')),
  data         jsonb       NOT NULL,
  article_id   uuid,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  enqueued_at  timestamptz,
  attempts     integer     NOT NULL DEFAULT 0,
  failures     integer     NOT NULL DEFAULT 0,
  permanent    boolean     NOT NULL DEFAULT false,
  last_error   text,
  failed_at    timestamptz,
  next_try_at  timestamptz
);

COMMENT ON TABLE work.pending_work IS 'Work that the log asks for and that is not done yet, one row per job.';
COMMENT ON COLUMN work.pending_work.article_id IS 'The article that the work is about; null for polls.';
COMMENT ON COLUMN work.pending_work.enqueued_at IS 'When the job was last handed to the queue; null until then.';
COMMENT ON COLUMN work.pending_work.attempts IS 'Attempts that failed so far.';
COMMENT ON COLUMN work.pending_work.failures IS 'How often all attempts of the job were used up; each time it pauses longer.';
COMMENT ON COLUMN work.pending_work.permanent IS 'Trying again can not help: it waits for a person, or for a new event about the article.';
COMMENT ON COLUMN work.pending_work.next_try_at IS 'End of the pause after all attempts failed; null when there is none.';

CREATE INDEX pending_work_unqueued ON work.pending_work (requested_at) WHERE enqueued_at IS NULL;
CREATE INDEX pending_work_article ON work.pending_work (article_id);

-- What the dispatcher must remember of an article to derive its work.
CREATE TABLE work.article_state (
  article_id        uuid    PRIMARY KEY,
  revision          integer NOT NULL DEFAULT 0,
  unavailable       boolean NOT NULL DEFAULT false,
  withdrawn         boolean NOT NULL DEFAULT false,
  extracted_version integer
);

COMMENT ON TABLE work.article_state IS 'Per article, what decides whether its text must be read again.';
COMMENT ON COLUMN work.article_state.revision IS 'The latest captured revision; 0 before the first.';
COMMENT ON COLUMN work.article_state.unavailable IS 'The page can not be had, and the feed entry is read instead.';
COMMENT ON COLUMN work.article_state.extracted_version IS 'Extractor version of the last completed extraction; null before the first.';

CREATE INDEX article_state_version ON work.article_state (extracted_version);
