import { randomBytes } from 'node:crypto';
import { openClient, openPool } from '@newsledger/platform';
import type pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Closes the pool and drops the database. */
  readonly close: () => Promise<void>;
}

/**
 * A fresh database of its own, cloned from a template that `migrate` fills once per run.
 * @param templateName names what `migrate` makes; equal names share a template.
 */
export async function createTestDatabase(templateName: string, migrate: (url: string) => Promise<void>): Promise<TestDatabase> {
  const admin = await openClient({ url: inject('postgresUrl') });
  const template = `template_${templateName.replace(/\W/g, '_')}`;
  const name = `test_${randomBytes(8).toString('hex')}`;
  try {
    // Test files run in parallel processes; the lock lets one of them make the template while the others wait.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      await admin.query(`CREATE DATABASE "${template}_unfinished"`);
      await migrate(urlOf(`${template}_unfinished`));
      await admin.query(`ALTER DATABASE "${template}_unfinished" RENAME TO "${template}"`);
    }
    // Copies of one template may be made side by side.
    await admin.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
    // Copying its files takes two thirds of the time that writing its pages to the log does, as long as nothing is flushed to the disk.
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  } finally {
    await admin.end();
  }
  const pool = openPool({ url: urlOf(name), max: 30 });
  return { url: urlOf(name), pool, close: () => closeDatabase(pool, name) };
}

async function closeDatabase(pool: pg.Pool, name: string): Promise<void> {
  await pool.end();
  const admin = await openClient({ url: inject('postgresUrl') });
  // Never forced: the server waits some seconds for closed pools to be gone, whereas ending their last words would fail the test that closed them.
  await admin.query(`DROP DATABASE IF EXISTS "${name}"`);
  await admin.end();
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.toString();
}
