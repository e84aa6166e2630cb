import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './embeddedPostgresError.ts';
import { reachableFolder, type ServerUser } from './serverUser.ts';

/**
 * A copy of a package's folder `native` that `user` may enter, for a checkout inside root's closed home folder. Made once per release.
 * @throws {EmbeddedPostgresError} when the copy's place holds what another user put there: that must not be run.
 */
export async function reachableCopy(native: string, user: ServerUser): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8'));
  const target = reachableFolder(user, path.join(tmpdir(), `newsledger-postgres-${version}-${process.arch}`));
  if (await isOurs(target)) return target;
  const half = await mkdtemp(`${target}.`);
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Under a umask that shuts others out, the package's own files do so too.
  spawnSync('chmod', ['-R', 'a+rX', half]);
  // Whoever comes first wins; the other's copy is the same.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

/** Whether a folder is there, made by this process's user. Anyone may write beside it, and its programs run with this user's settings. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return false;
  if (found.uid === process.getuid?.()) return true;
  throw new EmbeddedPostgresError(`${folder} belongs to another user. Remove it, or set TMPDIR to a folder of your own, and start again.`);
}
