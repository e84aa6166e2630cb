export interface FileTimes {
  /** Path below the repository. */
  readonly file: string;
  /** Its tests with their hooks, in milliseconds. */
  readonly testsMs: number;
  /** Loading it and all that it imports, in milliseconds. */
  readonly loadMs: number;
  readonly tests: readonly { readonly name: string; readonly ms: number }[];
}

export interface RunTimes {
  /** From the first server's start to the last test's end, in milliseconds. */
  readonly wallMs: number;
  readonly processors: number;
  /** Files at work at once. */
  readonly workers: number;
  readonly files: readonly FileTimes[];
}

const SLOWEST_FILES = 25;
const SLOWEST_TESTS = 15;

/** A Markdown page of what takes longest in a run of the tests. */
export function timesPage({ wallMs, processors, workers, files }: RunTimes): string {
  const total = sum(files.map(({ testsMs, loadMs }) => testsMs + loadMs));
  const slowest = files.toSorted((a, b) => b.testsMs + b.loadMs - a.testsMs - a.loadMs).slice(0, SLOWEST_FILES);
  const tests = files
    .flatMap(({ file, tests }) => tests.map((test) => ({ file, ...test })))
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST_TESTS);
  const count = sum(files.map((file) => file.tests.length));
  const rest = total - sum(slowest.map(({ testsMs, loadMs }) => testsMs + loadMs));
  return `# What takes longest in \`npm test\`

Written by \`npm run test:times\`, which runs \`npm test\` and measures it. No check compares this page with a later run: the same tests take
half as long or twice as long on another machine, and on a busy one.

${count.toLocaleString('en')} tests in ${files.length} files took ${seconds(wallMs)} s on ${processors} processors,
${workers} files at work at once; one file after the other would have taken ${seconds(total)} s.

| file | tests | seconds | of these loading |
| --- | ---: | ---: | ---: |
${slowest.map(({ file, testsMs, loadMs, tests }) => `| ${file} | ${tests.length} | ${seconds(testsMs + loadMs)} | ${seconds(loadMs)} |\n`).join('')}| the other ${files.length - slowest.length} | ${count - sum(slowest.map(({ tests }) => tests.length))} | ${seconds(rest)} | |

The slowest tests of all:

| test | file | seconds |
| --- | --- | ---: |
${tests.map(({ name, file, ms }) => `| ${name.replaceAll('|', '\\|')} | ${file} | ${seconds(ms)} |\n`).join('')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
