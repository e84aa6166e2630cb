import type { StoredEvent } from '@newsledger/events';
import type pg from 'pg';

/** Enough to recognise a failure by. */
const MAX_ERROR_LENGTH = 2_000;

/** What is kept of an event that is parked; its body stays in the log. */
export type Parkable = Pick<StoredEvent, 'position' | 'stream' | 'streamVersion' | 'id' | 'type'>;

/** Parks an event that fails; in the transaction that moves the checkpoint past it. */
export async function parkEvent(client: pg.ClientBase, subscription: string, event: Parkable, error: unknown): Promise<void> {
  await client.query(
    `INSERT INTO ledger.parked_events (subscription, position, stream, stream_version, event_id, event_type, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [subscription, event.position, event.stream, event.streamVersion, event.id, event.type, errorText(error)],
  );
}

/** Parks events behind those of their streams that fail. @param failing positions of these, by stream. */
export async function parkBehind(
  client: pg.ClientBase,
  subscription: string,
  events: readonly Parkable[],
  failing: ReadonlyMap<string, bigint>,
): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `INSERT INTO ledger.parked_events (subscription, position, stream, stream_version, event_id, event_type, behind, attempts)
     SELECT $1, event.*, 0
       FROM unnest($2::bigint[], $3::text[], $4::integer[], $5::uuid[], $6::text[], $7::bigint[]) AS event`,
    [
      subscription,
      events.map(({ position }) => position),
      events.map(({ stream }) => stream),
      events.map(({ streamVersion }) => streamVersion),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ stream }) => failing.get(stream)),
    ],
  );
}

/** Positions of the events that fail, of those streams that have one. */
export async function failingStreams(
  client: pg.ClientBase,
  subscription: string,
  streams: readonly string[],
): Promise<Map<string, bigint>> {
  const { rows } = await client.query<{ stream: string; position: string }>({
    name: 'ledger.failing_streams',
    text: `SELECT stream, min(position) AS position
             FROM ledger.parked_events
            WHERE subscription = $1
              AND stream = ANY ($2)
            GROUP BY stream`,
    values: [subscription, streams],
  });
  return new Map(rows.map(({ stream, position }) => [stream, BigInt(position)]));
}

/** An error as it is kept: what PostgreSQL's text can't hold is left out. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, MAX_ERROR_LENGTH).toWellFormed().replaceAll('\0', '');
}
