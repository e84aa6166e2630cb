import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedPostgres } from './embeddedPostgres.ts';
import { reachableCopy } from './reachableCopy.ts';
import { mayEnter, type ServerUser, serverUser } from './serverUser.ts';

const user = serverUser();

describe.skipIf(user === null)(user === null ? 'for root (skipped: this process is not root)' : 'for root', () => {
  const server: ServerUser = user ?? { uid: 0, gid: 0 };
  const version = `0.0.0-test-${process.pid}`;
  const copyPath = path.join(tmpdir(), `newsledger-postgres-${version}-${process.arch}`);
  let closed: string;
  let native: string;

  beforeEach(async () => {
    closed = await mkdtemp(path.join(tmpdir(), 'newsledger-closed-'));
    native = path.join(closed, 'native');
    await mkdir(path.join(native, 'bin'), { recursive: true, mode: 0o700 });
    await writeFile(path.join(closed, 'package.json'), JSON.stringify({ version }));
    await writeFile(path.join(native, 'bin', 'initdb'), '', { mode: 0o700 });
  });

  afterEach(async () => {
    await rm(closed, { recursive: true, force: true });
    await rm(copyPath, { recursive: true, force: true });
  });

  it('a server below a folder that only root may enter runs elsewhere, and says where its files are', async () => {
    const { folder, stop } = await openEmbeddedPostgres({ folder: path.join(closed, 'data'), settings: { fsync: 'off' } });

    expect(folder.startsWith(closed)).toBe(false);
    expect((await stat(path.join(folder, 'postgres'))).isDirectory()).toBe(true);
    await stop();
    await rm(folder, { recursive: true });
  });

  it('the server’s user may enter the copy of a package, though folder and files are shut to all but root', async () => {
    const copy = await reachableCopy(native, server);

    expect(mayEnter(server, path.join(native, 'bin', 'initdb'))).toBe(false);
    expect(mayEnter(server, path.join(copy, 'bin', 'initdb'))).toBe(true);
  });

  it('the copy is made once for all who ask at the same time', async () => {
    const copies = await Promise.all([reachableCopy(native, server), reachableCopy(native, server), reachableCopy(native, server)]);

    expect(new Set(copies)).toEqual(new Set([copyPath]));
  });

  it('the copy lies elsewhere when temporary files are shut to the server’s user too', async () => {
    const usual = process.env.TMPDIR;
    process.env.TMPDIR = closed;
    const copy = await reachableCopy(native, server).finally(() => {
      if (usual === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = usual;
    });

    expect(mayEnter(server, path.join(copy, 'bin', 'initdb'))).toBe(true);
    await rm(copy, { recursive: true });
  });

  it('no copy is taken from another user, who could have put any program there', async () => {
    await mkdir(copyPath);
    await chmod(copyPath, 0o755);
    await chown(copyPath, server.uid, server.gid);

    await expect(reachableCopy(native, server)).rejects.toThrow(/belongs to another user\. Remove it/);
  });
});
