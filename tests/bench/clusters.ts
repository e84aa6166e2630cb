import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, isOneFact } from './clusters/facts.ts';
import { type LabelledText, reconcileLabels } from './clusters/reconcileLabels.ts';

/**
 * `node tests/bench/clusters.ts FOLDER`: reconciles the labelled figures of news stories, and compares each fact of their clusters with what
 * an analyst wrote down. FOLDER holds `news-dev.jsonl` (texts with labelled figures) and `clusters-dev.json`
 * (facts). `--misses` shows those of one half that come out otherwise.
 */
const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node tests/bench/clusters.ts FOLDER [--misses]\n');
  process.exit(2);
}

const texts: LabelledText[] = readFileSync(join(folder, 'news-dev.jsonl'), 'utf8')
  .split('\n')
  .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
const facts: Fact[] = JSON.parse(readFileSync(join(folder, 'clusters-dev.json'), 'utf8'));
const figures = reconcileLabels(texts);
const halves = [tally(), tally()];
for (const fact of facts) {
  const half = (createHash('sha1').update(`${fact.cluster} ${fact.fact}`).digest()[0] ?? 0) % 2;
  const found = figures.filter((figure) => isOneFact(fact, figure));
  const right = found.find(({ isRight }) => isRight(fact));
  const count = halves[half];
  if (count === undefined) continue;
  count.facts++;
  if (right !== undefined) count.right++;
  if (right !== undefined && right.agreement === fact.status) count.agreement++;
  if (half === 0 && flags.includes('--misses') && right?.agreement !== fact.status)
    process.stdout.write(`${fact.fact} = ${fact.value} ${fact.status}; found ${found.map((one) => one.words).join(' | ') || 'nothing'}
`);
}
process.stdout.write(`${JSON.stringify({ figures: figures.length, halves })}\n`);

function tally() {
  return { facts: 0, right: 0, agreement: 0 };
}
