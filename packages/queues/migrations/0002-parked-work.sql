-- Work that kills the process that does it must not be tried for ever.
ALTER TABLE work.pending_work ADD COLUMN crashes integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN work.pending_work.crashes IS
  'How often a process ended while it did this work alone among those that had been at work when a process ended before; 0 again when an attempt comes to its end.';
COMMENT ON COLUMN work.pending_work.permanent IS
  'Parked: it failed so often, or in such a way, that it is not tried again by itself. It waits for a person, or for a new event about the article.';

-- The schema is made by the read models' migrations, which may run later.
CREATE SCHEMA IF NOT EXISTS newsledger;

CREATE VIEW newsledger.failing_work AS
SELECT pending.job_id,
       pending.queue,
       pending.article_id,
       CASE WHEN pending.queue = 'poll' THEN pending.data ->> 'sourceId' END AS source_id,
       pending.permanent AS parked,
       pending.last_error AS error,
       pending.attempts,
       pending.requested_at,
       pending.failed_at,
       pending.next_try_at
  FROM work.pending_work AS pending
 WHERE pending.attempts > 0;

COMMENT ON VIEW newsledger.failing_work IS
  'What could not be fetched or read so far, one row per job. Parked work is not tried again by itself; "newsledger retry" asks for it.';
COMMENT ON COLUMN newsledger.failing_work.job_id IS 'Id of the job.';
COMMENT ON COLUMN newsledger.failing_work.queue IS 'poll (a source), capture (a page) or extract (the claims of a text).';
COMMENT ON COLUMN newsledger.failing_work.article_id IS 'The article that the work is about; null for polls.';
COMMENT ON COLUMN newsledger.failing_work.source_id IS 'The source that is polled; null for other work.';
COMMENT ON COLUMN newsledger.failing_work.parked IS 'True when it is not tried again by itself.';
COMMENT ON COLUMN newsledger.failing_work.error IS 'Why the latest attempt failed.';
COMMENT ON COLUMN newsledger.failing_work.attempts IS 'Attempts that failed so far.';
COMMENT ON COLUMN newsledger.failing_work.requested_at IS 'Since when it is to be done.';
COMMENT ON COLUMN newsledger.failing_work.failed_at IS 'When the latest attempt failed.';
COMMENT ON COLUMN newsledger.failing_work.next_try_at IS 'When it is tried again after a pause; null when it is at work, or parked.';
