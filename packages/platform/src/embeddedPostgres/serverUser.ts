import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The operating-system user that the server runs as, because PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/** Null when this process is not root and may run the server itself; otherwise the user `postgres`, made when it is missing. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp();
  if (found !== null) return found;
  // Another process may be making it at this moment: what counts is that it is there afterwards.
  spawnSync('groupadd', ['--force', NAME]);
  spawnSync('useradd', ['--system', '--gid', NAME, '--no-create-home', NAME]);
  const made = lookUp();
  if (made === null)
    throw new Error(
      `This process is root, PostgreSQL must not run as root, and the user "${NAME}" could not be made; run as an ordinary user.`,
    );
  return made;
}

function lookUp(): ServerUser | null {
  const id = (flag: string) => spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  const uid = id('-u');
  const gid = id('-g');
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

/** Whether the user can reach a file through all folders above it. */
export function mayEnter(user: ServerUser, file: string): boolean {
  return spawnSync('test', ['-r', file], { ...user, cwd: '/' }).status === 0;
}

/** The nearest folder that `user` can reach: `wanted`, or a folder of the same name below `/var/tmp`. */
export function reachableFolder(user: ServerUser | null, wanted: string): string {
  if (user === null || mayEnter(user, path.dirname(wanted))) return wanted;
  return path.join('/var/tmp', `newsledger${wanted.replaceAll(path.sep, '-')}`);
}
