import { waitFor } from '@newsledger/test-support';
import { expect } from 'vitest';
import { type SampleProject, STEP_MS } from './sampleProject.ts';

/** Between two times that every article is asked for anew, while something happens to the containers. */
const LOAD_EVERY_MS = 2_000;

/** Folds the log again and compares the tables. */
export const VERIFY = ['newsledger', 'rebuild', '--verify', '--json'] as const;

/** Has articles read again and again until `work` is over. */
export async function underLoad({ readAllAnew }: SampleProject, work: () => Promise<void>): Promise<void> {
  let isOver = false;
  let rounds = 0;
  const load = (async () => {
    while (!isOver) {
      // The database may be what is away.
      await readAllAnew().then(
        () => rounds++,
        () => {},
      );
      await new Promise((resolve) => setTimeout(resolve, LOAD_EVERY_MS));
    }
  })();
  await work().finally(() => {
    isOver = true;
  });
  await load;
  expect(rounds).toBeGreaterThan(0);
}

/** Waits for the work to be done: nothing is lost and nothing doubled. */
export async function expectTheSame(project: SampleProject, undisturbed: readonly object[]): Promise<void> {
  await expectTablesOfLog(project);
  expect(await project.settledFigures()).toEqual(undisturbed);
}

/** Waits for the work to be done: the tables are those that one process makes of the log. */
export async function expectTablesOfLog(project: SampleProject): Promise<void> {
  await project.settled();
  await expectRebuiltTheSame(() => project.compose('exec', '-T', 'projector', ...VERIFY));
}

/** Asks {@link VERIFY} of a container, again where an event came meanwhile and nothing could be compared. */
export async function expectRebuiltTheSame(verify: () => Promise<string>): Promise<void> {
  const compared = async () => {
    const answer = JSON.parse(await verify()) as { same: boolean | null };
    return answer.same === null ? null : answer;
  };
  expect(await waitFor('a rebuild while no event came', compared, STEP_MS)).toMatchObject({ same: true });
}
