import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest though they are short (docs/test-times.md, by `npm run test:times`): a clean clone knows no times yet, and Vitest
 * would begin with the files that are largest, so that in the end one processor waits for these.
 */
const slow = new Set([
  'tests/faults/rounds.test.ts',
  'tests/faults/ctrlC.test.ts',
  'tests/faults/kill.test.ts',
  'tests/e2e/pagesInBrowser.test.ts',
  'tests/e2e/secrets.test.ts',
  'tests/e2e/hostileText.test.ts',
  'packages/read-models/src/rebuild/generations.test.ts',
  'packages/read-models/src/popular.test.ts',
  'packages/read-models/src/shares/decisions.test.ts',
  'packages/queues/src/redisFailover.long.test.ts',
  'services/extractor/src/extractArticle.test.ts',
  'services/fetcher/src/capturing/captureArticle.test.ts',
  'services/projector/src/shares/processes.test.ts',
]);

/** Begins with what takes longest, in each group of projects that runs at once. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const order = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.toSorted((a, b) => order(a) - order(b) || Number(isSlow(b)) - Number(isSlow(a)));
  }
}

function isSlow({ project, moduleId }: TestSpecification): boolean {
  return slow.has(moduleId.slice(project.config.root.length + 1));
}
