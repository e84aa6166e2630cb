import { expect } from 'vitest';
import type { SampleProject } from './sampleProject.ts';

/** Between two times that every article is asked for anew, while something happens to the containers. */
const LOAD_EVERY_MS = 2_000;

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
  const verified = await project.compose('exec', '-T', 'projector', 'newsledger', 'rebuild', '--verify', '--json');
  expect(JSON.parse(verified)).toMatchObject({ same: true });
}
