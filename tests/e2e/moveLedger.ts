import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { migrateLedger } from '@newsledger/cli';
import { openPool } from '@newsledger/platform';
import pg from 'pg';

const run = promisify(execFile);

/** What the embedded server is; an older pg_dump refuses it. */
const SERVER_MAJOR = 18;

/** Where Debian puts the tools of one version, and where everybody else does. */
const folders = [`/usr/lib/postgresql/${SERVER_MAJOR}/bin`, ...(process.env.PATH ?? '').split(path.delimiter)];

/** The folder of a pg_dump and a psql that know the server; null when this machine has none. */
export const postgresTools =
  folders.find((folder) => ['pg_dump', 'psql'].every((tool) => majorOf(path.join(folder, tool)) >= SERVER_MAJOR)) ?? null;

function majorOf(tool: string): number {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** Moves a whole ledger to an empty database, by way of `folder`: by pg_dump where there is one that fits, otherwise table by table. */
export async function moveLedger(fromUrl: string, toUrl: string, folder: string): Promise<void> {
  if (postgresTools === null) return moveRows(fromUrl, toUrl, folder);
  const file = path.join(folder, 'ledger.sql');
  await run(path.join(postgresTools, 'pg_dump'), ['--no-owner', '--file', file, fromUrl]);
  await run(path.join(postgresTools, 'psql'), ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--file', file, toUrl]);
}

/** What pg_dump does, as far as rows and sequences are concerned; the rest is made by the migrations. Both servers can reach `folder`. */
async function moveRows(fromUrl: string, toUrl: string, folder: string): Promise<void> {
  const [from, to] = [openPool({ url: fromUrl, max: 1 }), openPool({ url: toUrl, max: 2 })];
  try {
    await migrateLedger(to);
    for (const table of await tablesOf(from)) {
      // Migrating fills some; the log is empty, and would refuse.
      if (!table.startsWith('ledger.')) await to.query(`TRUNCATE ${table} CASCADE`);
      const file = pg.escapeLiteral(path.join(folder, `${table}.copy`));
      await from.query(`COPY ${table} TO ${file}`);
      await to.query(`COPY ${table} FROM ${file}`);
    }
    const { rows } = await from.query<{ name: string; last: string | null }>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS last FROM pg_sequences WHERE schemaname = ANY ($1)`,
      [SCHEMAS],
    );
    for (const { name, last } of rows) if (last !== null) await to.query('SELECT setval($1, $2)', [name, last]);
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

const SCHEMAS = ['ledger', 'work', 'projection', 'polling'];

/** All but those that say which migrations were applied. */
async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name
       FROM information_schema.tables
      WHERE table_schema = ANY ($1) AND table_type = 'BASE TABLE' AND table_name <> 'migrations'`,
    [SCHEMAS],
  );
  return rows.map(({ name }) => name);
}
