import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { containerOf } from './containers.ts';
import { leftovers, OWNER_PASSWORD, READER_PASSWORD, type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

/** Who writes backups: the images' user when root runs the test, else whoever does. */
const uid = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 1000);

let folder: string;
let backups: string;
let project: SampleProject;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-compose-'));
  backups = path.join(folder, 'backups');
  const secrets = path.join(folder, 'secrets');
  await mkdir(backups);
  await chown(backups, uid, uid);
  await mkdir(secrets);
  await chmod(folder, 0o755);
  const files = {
    postgres_password: OWNER_PASSWORD,
    reader_password: READER_PASSWORD,
    fetcher_password: 'compose test:fetcher',
    extractor_password: 'compose/test@extractor',
    projector_password: 'compose test?projector',
    admin_password: 'compose-test-admin',
    admin_postgres_url: 'postgres://newsledger_admin:compose-test-admin@postgres:5432/newsledger',
    admin_token: 'a-token-of-sixteen-or-more',
    model_key: '',
    credentials: '',
  };
  for (const [name, secret] of Object.entries(files)) await writeFile(path.join(secrets, name), `${secret}\n`);
  project = await sampleProject(
    'newsledger-backup',
    69,
    { profiles: ['sample', 'backup'], files: ['infra/compose/secrets.yml'] },
    {
      NEWSLEDGER_SECRETS_DIR: secrets,
      NEWSLEDGER_BACKUP_DIR: backups,
      NEWSLEDGER_BACKUP_USER: `${uid}:${uid}`,
      NEWSLEDGER_BACKUP_EVERY: '5s',
      NEWSLEDGER_BACKUP_KEEP: '2',
    },
  );
  await project.remove();
  await project.build();
  await project.compose('up', '--detach');
  await project.firstEditions();
  await project.secondEditions();
}, START_MS);

afterAll(async () => {
  await project?.remove();
  await rm(folder, { recursive: true, force: true });
}, STEP_MS);

it('keeps passwords out of what the engine shows of a container when they are files', async () => {
  const services = ['postgres', 'fetcher', 'extractor', 'projector', 'web', 'backup'];
  const shown = await Promise.all(services.map(async (service) => (await containerOf(project, service)).Config.Env));
  expect(shown.flat().filter((line) => line.includes(OWNER_PASSWORD) || line.includes(READER_PASSWORD))).toEqual([]);
});

it('lets corrections be made by the token that is a file', async () => {
  const page = await fetch(`${project.webUrl}/admin`, { redirect: 'manual' });
  expect(page.status).not.toBe(404);
});

it(
  'takes backups by itself, and keeps no more than it shall',
  async () => {
    const taken = await waitFor(
      'a third backup',
      async () => {
        const logs = await project.compose('logs', '--no-log-prefix', 'backup');
        return logs.split('the ledger is backed up').length > 3;
      },
      STEP_MS,
    );
    expect(taken).toBe(true);
    expect((await readdir(backups)).filter((name) => name.endsWith('.backup')).length).toBeLessThanOrEqual(2);
  },
  STEP_MS,
);

it(
  'is restored from a backup after everything is gone, with the same tables by hash, and goes on',
  async () => {
    // Sources are polled all the time: what is in a backup is known once nothing comes any more.
    await project.compose('stop', 'fetcher');
    await project.settled();
    const before = { hash: await project.tablesHash(), figures: await project.settledFigures() };
    // The next one may have begun before.
    await nextBackup();
    const newest = await nextBackup();
    await project.compose('stop', 'backup');
    await project.compose('down', '--volumes');
    expect(await leftovers(project.name)).toEqual([]);

    await project.compose('up', '--detach', '--wait', 'postgres', 'redis');
    await project.compose('run', '--rm', '--no-deps', '-T', 'backup', 'newsledger', 'restore', `/backups/${newest}`);
    expect(await project.tablesHash()).toBe(before.hash);
    await project.compose('up', '--detach');
    await project.pages();
    await project.settled();
    expect(await project.settledFigures()).toEqual(before.figures);
  },
  2 * STEP_MS,
);

/** Waits for one more. @returns its name. */
async function nextBackup(): Promise<string> {
  const newest = async () =>
    (await readdir(backups))
      .filter((name) => name.endsWith('.backup'))
      .sort()
      .at(-1) ?? '';
  const known = await newest();
  return waitFor(
    'one more backup',
    async () => {
      const name = await newest();
      return name > known && name;
    },
    STEP_MS,
  );
}
