import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { timesPage } from './timesPage.ts';

/** Writes down in docs/test-times.md what took longest in this run. */
export default class TimesReporter implements Reporter {
  readonly #startedAt = performance.now();
  #workers = 1;

  onInit({ config }: Vitest): void {
    this.#workers = config.maxWorkers;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { duration, collectDuration, setupDuration, prepareDuration } = module.diagnostic();
      const tests = [...module.children.allTests()].map((test) => ({ name: test.name, ms: test.diagnostic()?.duration ?? 0 }));
      return { file: module.relativeModuleId, testsMs: duration, loadMs: collectDuration + setupDuration + prepareDuration, tests };
    });
    const wallMs = performance.now() - this.#startedAt;
    const page = timesPage({ wallMs, processors: availableParallelism(), workers: this.#workers, files });
    writeFileSync(path.resolve(import.meta.dirname, '../../../docs/test-times.md'), page);
  }
}
