import { migrateEventStore } from '@newsledger/event-store';
import { createLogger } from '@newsledger/platform';
import { type BullQueues, createQueues, migrateQueues, openBullQueues, type Queues } from '@newsledger/queues';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startWeb, type Web } from '../startWeb.ts';

const TOKEN = 'a-token-of-a-test-0123456789';
const redisUrl = inject('redisUrl');
const backends = [
  { backend: 'postgres' as const, title: 'on PostgreSQL', missing: false },
  {
    backend: 'redis' as const,
    title: redisUrl === null ? 'on Redis (skipped: no redis-server on this machine)' : 'on Redis',
    missing: redisUrl === null,
  },
];

async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await pool.end();
}

const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}` });

describe.each(backends)('the queue board $title', ({ backend, missing }) => {
  describe.skipIf(missing)('where there is one', () => {
    let database: TestDatabase;
    let queues: Queues;
    let board: BullQueues;
    let web: Web;

    beforeAll(async () => {
      database = await createTestDatabase('queues', migrate);
      const config = { backend, redisUrl: redisUrl ?? undefined, postgresUrl: database.url, prefix: `{board-${process.pid}}` };
      queues = await createQueues(config);
      await queues.add('poll', 'poll-byteside', { sourceId: 'byteside' });
      board = await openBullQueues(config);
      web = await startWeb({
        pool: database.pool,
        logger: createLogger('web', { level: 'silent' }),
        port: 0,
        board: { token: TOKEN, queues: board.queues },
      });
    });

    afterAll(async () => {
      await web.close();
      await board.close();
      await queues.close();
      await database.close();
    });

    it.each([
      ['no token', {}],
      ['a wrong one', basic('a-token-of-a-test-0123456788')],
      ['a wrong one of another length', basic('a')],
    ])('asks for the token of whoever has %s', async (_, headers) => {
      const response = await fetch(`${web.url}/admin/queues/api/queues`, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Basic');
      expect(await response.text()).not.toContain('byteside');
    });

    it('shows the queues with their jobs to whoever has it', async () => {
      const page = await fetch(`${web.url}/admin/queues/`, { headers: basic(TOKEN) });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      const script = /<script defer src="([^"]+)"/.exec(await page.text())?.[1];
      const loaded = await fetch(`${web.url}/admin/queues/${script}`, { headers: basic(TOKEN) });
      expect([loaded.status, loaded.headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
      const answer = await fetch(`${web.url}/admin/queues/api/queues?activeQueue=poll&status=waiting&page=1&jobsPerPage=10`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect(await answer.json()).toMatchObject({
        queues: expect.arrayContaining([
          expect.objectContaining({ name: 'poll', readOnlyMode: true, jobs: [expect.objectContaining({ id: 'poll-byteside' })] }),
        ]),
      });
    });

    it('lets nobody change them', async () => {
      const answer = await fetch(`${web.url}/admin/queues/api/queues/poll/poll-byteside/clean`, { method: 'PUT', headers: basic(TOKEN) });
      expect(answer.status).toBe(405);
      expect((await queues.find('poll', 'poll-byteside')).state).toBe('queued');
    });
  });
});

it('is not there without a token', async () => {
  const pool = new pg.Pool();
  const web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  const response = await fetch(`${web.url}/admin/queues`, { headers: basic('') });
  await web.close();
  await pool.end();
  expect(response.status).toBe(404);
});
