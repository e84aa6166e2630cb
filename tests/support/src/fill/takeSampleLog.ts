/**
 * Takes the events of a finished sample run as shapes for `generateLog`: `node tests/support/src/fill/takeSampleLog.ts POSTGRES_URL`,
 * with the ledger that `newsledger up --once` left behind. Writes `sampleLog.jsonl.gz` beside this file.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { SAMPLE_LOG } from './sampleEvents.ts';

const [connectionString] = process.argv.slice(2);
const client = new pg.Client({ connectionString });
await client.connect();
const { rows } = await client.query<{ event: string }>(
  `SELECT json_build_object('stream', stream, 'id', id, 'type', type, 'schemaVersion', schema_version, 'data', data)::text AS event
     FROM ledger.events
    ORDER BY position`,
);
await client.end();
writeFileSync(SAMPLE_LOG, gzipSync(rows.map(({ event }) => `${event}\n`).join(''), { level: 9 }));
