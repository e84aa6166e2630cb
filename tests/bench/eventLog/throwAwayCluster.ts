import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedPostgres } from '@newsledger/platform';
import pg from 'pg';

export interface ThrowAwayCluster {
  /** Makes an empty database and returns its address. */
  createDatabase(name: string): Promise<string>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own, with its defaults (fsync on) but for `settings`. */
export async function startThrowAwayCluster(settings: Readonly<Record<string, string>> = {}): Promise<ThrowAwayCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
  // The server may run as another user, who must get in.
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), settings });
  const admin = new pg.Pool({ connectionString: server.url, max: 1 });
  return {
    async createDatabase(name) {
      await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    },
    async stop() {
      await admin.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
