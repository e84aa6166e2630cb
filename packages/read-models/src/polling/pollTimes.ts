import type pg from 'pg';

/** When the poll of any source ended last; null before the first. */
export async function readLastPoll(client: pg.Pool | pg.ClientBase): Promise<Date | null> {
  const { rows } = await client.query<{ last: Date | null }>('SELECT max(last_polled_at) AS last FROM polling.poll_state');
  return rows[0]?.last ?? null;
}

/** When each source is to be polled next, of those that were ever polled. */
export async function loadNextPolls(client: pg.Pool | pg.ClientBase): Promise<Map<string, Date | null>> {
  const { rows } = await client.query<{ sourceId: string; nextPollAt: Date | null }>(
    'SELECT source_id AS "sourceId", next_poll_at AS "nextPollAt" FROM polling.poll_state',
  );
  return new Map(rows.map(({ sourceId, nextPollAt }) => [sourceId, nextPollAt]));
}
