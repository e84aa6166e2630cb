import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Container, containersOf, crash } from './containers.ts';
import { expectTablesOfLog } from './load.ts';
import { IMAGE, type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

/** As docs/scaling.md tells: so many shares of the keys, for so many processes. */
const SHARES = 6;
const PROJECTORS = 3;

let project: SampleProject;

beforeAll(async () => {
  project = await sampleProject('newsledger-projectors', 72, {}, { NEWSLEDGER_PROJECTOR_SHARES: `${SHARES}` });
  await project.remove();
  await project.build();
  await project.compose('up', '--detach', '--scale', `projector=${PROJECTORS}`);
  await divided();
}, START_MS);

afterAll(() => project?.remove(), STEP_MS);

it(
  'three of them fold what is read, while one is killed after the other, into the tables that one makes of the log',
  async () => {
    const [first, second, third] = await containersOf(project, 'projector');
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are fewer than three projectors.');
    await waitFor('the first news', async () => (await logged()) > 0, STEP_MS);
    await killed(first);
    await killed(second);
    await project.firstEditions();
    const before = await logged();
    const [corrected] = await Promise.all([project.secondEditions(), killed(third)]);

    expect(corrected).toMatchObject({ value: '38000000000', unit: 'USD', agreement: 'agreed' });
    expect(await logged()).toBeGreaterThan(before);
    await expectTablesOfLog(project);
    // Each share was folded by whoever held it, up to what came last.
    const behind = await project.command(`SELECT share FROM projection.share WHERE share > 0 AND position <= ${before}`);
    expect(behind).toEqual([]);
  },
  3 * STEP_MS,
);

it(
  'one folds all again when it is asked to, and the tables stay the same',
  async () => {
    const hash = await project.tablesHash();
    await project.with({}, { NEWSLEDGER_PROJECTOR_SHARES: '1' }).compose('up', '--detach', '--scale', 'projector=1');
    const isAlone = async () => {
      const [only, ...others] = await containersOf(project, 'projector');
      return others.length === 0 && only?.State.Health?.status === 'healthy';
    };
    await waitFor('one to be left, and at work', isAlone, STEP_MS);
    await project.readAllAnew();
    await expectTablesOfLog(project);
    expect(await project.tablesHash()).toBe(hash);
  },
  2 * STEP_MS,
);

/** Waits until three processes hold all shares. */
async function divided(): Promise<void> {
  await waitFor('three projectors to hold all shares', async () => (await holders()) === PROJECTORS, STEP_MS);
}

/** How many processes hold shares, once each share is held; 0 before. */
async function holders(): Promise<number> {
  const json = await project.compose('run', '--rm', '--no-deps', '-T', 'migrate', 'newsledger', 'status', '--json');
  const { shares }: { shares: { share: number; heldBy: number | null }[] } = JSON.parse(json);
  if (shares.length <= SHARES || shares.some(({ heldBy }) => heldBy === null)) return 0;
  // Share 0 is what is not by key; who leads holds it by a connection of its own.
  return new Set(shares.filter(({ share }) => share > 0).map(({ heldBy }) => heldBy)).size;
}

/** Crashes a projector, and waits until it is back and has its part. */
async function killed(victim: Container): Promise<void> {
  await crash(victim, IMAGE);
  const isBack = async () =>
    (await containersOf(project, 'projector')).some(({ Id, RestartCount }) => Id === victim.Id && RestartCount > victim.RestartCount);
  await waitFor('it to be restarted', isBack, STEP_MS);
  await divided();
}

/** The last position of the log. */
async function logged(): Promise<number> {
  const [row] = await project.command('SELECT coalesce(max(position), 0)::float8 AS position FROM ledger.events');
  return Number(row?.position);
}
