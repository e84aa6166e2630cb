import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { createEventStore, type EventStore, migrateEventStore } from '@newsledger/event-store';
import { checkedSchemaOf, type NewEvent } from '@newsledger/events';
import pg from 'pg';
import type { ThrowAwayCluster } from './throwAwayCluster.ts';

/** Something that appends batches to streams, in a database of its own on the bench's cluster. */
export interface Contender {
  /** At most as many connections as may append at once. */
  readonly pool: pg.Pool;
  /** @param version of the stream before the batch: who appends knows it. */
  append(stream: string, version: number, batch: readonly NewEvent[]): Promise<void>;
}

/**
 * The least that PostgreSQL has to do: one prepared INSERT … SELECT of the same parameters into a table with the log's columns and indexes,
 * and no promise kept.
 */
export async function openBareTable(cluster: ThrowAwayCluster, connections: number): Promise<Contender> {
  const pool = openPool(await cluster.createDatabase('bare'), connections);
  await migrateEventStore(pool);
  await pool.query('CREATE TABLE bare (LIKE ledger.events INCLUDING INDEXES); CREATE SEQUENCE bare_position');
  return {
    pool,
    async append(stream, version, batch) {
      await pool.query({
        name: 'bare',
        text: `INSERT INTO bare (position, stream, stream_version, id, type, schema_version, recorded_at, data, checked_schema)
               SELECT nextval('bare_position'), $1, $2 + place, id, type, schema_version, clock_timestamp(), data, checked_schema
                 FROM ROWS FROM (unnest($3::uuid[]), unnest($4::text[]), unnest($5::smallint[]), unnest($6::integer[]),
                                 jsonb_array_elements($7::jsonb))
                        WITH ORDINALITY AS event (id, type, schema_version, checked_schema, data, place)`,
        values: [
          stream,
          version,
          `{${batch.map(({ id }) => id).join()}}`,
          batch.map(({ type }) => type),
          `{${batch.map(({ schemaVersion }) => schemaVersion).join()}}`,
          `{${batch.map((event) => checkedSchemaOf(event)).join()}}`,
          JSON.stringify(batch.map(({ data }) => data)),
        ],
      });
    },
  };
}

export async function openNewsledger(cluster: ThrowAwayCluster, connections: number): Promise<Contender & { readonly store: EventStore }> {
  const pool = openPool(await cluster.createDatabase('newsledger'), connections);
  await migrateEventStore(pool);
  const store = createEventStore(pool);
  return {
    pool,
    store,
    async append(stream, _version, batch) {
      const { outcome } = await store.append(stream, 'any', batch);
      if (outcome !== 'appended') throw new Error(`${stream}: ${outcome}`);
    },
  };
}

export async function openEmmett(cluster: ThrowAwayCluster, connections: number): Promise<Contender> {
  const connectionString = await cluster.createDatabase('emmett');
  const pool = openPool(connectionString, connections);
  const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    pool,
    async append(stream, _version, batch) {
      await store.appendToStream(
        stream,
        batch.map(({ id, type, data }) => ({ type, data, metadata: { messageId: id } })),
      );
    },
  };
}

function openPool(connectionString: string, connections: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: connections });
  // The cluster is stopped under the pools when a measurement fails; the failure is what to show.
  pool.on('error', () => {});
  return pool;
}
