/**
 * How fast quantities are read, and that the time stays in proportion to the text: `node tests/bench/quantities.ts [rounds]`.
 *
 * One thread, warm: each text is read often enough before it is timed. Processor time of the thread is told, the least of some rounds, so
 * that other work on the machine hardly counts. "ratio" is the time per byte beside that of the shortest text of its kind: 1 all the way down
 * is linear, 10 at every step would be quadratic.
 */
import { scan } from '@newsledger/quantities';
import { writeNews } from './newsText.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const KB = 1000;
const SIZES = [10 * KB, 100 * KB, 1000 * KB, 10_000 * KB];
/** Read before anything is timed. */
const WARM_UP_BYTES = 4000 * KB;
/** Shorter texts are read several times in a round, or the clock would be too coarse. */
const LEAST_BYTES_IN_ROUND = 1000 * KB;

interface Series {
  readonly name: string;
  readonly write: (bytes: number) => string;
}

const news: Series = { name: 'news', write: writeNews };

/** What has made readers of text take minutes. */
const hostile: readonly Series[] = [
  ['digits', '7'],
  ['dollar signs', '$'],
  ['hyphens', '-'],
  ['opening parentheses', '('],
  ['numbers in parentheses', '(5 '],
  ['"and"', 'and '],
  ['"per"', 'per '],
  ['"million"', 'million '],
  ['numbers', '1 '],
  ['numbers and commas', '1,'],
  ['ranges', '1 to '],
  ['durations', '1 hour 2 minutes '],
  ['number words', 'twenty-one hundred and '],
  ['names with digits', 'A1-'],
  ['all of it', '$1,234.5(-million per two and ½% '],
].map(([name = '', piece = '']) => ({ name, write: (bytes) => piece.repeat(Math.ceil(bytes / piece.length)) }));

console.log(`${'text'.padEnd(24)} ${'kB'.padStart(7)} ${'ms'.padStart(9)} ${'MB/s'.padStart(7)} ${'ratio'.padStart(6)} figures`);
measure(news, SIZES);
for (const series of hostile) measure(series, SIZES.slice(0, 3));

function measure({ name, write }: Series, sizes: readonly number[]): void {
  warmUp(write(10 * KB));
  let shortest: number | null = null;
  for (const size of sizes) {
    const text = write(size);
    const bytes = Buffer.byteLength(text);
    const { ms, figures } = leastTime(text, bytes);
    const perByte = ms / bytes;
    shortest ??= perByte;
    const columns = [
      name.padEnd(24),
      String(Math.round(bytes / KB)).padStart(7),
      ms.toFixed(2).padStart(9),
      (bytes / KB / ms).toFixed(1).padStart(7),
      (perByte / shortest).toFixed(2).padStart(6),
      String(figures).padStart(7),
    ];
    console.log(columns.join(' '));
  }
}

function warmUp(text: string): void {
  for (let read = 0; read < WARM_UP_BYTES; read += text.length) scan(text);
}

function leastTime(text: string, bytes: number): { ms: number; figures: number } {
  const times = Math.max(1, Math.round(LEAST_BYTES_IN_ROUND / bytes));
  let ms = Number.POSITIVE_INFINITY;
  let figures = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = threadMs();
    for (let time = 0; time < times; time += 1) figures = scan(text).length;
    ms = Math.min(ms, (threadMs() - before) / times);
  }
  return { ms, figures };
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
