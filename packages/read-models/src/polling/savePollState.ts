import type pg from 'pg';
import type { PollState } from './pollState.ts';

/** Writes the whole state of one source; with a client it joins that transaction. */
export async function savePollState(client: pg.Pool | pg.ClientBase, state: PollState): Promise<void> {
  await client.query(
    `INSERT INTO polling.poll_state (source_id, etag, last_modified, last_polled_at, next_poll_at, next_poll_why, failures,
                                     degraded_since, last_error, last_status, body_hash, problems, gap_seconds,
                                     newest_at, changed_at, ttl_seconds, moving_to, moving_times, url)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (source_id) DO UPDATE
     SET etag           = excluded.etag,
         last_modified  = excluded.last_modified,
         last_polled_at = excluded.last_polled_at,
         next_poll_at   = excluded.next_poll_at,
         next_poll_why  = excluded.next_poll_why,
         failures       = excluded.failures,
         degraded_since = excluded.degraded_since,
         last_error     = excluded.last_error,
         last_status    = excluded.last_status,
         body_hash      = excluded.body_hash,
         problems       = excluded.problems,
         gap_seconds    = excluded.gap_seconds,
         newest_at      = excluded.newest_at,
         changed_at     = excluded.changed_at,
         ttl_seconds    = excluded.ttl_seconds,
         moving_to      = excluded.moving_to,
         moving_times   = excluded.moving_times,
         url            = excluded.url`,
    [
      state.sourceId,
      state.etag,
      state.lastModified,
      state.lastPolledAt,
      state.nextPollAt,
      state.nextPollWhy,
      state.failures,
      state.degradedSince,
      state.lastError,
      state.lastStatus,
      state.bodyHash,
      state.problems,
      state.gapSeconds,
      state.newestAt,
      state.changedAt,
      state.ttlSeconds,
      state.movingTo,
      state.movingTimes,
      state.url,
    ],
  );
}

/** Forgets a source that is no longer followed. */
export async function deletePollState(client: pg.Pool | pg.ClientBase, sourceId: string): Promise<void> {
  await client.query('DELETE FROM polling.poll_state WHERE source_id = $1', [sourceId]);
}
