import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ComposeProject, root } from './compose.ts';
import { containerOf } from './containers.ts';
import { expectTablesOfLog } from './load.ts';
import { type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

/** The release to come from: a revision of this repository. */
const FROM = process.env.NEWSLEDGER_UPGRADE_FROM ?? 'HEAD~60';

/** Of addresses: releases before this one put the password into one as it was. */
const PLAIN = { NEWSLEDGER_POSTGRES_PASSWORD: 'plain-owner', NEWSLEDGER_READER_PASSWORD: 'plain-reader' };

/** By the column, not by its text, in which 1191 comes before 12. */
const BY_POSITION = 'SELECT id::text, position::text FROM ledger.events AS event ORDER BY event.position';

let folder: string;
let project: SampleProject;
let former: ComposeProject;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-upgrade-'));
  await promisify(execFile)('sh', ['-c', `git archive "${FROM}" | tar -x -C "${folder}"`], { cwd: root });
  project = await sampleProject('newsledger-upgrade', 70, {}, PLAIN);
  former = project.with({ profiles: ['sample'], folder });
  await project.remove();
  await former.compose('build');
  await former.compose('up', '--detach');
}, START_MS);

afterAll(async () => {
  await project?.remove();
  await rm(folder, { recursive: true, force: true });
}, STEP_MS);

it(
  `is upgraded from ${FROM} with its data in place: no event is lost, and the tables are those that the log makes`,
  async () => {
    await project.firstEditions();
    const before = await project.command(BY_POSITION);

    await project.build();
    await project.compose('up', '--detach', '--remove-orphans');
    await project.pages();
    await project.settled();

    const after = await project.command(BY_POSITION);
    expect(before.length).toBeGreaterThan(20);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await containerOf(project, 'migrate')).State.ExitCode).toBe(0);
    await expectTablesOfLog(project);
    // It goes on with what the former release began.
    expect(await project.secondEditions()).toMatchObject({ value: '38000000000', agreement: 'agreed' });
  },
  3 * STEP_MS,
);
