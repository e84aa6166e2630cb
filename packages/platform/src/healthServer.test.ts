import { expect, test } from 'vitest';
import { startHealthServer } from './healthServer.ts';
import { createMetrics } from './metrics/createMetrics.ts';

test('life, readiness, work and metrics are told apart', async () => {
  const metrics = createMetrics();
  metrics.polls.inc({ outcome: 'read' });
  const answers = [async () => true, async () => false, () => Promise.reject(new Error('database away'))];
  const verdicts = [{ isHealthy: false, says: 'no progress for 90 s: 3 jobs wait' }];
  const server = await startHealthServer({
    port: 0,
    host: '127.0.0.1',
    metrics,
    ready: async () => (await answers.shift()?.()) ?? false,
    work: { verdict: () => verdicts.shift() ?? { isHealthy: true, says: 'nothing to do' } },
  });
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);

  expect((await get('/healthz')).status).toBe(200);
  expect([(await get('/readyz')).status, (await get('/readyz')).status, (await get('/readyz')).status]).toEqual([200, 503, 503]);
  const [stalled, well] = [await get('/workz'), await get('/workz')];
  expect([stalled.status, await stalled.text()]).toEqual([503, 'no progress for 90 s: 3 jobs wait\n']);
  expect([well.status, await well.text()]).toEqual([200, 'nothing to do\n']);
  expect(await (await get('/metrics')).text()).toContain('newsledger_polls_total{outcome="read"} 1');
  expect((await get('/else')).status).toBe(404);
  await server.close();
});
