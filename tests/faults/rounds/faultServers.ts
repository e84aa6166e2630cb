import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateLedger } from '@newsledger/cli';
import { openPool } from '@newsledger/platform';
import { chooseSteadyPort, startTestRedis, type TestRedis } from '@newsledger/test-support';
import { type CrashablePostgres, startCrashablePostgres } from './crashablePostgres.ts';
import { type FaultSite, startFaultSite } from './faultSite.ts';
import { mountSmallDisk, type SmallDisk } from './smallDisk.ts';

/** What a run has one of: the servers, the outlets' site, and the folder that everything is written to. */
export interface FaultServers {
  readonly folder: string;
  readonly postgres: CrashablePostgres;
  /** Null on a machine without `redis-server`. */
  readonly redis: TestRedis | null;
  /** What PostgreSQL writes to; or why that is no small disk. */
  readonly disk: SmallDisk | string;
  readonly site: FaultSite;
  /** Of the database from which every group of rounds gets a copy. */
  readonly template: string;
  /** @param keepLogs leaves what the processes wrote, for whoever looks into a difference. */
  close(keepLogs: boolean): Promise<void>;
}

const TEMPLATE = 'faults_template';

/** Starts all of them, and makes the ledger's tables once. */
export async function startFaultServers(): Promise<FaultServers> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-faults-'));
  await chmod(folder, 0o755);
  const disk = await mountSmallDisk(path.join(folder, 'disk'));
  const postgres = await startCrashablePostgres(path.join(typeof disk === 'string' ? folder : disk.folder, 'cluster'));
  await postgres.createDatabase(TEMPLATE);
  const pool = openPool({ url: postgres.urlOf(TEMPLATE), name: 'faults' });
  await migrateLedger(pool);
  await pool.end();
  const redis = await startTestRedis().catch(() => null);
  const site = await startFaultSite(await chooseSteadyPort());
  return {
    folder,
    postgres,
    redis,
    disk,
    site,
    template: TEMPLATE,
    close: async (keepLogs) => {
      await site.close();
      await redis?.stop();
      await postgres.stop();
      if (typeof disk !== 'string') await disk.unmount();
      for (const left of keepLogs ? ['disk', 'cluster', 'compiled'] : ['.'])
        await rm(path.join(folder, left), { recursive: true, force: true });
    },
  };
}
