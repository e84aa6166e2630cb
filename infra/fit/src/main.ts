import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  fitDeals,
  fitFigures,
  type LabelledText,
  type PackedDealWeights,
  type PackedModels,
  type ReaderWeights,
  type ScoreRow,
  scoreReader,
  Tally,
  unpackDealModels,
  unpackModels,
} from '@newsledger/claims';
import { LabelledTextError, readLabelledTexts } from './readLabelledTexts.ts';
import { readPractice } from './readPractice.ts';

/**
 * `npm run fit -- FOLDER [--folds OUT] [--no-folds] [--no-weights]`: reads the labelled texts of FOLDER (`*.jsonl`), writes the weights that they teach beside
 * the code, and prints how well texts are read by weights that never saw them, by fold. The same folder gives the same bytes.
 * With `--folds` the weights of each fold go to OUT, for measuring sticks; `--no-folds` only writes the weights, `--no-weights` only
 * measures. Figures are fitted in this thread and deals in another, on two cores.
 */
const args = process.argv.slice(2);
const [folder] = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--folds');
const out = args.includes('--folds') ? args[args.indexOf('--folds') + 1] : undefined;
const claims = path.resolve(import.meta.dirname, '../../../packages/claims/src');

/** How often each text of the newsroom counts: it tells of contracts and rounds in the full, which ordinary news seldom does. */
const NEWSROOM_COUNTS = 3;

/** Made-up news teaches how numbers are told, but not how often: chosen by cross-validation, see docs/model.md. */
const PRACTICE_COUNTS = 0.5;

/** The share of placed claims that shall be right decides it; see docs/model.md. */
const PLACED_FROM = 0.65;

/** Heap of the thread that fits deals; both threads together took 2.4 GB. */
const MEMORY_MB = 6000;

const rows: readonly ScoreRow[] = [
  'value and unit',
  '… and subject',
  '… and measure',
  'placed',
  'deals: type and parties',
  'deals: … and value',
];

async function main(): Promise<void> {
  if (folder === undefined) throw new LabelledTextError('Say in which folder the labelled texts (*.jsonl) are: npm run fit -- FOLDER');
  const asked = readLabelledTexts(folder);
  const folds = args.includes('--no-folds') ? [] : [...new Set(asked.map(({ fold }) => fold))].sort((a, b) => a - b);
  const leftOut = [...folds.map((fold) => [fold]), ...(args.includes('--no-weights') ? [] : [[]])];
  console.log(`${asked.length} labelled texts; figures are fitted here and deals beside them`);
  const dealing = fitDealsBeside(leftOut);
  const fitted: PackedModels[] = [];
  for (const figures of fitFigures(withOwn(asked), leftOut)) {
    fitted.push(figures);
    console.log(`figures: ${fitted.length} of ${leftOut.length} fits done`);
  }
  const tallies = new Map(rows.map((row) => [row, new Tally()]));
  for (const [index, deals] of (await dealing).entries()) {
    const figures = fitted[index];
    const [fold] = leftOut[index] ?? [];
    if (figures === undefined) throw new Error(`Deals were fitted ${index + 1} times, and figures ${fitted.length}.`);
    if (fold === undefined) writeWeights({ figures, deals });
    else {
      if (out !== undefined) writeFold(out, fold, { figures, deals });
      const models = { figures: unpackModels(figures), deals: unpackDealModels(deals) };
      for (const text of asked) if (text.fold === fold) scoreReader(text, models, PLACED_FROM, tallies);
    }
  }
  if (folds.length > 0) console.table(Object.fromEntries([...tallies].map(([row, tally]) => [row, percentagesOf(tally)])));
}

/** Labels of this project's own teach, too; the table is about the folder's texts alone. */
function withOwn(asked: readonly LabelledText[]): LabelledText[] {
  const newsroom = readLabelledTexts(path.resolve(import.meta.dirname, '../../newsroom/labels'));
  return [...asked, ...counting(readPractice(), PRACTICE_COUNTS), ...counting(newsroom, NEWSROOM_COUNTS)];
}

/** Fits deals in a thread of their own. */
async function fitDealsBeside(leftOut: readonly (readonly number[])[]): Promise<PackedDealWeights[]> {
  const thread = new Worker(new URL(import.meta.url), {
    argv: args,
    workerData: leftOut,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const [weights] = await once(thread, 'message');
  return weights;
}

function counting(texts: readonly LabelledText[], counts: number): LabelledText[] {
  return texts.map((text) => ({ ...text, counts }));
}

function writeFold(to: string, fold: number, weights: ReaderWeights): void {
  mkdirSync(to, { recursive: true });
  writeFileSync(path.join(to, `fold${fold}.json`), JSON.stringify(weights));
}

function writeWeights(weights: ReaderWeights): void {
  write('decisions/figureWeights.json', weights.figures);
  write('deals/dealWeights.json', weights.deals);
}

function percentagesOf({ right, labelled, read, f1 }: Tally) {
  const share = (of: number): string => (of === 0 ? '–' : ((100 * right) / of).toFixed(1));
  return { F1: f1.toFixed(1), precision: share(read), recall: share(labelled), right, labelled, read };
}

function write(file: string, weights: unknown): void {
  const bytes = `${JSON.stringify(weights)}\n`;
  writeFileSync(path.join(claims, file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1024)} KB`);
}

try {
  if (isMainThread) await main();
  else parentPort?.postMessage([...fitDeals(withOwn(readLabelledTexts(folder ?? '')), workerData)]);
} catch (error) {
  if (!(error instanceof LabelledTextError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
