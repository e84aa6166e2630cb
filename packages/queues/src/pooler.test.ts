import { createEventStore, subscribe } from '@newsledger/event-store';
import { loadConfig, openPool, openPools, type Pools } from '@newsledger/platform';
import { hasPgBouncer, startTestPgBouncer, type TestPgBouncer, waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestQueues } from './test/testQueues.ts';

const postgresUrl = inject('postgresUrl');

it('without a pooler, sessions are had where everything else is', async () => {
  const pools = openPools(loadConfig({ NEWSLEDGER_POSTGRES_URL: postgresUrl }), { max: 2 });
  expect(pools.sessions).toBe(pools.pool);
  expect(pools).toMatchObject({ directUrl: postgresUrl, pooledUrl: undefined });
  await pools.end();
});

describe.skipIf(!hasPgBouncer)(
  `behind PgBouncer in transaction mode${hasPgBouncer ? '' : ' (skipped: no pgbouncer on this machine)'}`,
  () => {
    let bouncer: TestPgBouncer;
    let pools: Pools;
    beforeAll(async () => {
      bouncer = await startTestPgBouncer(postgresUrl);
      const env = { NEWSLEDGER_POSTGRES_URL: bouncer.urlOf(postgresUrl), NEWSLEDGER_POSTGRES_DIRECT_URL: postgresUrl };
      pools = openPools(loadConfig(env), { max: 20 });
    });
    afterAll(async () => {
      await pools.end();
      await bouncer.stop();
    });

    /** Many at once, so that a client's next transaction gets another session. */
    const atOnce = <Row>(ask: (number: number) => Promise<Row>) => Promise.all(Array.from({ length: 60 }, (_, number) => ask(number)));

    it('named statements work in whatever session they come', async () => {
      const answers = await atOnce(async (number) => {
        const { rows } = await pools.pool.query({ name: 'doubled', text: 'SELECT $1::integer * 2 AS doubled', values: [number] });
        return rows[0]?.doubled;
      });
      expect(answers).toEqual(Array.from({ length: 60 }, (_, number) => number * 2));
    });

    it('days and instants read the same in each of them', async () => {
      const texts = await atOnce(async () => {
        const { rows } = await pools.pool.query(`SELECT date '2025-11-01' AS day, timestamptz '2025-11-01 23:00Z'::text AS moment`);
        return JSON.stringify(rows[0]);
      });
      expect(new Set(texts)).toEqual(new Set(['{"day":"2025-11-01","moment":"2025-11-01 23:00:00+00"}']));
    });

    it('sessions go past it: what one hears and locks is its own', async () => {
      const client = await pools.sessions.connect();
      const heard = new Promise((resolve) => client.once('notification', ({ payload }) => resolve(payload)));
      await client.query('LISTEN news_of_pools');
      await pools.pool.query(`SELECT pg_notify('news_of_pools', 'through the pooler')`);
      await expect(heard).resolves.toBe('through the pooler');
      client.release(true);
    });

    it('a named statement would fail there otherwise', async () => {
      const careless = openPool({ url: bouncer.urlOf(postgresUrl), max: 20 });
      const asking = atOnce(() => careless.query({ name: 'careless', text: 'SELECT 1' }));
      await expect(asking).rejects.toThrow(/prepared statement/);
      await careless.end();
    });

    it('a subscription that was sent there says which setting is missing, and follows nothing', async () => {
      const t = await openTestQueues('postgres');
      const pooled = openPool({ url: bouncer.urlOf(t.database.url), isPooled: true });
      const stop = new AbortController();
      const problems: unknown[] = [];
      const { done } = subscribe({
        store: createEventStore(pooled),
        pool: pooled,
        name: 'astray',
        handle: async () => {},
        signal: stop.signal,
        onError: (error) => problems.push(error),
      });
      await waitFor('the refusal', () => problems.length > 0);
      stop.abort();
      await done;
      expect(problems[0]).toMatchObject({ name: 'SessionError', message: expect.stringContaining('set NEWSLEDGER_POSTGRES_DIRECT_URL') });
      await pooled.end();
      await bouncer.forget(t.database.url);
      await t.close();
    });
  },
);
