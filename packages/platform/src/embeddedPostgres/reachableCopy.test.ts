import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reachableCopy } from './reachableCopy.ts';
import { mayEnter, type ServerUser, serverUser } from './serverUser.ts';

const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)(
  isRoot ? 'a copy for the server’s user' : 'a copy for the server’s user (skipped: only root runs it as another)',
  () => {
    let closed: string;
    let native: string;
    let user: ServerUser;
    const version = `0.0.0-test-${process.pid}`;

    beforeEach(async () => {
      user = serverUser() ?? { uid: 0, gid: 0 };
      closed = await mkdtemp(path.join(tmpdir(), 'newsledger-closed-'));
      native = path.join(closed, 'native');
      await mkdir(path.join(native, 'bin'), { recursive: true, mode: 0o700 });
      await writeFile(path.join(closed, 'package.json'), JSON.stringify({ version }));
      await writeFile(path.join(native, 'bin', 'initdb'), '', { mode: 0o700 });
    });

    afterEach(async () => {
      await rm(closed, { recursive: true, force: true });
      await rm(copyOf(), { recursive: true, force: true });
    });

    const copyOf = () => path.join(tmpdir(), `newsledger-postgres-${version}-${process.arch}`);

    it('may be entered, though folder and files are shut to all but root', async () => {
      const copy = await reachableCopy(native, user);

      expect(mayEnter(user, path.join(native, 'bin', 'initdb'))).toBe(false);
      expect(mayEnter(user, path.join(copy, 'bin', 'initdb'))).toBe(true);
    });

    it('is made once for all who ask at the same time', async () => {
      const copies = await Promise.all([reachableCopy(native, user), reachableCopy(native, user), reachableCopy(native, user)]);

      expect(new Set(copies)).toEqual(new Set([copyOf()]));
    });

    it('lies elsewhere when temporary files are shut to that user too', async () => {
      const usual = process.env.TMPDIR;
      process.env.TMPDIR = closed;
      const copy = await reachableCopy(native, user).finally(() => {
        if (usual === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = usual;
      });

      expect(mayEnter(user, path.join(copy, 'bin', 'initdb'))).toBe(true);
      await rm(copy, { recursive: true });
    });

    it('is not taken from another user, who could have put any program there', async () => {
      await mkdir(copyOf());
      await chmod(copyOf(), 0o755);
      await chown(copyOf(), user.uid, user.gid);

      await expect(reachableCopy(native, user)).rejects.toThrow(/belongs to another user\. Remove it/);
    });
  },
);
