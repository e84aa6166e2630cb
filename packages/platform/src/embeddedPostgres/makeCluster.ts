import { randomBytes } from 'node:crypto';
import { chown, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './embeddedPostgresError.ts';
import { runTool } from './runTool.ts';
import type { ServerUser } from './serverUser.ts';

interface ClusterOptions {
  readonly initdb: string;
  /** Where the cluster's files shall be. */
  readonly data: string;
  readonly password: string;
  readonly user: ServerUser | null;
  /** A cluster that need not outlive the machine is not flushed to the disk. */
  readonly isThrowaway: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes the files of a cluster unless they are there. They are made beside their place and moved there when they are complete: a start that is
 * killed leaves nothing that looks like a cluster, and of two starts at once one wins and the other uses what the winner made.
 */
export async function makeCluster({ initdb, data, password, user, isThrowaway, signal }: ClusterOptions): Promise<void> {
  if (await isCluster(data)) return;
  await removeUnfinished(data);
  const unfinished = `${data}.${process.pid}.${randomBytes(4).toString('hex')}.unfinished`;
  const passwordFile = `${unfinished}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  const args = [
    '-D',
    unfinished,
    '-U',
    'newsledger',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(isThrowaway ? ['--no-sync'] : []),
  ];
  try {
    const { code, output } = await runTool(initdb, args, { user, signal });
    signal?.throwIfAborted();
    if (code !== 0) throw new EmbeddedPostgresError(`The embedded PostgreSQL could not make its data folder ${data}: ${output.trim()}`);
    await rename(unfinished, data).catch(async (error: unknown) => {
      if (!(await isCluster(data))) throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

function isCluster(data: string): Promise<boolean> {
  return stat(path.join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** What starts that were killed left behind. */
async function removeUnfinished(data: string): Promise<void> {
  const folder = path.dirname(data);
  for (const name of await readdir(folder)) {
    const [, pid] = /\.(\d+)\.[0-9a-f]+\.unfinished(?:\.password)?$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
