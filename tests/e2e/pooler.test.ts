import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openClient, openPool } from '@newsledger/platform';
import { contentHash } from '@newsledger/read-models';
import { hasPgBouncer, startTestPgBouncer } from '@newsledger/test-support';
import { expect, inject, it, onTestFinished } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';

it.skipIf(!hasPgBouncer)(
  `reads the same tables through PgBouncer in transaction mode, by hash${hasPgBouncer ? '' : ' (skipped: no pgbouncer on this machine)'}`,
  async () => {
    const { newsroomPort, postgresUrl: without } = inject('sampleRun');
    const direct = await createDatabase();
    const bouncer = await startTestPgBouncer(direct);
    onTestFinished(bouncer.stop);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'newsledger-pooler-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));

    const { code, stderr } = await runNewsledger(['up', '--once', '--json', '--data-dir', dataDir], {
      NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}`,
      NEWSLEDGER_POSTGRES_URL: bouncer.urlOf(direct),
      NEWSLEDGER_POSTGRES_DIRECT_URL: direct,
    });

    expect(code, stderr).toBe(0);
    expect(await bouncer.transactions(direct)).toBeGreaterThan(100);
    expect(await hashOf(direct)).toBe(await hashOf(without));
  },
);

/** An empty database on the server of the tests, which ends with them. */
async function createDatabase(): Promise<string> {
  const name = `pooled_${randomBytes(6).toString('hex')}`;
  const admin = await openClient({ url: inject('postgresUrl') });
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).toString();
}

async function hashOf(url: string): Promise<string> {
  const pool = openPool({ url, max: 1 });
  try {
    return await contentHash(pool, 'facts');
  } finally {
    await pool.end();
  }
}
