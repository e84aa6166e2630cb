-- What is still to do, at a glance: the outbox knows it on either backend.
CREATE VIEW newsledger.queues AS
SELECT queue.name AS queue,
       count(pending.job_id)::integer AS pending,
       (count(pending.job_id) FILTER (WHERE pending.attempts > 0))::integer AS failing,
       (count(pending.job_id) FILTER (WHERE pending.permanent))::integer AS parked,
       min(pending.requested_at) FILTER (WHERE NOT pending.permanent) AS waiting_since
  FROM unnest(ARRAY['poll', 'capture', 'extract']) WITH ORDINALITY AS queue (name, place)
  LEFT JOIN work.pending_work AS pending ON pending.queue = queue.name
 GROUP BY queue.name, queue.place
 ORDER BY queue.place;

COMMENT ON VIEW newsledger.queues IS 'What is still to do, one row per queue, in the order in which an article passes through them.';
COMMENT ON COLUMN newsledger.queues.queue IS 'poll (sources), capture (pages) or extract (the claims of texts).';
COMMENT ON COLUMN newsledger.queues.pending IS 'Jobs that are still to be done, those that fail or are parked among them.';
COMMENT ON COLUMN newsledger.queues.failing IS 'Jobs of which an attempt failed.';
COMMENT ON COLUMN newsledger.queues.parked IS 'Jobs that are not tried again by themselves.';
COMMENT ON COLUMN newsledger.queues.waiting_since IS 'Since when the oldest job that is not parked is to be done; null when none is.';
