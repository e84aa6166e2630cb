import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { openEmbeddedPostgres, openPool } from '@newsledger/platform';
import { migrateQueues } from '@newsledger/queues';
import { migrateReadModels, rebuild } from '@newsledger/read-models';
import { fillLog, type Names } from '@newsledger/test-support';

/** For each size a fresh database, on a throw-away cluster with its defaults, that holds a ledger about names as asked, or else as news spreads them. */
export async function withFilledLedgers<Answer>(
  sizes: readonly number[],
  preferredPort: number,
  ask: (url: string) => Promise<Answer>,
  names: Names = 'zipf',
): Promise<Answer[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), preferredPort });
  try {
    const answers: Answer[] = [];
    for (const events of sizes) answers.push(await ask(await fill(server.url, events, names)));
    return answers;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(serverUrl: string, events: number, names: Names): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `/bench_${events}`;
  const admin = openPool({ url: serverUrl });
  await admin.query(`CREATE DATABASE bench_${events}`);
  await admin.end();
  const pool = openPool({ url: url.toString() });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  await migrateQueues(pool);
  await fillLog(pool, { events, names });
  await rebuild(pool, createEventStore(pool));
  await pool.query('VACUUM ANALYZE');
  await pool.end();
  return url.toString();
}
