import type pg from 'pg';

/** The spans in which these events were appended, by event id. */
export async function readTraces(client: pg.ClientBase, eventIds: readonly string[]): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await client.query<{ eventId: string; traceparent: string }>(
    `SELECT event_id AS "eventId", traceparent
       FROM work.event_traces
      WHERE event_id = ANY ($1::uuid[])`,
    [eventIds],
  );
  return new Map(rows.map(({ eventId, traceparent }) => [eventId, traceparent]));
}
