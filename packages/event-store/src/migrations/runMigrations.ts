import pg from 'pg';
import { type Migration, readMigrations } from './readMigrations.ts';

/** Where a schema's migrations are. */
export interface MigrationSource {
  /** Made when missing; holds what was applied in its table `migrations`. */
  readonly schema: string;
  /** Numbered, forward-only `.sql` files: `0001-name.sql`, `0002-name.sql`, … */
  readonly folder: URL | string;
}

export interface MigrationOptions extends MigrationSource {
  /** The last one to apply: the schema is then as the release left it that had so many. All when left out. */
  readonly upTo?: number;
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Applies what the database doesn't have yet, in one transaction: all or nothing. Processes that start together take turns.
 * @throws {DatabaseNewerError} when the database has a migration that this release doesn't know.
 * @throws {MigrationError} when an applied file was edited since, or one fails.
 */
export async function runMigrations(pool: pg.Pool, { schema, folder, upTo }: MigrationOptions): Promise<void> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  // A broken connection shows in the next query; without a listener it would end the process.
  const ignore = () => {};
  client.on('error', ignore);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrations of ${schema}`]);
    const applied = await readApplied(client, schema);
    check(schema, migrations, applied);
    for (const migration of migrations.slice(applied.length, upTo)) await apply(client, schema, migration);
    await client.query('COMMIT');
  } catch (error) {
    // The first error is the one to report.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.off('error', ignore);
    client.release();
  }
}

async function readApplied(client: pg.ClientBase, schema: string): Promise<Applied[]> {
  const name = pg.escapeIdentifier(schema);
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [`${name}.migrations`]);
  if (!rows[0]?.found) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}`);
    await client.query(`
      CREATE TABLE ${name}.migrations (
        version    integer     PRIMARY KEY,
        name       text        NOT NULL,
        checksum   text        NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
  }
  return (await client.query<Applied>(`SELECT version, name, checksum FROM ${name}.migrations ORDER BY version`)).rows;
}

function check(schema: string, migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const { version, name, checksum } of applied) {
    const migration = migrations[version - 1];
    if (migration === undefined) throw new DatabaseNewerError(schema, name, migrations.length);
    if (migration.checksum !== checksum)
      throw new MigrationError(
        `${migration.name} was edited after it had been applied to schema ${schema}; put it back and add a new file.`,
      );
  }
}

async function apply(client: pg.ClientBase, schema: string, { version, name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    throw new MigrationError(`${name} can't be applied to schema ${schema}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  await client.query(`INSERT INTO ${pg.escapeIdentifier(schema)}.migrations (version, name, checksum) VALUES ($1, $2, $3)`, [
    version,
    name,
    checksum,
  ]);
}

/** Migrating can't go on; a retry won't help. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** An older release must not touch a newer database. */
export class DatabaseNewerError extends MigrationError {
  override name = 'DatabaseNewerError';
  constructor(schema: string, found: string, known: number) {
    super(`Schema ${schema} has migration ${found}, and this release knows only the first ${known}. Run the newer release.`);
  }
}
