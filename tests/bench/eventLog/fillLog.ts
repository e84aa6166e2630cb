import { schemaFingerprint } from '@newsledger/events';
import type pg from 'pg';
import { claim } from './benchEvents.ts';

/** A statement's worth: bounds what one transaction writes. */
const CHUNK = 50_000;
const EVENTS_A_STREAM = 20;

/** Makes `table` so long, in streams of twenty whose names come in no order, as articles' do. */
export async function fillLog(pool: pg.Pool, table: 'ledger.events' | 'bare', size: number): Promise<void> {
  const sequence = table === 'bare' ? 'bare_position' : 'ledger.event_position';
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  for (let have = rows[0]?.count ?? 0; have < size; have += CHUNK)
    await pool.query(
      `INSERT INTO ${table} (position, stream, stream_version, id, type, schema_version, recorded_at, data, checked_schema)
       SELECT nextval('${sequence}'), 'article-' || md5(($1 + n / ${EVENTS_A_STREAM})::text)::uuid, n % ${EVENTS_A_STREAM} + 1,
              gen_random_uuid(), $2, $3, clock_timestamp(), $4, $5
         FROM generate_series(0, $6::integer - 1) n`,
      [have, claim.type, claim.schemaVersion, claim.data, schemaFingerprint(claim.type), Math.min(CHUNK, size - have)],
    );
  await pool.query(`VACUUM ANALYZE ${table}`);
}
