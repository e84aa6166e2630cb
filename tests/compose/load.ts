import { expect } from 'vitest';
import type { SampleProject } from './sampleProject.ts';

/** Between two times that every article is asked for anew, while something happens to the containers. */
const LOAD_EVERY_MS = 2_000;

/** Has articles read again and again until `work` is over. */
export async function underLoad({ readAllAnew }: SampleProject, work: () => Promise<void>): Promise<void> {
  let isOver = false;
  const load = (async () => {
    while (!isOver) {
      await readAllAnew().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, LOAD_EVERY_MS));
    }
  })();
  await work().finally(() => {
    isOver = true;
  });
  await load;
}

/** Waits for the work to be done: nothing is lost and nothing doubled, and the tables are those that the log alone makes. */
export async function expectTheSame(project: SampleProject, undisturbed: readonly object[]): Promise<void> {
  await project.settled();
  expect(await project.settledFigures()).toEqual(undisturbed);
  const verified = await project.compose('exec', '-T', 'projector', 'newsledger', 'rebuild', '--verify', '--json');
  expect(JSON.parse(verified)).toMatchObject({ same: true });
}
