import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import { chooseSteadyPort, createTestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { expect, test } from 'vitest';

test('the process says that it is ready, gives metrics, and ends in order', async () => {
  const port = await chooseSteadyPort();
  const database = await createTestDatabase('extractor', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateQueues(pool);
    await pool.end();
  });
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: { NEWSLEDGER_POSTGRES_URL: database.url, NEWSLEDGER_METRICS_PORT: `${port}` },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;

  await waitFor('readiness', () =>
    fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const metrics = await (await fetch(`${address}/metrics`)).text();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');

  expect(metrics).toContain('newsledger_extraction_duration_seconds_count 0');
  expect(code).toBe(0);
  await database.close();
});
