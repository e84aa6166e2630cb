import type pg from 'pg';
import { type GeneratedEvent, generateLog, type LogShape } from './generateLog.ts';

const ROWS_PER_STATEMENT = 5000;

/**
 * Writes a generated log behind what the log holds already, many thousand events a second: past the append function, which checks what needs
 * no check here. Nobody else may write meanwhile, and no stream of it may be there yet.
 * @param held so many events the log has already from a shorter log of the same shape; they are not written again.
 * @returns the position of its last event.
 */
export async function fillLog(pool: pg.Pool, shape: LogShape, { held = 0 } = {}): Promise<bigint> {
  const { rows } = await pool.query<{ last: string }>('SELECT coalesce(max(position), 0)::text AS last FROM ledger.events');
  let position = BigInt(rows[0]?.last ?? 0);
  const versions = new Map<string, number>();
  let batch: GeneratedEvent[] = [];
  const write = async () => {
    if (batch.length === 0) return;
    await insert(pool, position, versions, batch);
    position += BigInt(batch.length);
    batch = [];
  };
  let made = 0;
  for (const event of generateLog(shape)) {
    if (made++ < held) {
      versions.set(event.stream, (versions.get(event.stream) ?? 0) + 1);
      continue;
    }
    batch.push(event);
    if (batch.length === ROWS_PER_STATEMENT) await write();
  }
  await write();
  await pool.query(`SELECT setval('ledger.event_position', $1)`, [position]);
  await pool.query('ANALYZE ledger.events');
  return position;
}

async function insert(pool: pg.Pool, after: bigint, versions: Map<string, number>, events: readonly GeneratedEvent[]): Promise<void> {
  const versionOf = (stream: string) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return version;
  };
  await pool.query(
    `INSERT INTO ledger.events (position, stream, stream_version, id, type, schema_version, recorded_at, data)
     SELECT $1::bigint + place, stream, stream_version, id, type, schema_version, recorded_at, data
       FROM unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::smallint[], $7::timestamptz[], $8::jsonb[]) WITH ORDINALITY
              AS event (stream, stream_version, id, type, schema_version, recorded_at, data, place)`,
    [
      after,
      events.map(({ stream }) => stream),
      events.map(({ stream }) => versionOf(stream)),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ schemaVersion }) => schemaVersion),
      events.map(({ recordedAt }) => recordedAt),
      events.map(({ data }) => data),
    ],
  );
}
