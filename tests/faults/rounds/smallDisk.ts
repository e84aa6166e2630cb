import { execFile } from 'node:child_process';
import { chmod, mkdir, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk in memory, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all that is left of it. */
  fill(): Promise<void>;
  /** Gives that back. */
  relieve(): Promise<void>;
  unmount(): Promise<void>;
}

/** Room for a cluster, its log and the databases of one group of rounds, in megabytes. */
const SIZE_MB = 700;
const CHUNK = Buffer.alloc(1024 * 1024);

/** Mounts a small disk at `folder`; a string says why that can't be done here. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | string> {
  if (process.platform !== 'linux') return 'only Linux has a tmpfs';
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=0755`, 'tmpfs', folder]);
  } catch (error) {
    return `a small disk could not be mounted: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)}`;
  }
  await chmod(folder, 0o755);
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: async () => {
      const file = await open(ballast, 'a');
      try {
        for (;;) await file.write(CHUNK);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await file.close();
      }
      if ((await statfs(folder)).bavail > 0) throw new Error(`${folder} is not full yet.`);
    },
    relieve: () => rm(ballast, { force: true }),
    unmount: async () => {
      await run('umount', [folder]);
    },
  };
}
