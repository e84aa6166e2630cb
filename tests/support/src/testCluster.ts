import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedPostgres } from '@newsledger/platform';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { endWithProcess } from './endWithProcess.ts';

export interface TestCluster {
  /** Administrator's connection string, to the database `postgres`. */
  readonly url: string;
  /** Its process. */
  readonly pid: number;
  /** Ends the server and removes all that it wrote. */
  readonly stop: () => Promise<void>;
}

/** What is tested are crashes of our processes, not of the machine: fsync would only cost time. */
export const TEST_SETTINGS = { fsync: 'off', max_connections: '200' };

/**
 * Starts an empty PostgreSQL, as the product starts its own: so that tests run wherever `npm start` does, as root below folders that only
 * root may enter too. It ends with this process, however that ends.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-cluster-'));
  // The server may run as another user, who must get in.
  await chmod(folder, 0o755);
  const server = await openEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    preferredPort: await chooseSteadyPort(),
    settings: TEST_SETTINGS,
  });
  const callOff = endWithProcess(server.pid);
  return {
    url: server.url,
    pid: server.pid,
    stop: async () => {
      await server.stop();
      callOff();
      // Not below `folder` where the server's user can't get at temporary files.
      await rm(server.folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
