import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Ends a run with one line for people and for CI: `N passed, N failed`, and `, N skipped` where there are any. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: ReturnType<TestCase['result']>['state']) => tests.filter((test) => test.result().state === state).length;
    // A file that could not even be loaded, or an error outside any test, is a failure that no test counts.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && ![...module.children.allTests()].some((test) => test.result().state === 'failed'),
    );
    const failed = count('failed') + broken.length + unhandledErrors.length;
    const skipped = count('skipped');
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  }
}
