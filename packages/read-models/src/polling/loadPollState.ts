import type pg from 'pg';
import { newPollState, type PollState } from './pollState.ts';

const COLUMNS = `source_id       AS "sourceId",
       url,
       etag,
       last_modified   AS "lastModified",
       last_polled_at  AS "lastPolledAt",
       next_poll_at    AS "nextPollAt",
       next_poll_why   AS "nextPollWhy",
       failures,
       degraded_since  AS "degradedSince",
       last_error      AS "lastError",
       last_status     AS "lastStatus",
       body_hash       AS "bodyHash",
       problems,
       gap_seconds     AS "gapSeconds",
       newest_at       AS "newestAt",
       changed_at      AS "changedAt",
       ttl_seconds     AS "ttlSeconds",
       moving_to       AS "movingTo",
       moving_times    AS "movingTimes"`;

/** The state of one source; a new one when it was never polled. */
export async function loadPollState(client: pg.Pool | pg.ClientBase, sourceId: string): Promise<PollState> {
  const { rows } = await client.query<PollState>(`SELECT ${COLUMNS} FROM polling.poll_state WHERE source_id = $1`, [sourceId]);
  return rows[0] ?? newPollState(sourceId);
}

/** The states of all sources that were ever polled, by source id. */
export async function loadPollStates(client: pg.Pool | pg.ClientBase): Promise<PollState[]> {
  const { rows } = await client.query<PollState>(`SELECT ${COLUMNS} FROM polling.poll_state ORDER BY source_id`);
  return rows;
}
