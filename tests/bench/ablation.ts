/**
 * What each family of the claims' rules is worth: how many figures and deals are claimed without it, and how many of them are right.
 * Prints a Markdown table for the labelled articles of the sample newsroom, or for a labelled set of JSON lines:
 *
 *     node tests/bench/ablation.ts [set.jsonl]
 */
import { readFileSync } from 'node:fs';
import { type RuleFamily, ruleFamilies } from '@newsledger/claims';
import { goldOfArticles } from './ablation/goldOfArticles.ts';
import { type LabelledText, type Score, scoreClaims } from './ablation/scoreClaims.ts';

const [file] = process.argv.slice(2);
const texts = file === undefined ? goldOfArticles() : linesOf(file);
const whole = scoreClaims(texts, {});
const families = Object.keys(ruleFamilies) as RuleFamily[];
const rows = families
  .map((family) => ({ family, score: scoreClaims(texts, { leaveOut: new Set([family]) }) }))
  .sort((a, b) => lossOf(b.score) - lossOf(a.score) || a.family.localeCompare(b.family));

const wanted = (kind: 'figures' | 'deals') => texts.reduce((sum, text) => sum + text[kind].length, 0);
process.stdout.write(
  [
    `${texts.length} texts, ${wanted('figures')} figures and ${wanted('deals')} deals labelled.`,
    '',
    '| without | figures | F1 | deals | F1 |',
    '|---|---:|---:|---:|---:|',
    `| nothing: all rules | ${whole.figures} | ${whole.figuresF1.toFixed(1)} | ${whole.deals} | ${whole.dealsF1.toFixed(1)} |`,
    ...rows.map(
      ({ family, score }) =>
        `| ${family} (${ruleFamilies[family]}) | ${score.figures} | ${change(score.figuresF1, whole.figuresF1)} | ${score.deals} | ${change(score.dealsF1, whole.dealsF1)} |`,
    ),
    '',
  ].join('\n'),
);

function lossOf({ figuresF1, dealsF1 }: Score): number {
  return whole.figuresF1 - figuresF1 + (whole.dealsF1 - dealsF1);
}

function change(value: number, before: number): string {
  const difference = value - before;
  return `${value.toFixed(1)}${Math.abs(difference) < 0.05 ? '' : ` (${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(1)})`}`;
}

function linesOf(path: string): LabelledText[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledText);
}
