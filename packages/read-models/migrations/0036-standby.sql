-- Readers may ask a streaming replica: it answers as the primary server did some moments ago, and says how many.

-- That of a primary which writes nothing is 0: there is nothing to replay.
CREATE OR REPLACE VIEW newsledger.progress AS
SELECT logged.position AS last_event,
       coalesce(done.position, 0) AS projected_event,
       greatest(logged.position - coalesce(done.position, 0), 0)::int AS events_behind,
       done.updated_at AS projected_at,
       server.is_standby,
       CASE
         WHEN NOT server.is_standby OR (server.is_fed AND server.received = server.replayed) THEN 0
         ELSE round(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 3)
       END AS standby_lag_seconds,
       CASE WHEN server.is_standby THEN pg_wal_lsn_diff(server.received, server.replayed) ELSE 0 END AS standby_lag_bytes
FROM (SELECT coalesce(max(position), 0) AS position FROM ledger.events) AS logged
LEFT JOIN ledger.checkpoints AS done ON done.name = 'projector'
CROSS JOIN (SELECT pg_is_in_recovery() AS is_standby,
                   pg_last_wal_receive_lsn() AS received,
                   pg_last_wal_replay_lsn() AS replayed,
                   EXISTS (SELECT FROM pg_stat_wal_receiver) AS is_fed) AS server;
COMMENT ON VIEW newsledger.progress IS 'How far the tables of this schema are behind the event log, and this server behind its primary: one row.';
COMMENT ON COLUMN newsledger.progress.is_standby IS 'Whether this server is a streaming replica, which only reads.';
COMMENT ON COLUMN newsledger.progress.standby_lag_seconds IS
  'How old what this server shows is, in seconds: 0 on the primary, and when all that came from it is shown; null when nothing came yet.';
COMMENT ON COLUMN newsledger.progress.standby_lag_bytes IS 'What came from the primary and is not shown yet, in bytes of its write-ahead log.';
