import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** Taken right after the sample run and never opened, since a database that is in use can't be copied. */
const TEMPLATE = 'sample_template';

/** Keeps the ledger at `postgresUrl` as it is now, for all who ask for a copy. Connections to it that are idle are ended. */
export async function keepSampleLedger(postgresUrl: string): Promise<void> {
  const database = new URL(postgresUrl).pathname.slice(1);
  await ask(postgresUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${pg.escapeLiteral(database)}`);
  await ask(postgresUrl, `CREATE DATABASE ${TEMPLATE} TEMPLATE ${pg.escapeIdentifier(database)}`);
}

/**
 * A ledger as the sample run left it, for one file alone: so files run side by side, whatever one of them decides or audits.
 * @returns the superuser's connection string; the database goes with its server.
 */
export async function copySampleLedger(): Promise<string> {
  const { postgresUrl } = inject('sampleRun');
  const name = `sample_${randomBytes(4).toString('hex')}`;
  await ask(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Asks the server itself, by the database that is there for it. */
async function ask(postgresUrl: string, sql: string): Promise<void> {
  const url = new URL(postgresUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
