import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { containersOf, crash } from './containers.ts';
import { expectTheSame, underLoad } from './load.ts';
import { IMAGE, type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

/** As docs/scaling.md tells: so many shares of the keys, for so many processes. */
const SHARES = 6;
const PROJECTORS = 3;

let project: SampleProject;
/** What the tables hold when one process makes them. */
let undisturbed: object[];

beforeAll(async () => {
  project = await sampleProject('newsledger-projectors', 72);
  await project.remove();
  await project.build();
  await project.compose('up', '--detach');
  await project.firstEditions();
  await project.secondEditions();
  undisturbed = await project.settledFigures();
}, START_MS);

afterAll(() => project?.remove(), STEP_MS);

/** How many processes hold shares, once each share is held; 0 before. */
async function holders(): Promise<number> {
  const json = await project.compose('run', '--rm', '--no-deps', '-T', 'migrate', 'newsledger', 'status', '--json');
  const { shares }: { shares: { share: number; heldBy: number | null }[] } = JSON.parse(json);
  if (shares.length <= SHARES || shares.some(({ heldBy }) => heldBy === null)) return 0;
  // Share 0 is what is not by key; who leads holds it by a connection of its own.
  return new Set(shares.filter(({ share }) => share > 0).map(({ heldBy }) => heldBy)).size;
}

it(
  'is folded by three projectors instead of one while news is read, and the tables stay the same',
  async () => {
    const divided = project.with({}, { NEWSLEDGER_PROJECTOR_SHARES: `${SHARES}` });
    await underLoad(project, async () => {
      await divided.compose('up', '--detach', '--scale', `projector=${PROJECTORS}`);
      await waitFor('three to hold all shares', async () => (await holders()) === PROJECTORS, STEP_MS);
    });
    expect(await containersOf(project, 'projector')).toHaveLength(PROJECTORS);
    await expectTheSame(project, undisturbed);
  },
  2 * STEP_MS,
);

it(
  'goes on when one of them is killed after the other, and they divide the shares anew',
  async () => {
    for (const victim of await containersOf(project, 'projector')) {
      await underLoad(project, async () => {
        await crash(victim, IMAGE);
        await waitFor(
          'it to be restarted',
          async () =>
            (await containersOf(project, 'projector')).some(
              ({ Id, RestartCount }) => Id === victim.Id && RestartCount > victim.RestartCount,
            ),
          STEP_MS,
        );
        await waitFor('three to hold all shares again', async () => (await holders()) === PROJECTORS, STEP_MS);
      });
    }
    await expectTheSame(project, undisturbed);
  },
  3 * STEP_MS,
);

it(
  'is folded by one again',
  async () => {
    await underLoad(project, async () => {
      await project.compose('up', '--detach', '--scale', 'projector=1');
      const isAlone = async () => {
        const [only, ...others] = await containersOf(project, 'projector');
        return others.length === 0 && only?.State.Health?.status === 'healthy';
      };
      await waitFor('one to be left, and at work', isAlone, STEP_MS);
    });
    await expectTheSame(project, undisturbed);
  },
  2 * STEP_MS,
);
