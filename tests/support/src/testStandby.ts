import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openClient, openEmbeddedPostgres } from '@newsledger/platform';
import { chooseSteadyPort } from './chooseSteadyPort.ts';
import { endWithProcess } from './endWithProcess.ts';
import { TEST_SETTINGS, type TestCluster } from './testCluster.ts';

const run = promisify(execFile);

/** What a copy of a running server must not have: its process's own, its log of writes, which is streamed, and its slots. */
const NOT_COPIED = ['postmaster.pid', 'pg_wal/*', 'pg_replslot/*', 'pg_dynshmem/*', 'pg_stat_tmp/*', 'pg_notify/*', 'pg_subtrans/*'];

/**
 * Starts a streaming replica of a cluster on the same machine, as `pg_basebackup --write-recovery-conf` makes one, which the embedded
 * PostgreSQL lacks (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP). Nothing may write much while
 * it is copied. It ends with this process.
 */
export async function startTestStandby(primaryUrl: string): Promise<TestCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-standby-'));
  await chmod(folder, 0o755);
  const data = path.join(folder, 'postgres', 'postgres');
  await mkdir(data, { recursive: true });
  const source = await copyCluster(primaryUrl, data);
  const { uid, gid } = await stat(source);
  for (const each of [path.dirname(data), data]) await chown(each, uid, gid);
  await chmod(data, 0o700);
  await writeFile(path.join(folder, 'postgres', 'password'), decodeURIComponent(new URL(primaryUrl).password), { mode: 0o600 });
  const server = await openEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    preferredPort: await chooseSteadyPort(),
    settings: { ...TEST_SETTINGS, primary_conninfo: connectionInfo(primaryUrl), primary_slot_name: 'standby' },
  });
  const callOff = endWithProcess(server.pid);
  return {
    url: server.url,
    pid: server.pid,
    stop: async () => {
      await server.stop();
      callOff();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @returns the folder that was copied. */
async function copyCluster(primaryUrl: string, data: string): Promise<string> {
  const primary = await openClient({ url: primaryUrl });
  try {
    await primary.query(`SELECT pg_create_physical_replication_slot('standby', true), pg_backup_start('standby', fast => true)`);
    const { rows } = await primary.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    const source = rows[0]?.folder ?? '';
    const excluded = NOT_COPIED.map((pattern) => `--exclude=./${pattern}`).join(' ');
    await run('sh', ['-c', `tar -C "$1" ${excluded} -cf - . | tar -C "$2" -xpf -`, 'copy', source, data]);
    const label = await primary.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)');
    const { uid, gid } = await stat(path.join(source, 'PG_VERSION'));
    for (const [name, text] of [
      ['backup_label', label.rows[0]?.labelfile ?? ''],
      ['standby.signal', ''],
    ] as const) {
      await writeFile(path.join(data, name), text, { mode: 0o600 });
      await chown(path.join(data, name), uid, gid);
    }
    return source;
  } finally {
    await primary.end();
  }
}

/** Within single quotes on a command line of `pg_ctl`, so without any of its own. */
function connectionInfo(url: string): string {
  const { hostname, port, username, password } = new URL(url);
  return `host=${hostname} port=${port} user=${decodeURIComponent(username)} password=${decodeURIComponent(password)} application_name=standby`;
}
