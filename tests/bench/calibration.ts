import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawDiagram } from './calibration/drawDiagram.ts';
import { fitConfidence } from './calibration/fitConfidence.ts';
import { type LabelledDecision, readDecisions } from './calibration/readDecisions.ts';
import { type Bin, binsOf, calibrationError } from './calibration/reliability.ts';

/**
 * `node tests/bench/calibration.ts FOLDER`: fits the constants of confidence to labelled sets, and writes docs/calibration.md and its
 * diagrams. The constants stand in packages/reconcile/src/constants.ts; this prints what they should be.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(
    'usage: node tests/bench/calibration.ts FOLDER   (FOLDER holds NAME.claims.csv, NAME.gold.csv and NAME.meta.json)\n',
  );
  process.exit(2);
}

const decisions = readDecisions(folder);
const fitted = fitConfidence(decisions.filter(({ half }) => half === 0));
const docs = join(import.meta.dirname, '../../docs');
mkdirSync(join(docs, 'calibration'), { recursive: true });
const sections = [...new Set(decisions.map(({ set }) => set))].map((set) =>
  sectionOf(
    set,
    decisions.filter((one) => one.set === set),
  ),
);
writeFileSync(join(docs, 'calibration.md'), page(sections));
process.stdout.write(`fitted: base ${fitted.base}, support ${fitted.support}, against ${fitted.against}\n${sections.join('\n')}\n`);

function sectionOf(set: string, all: readonly LabelledDecision[]): string {
  const bins = binsOf(all);
  const [fit, held] = [0, 1].map((half) => calibrationError(binsOf(all.filter((one) => one.half === half))).toFixed(3));
  writeFileSync(join(docs, 'calibration', `${set}.svg`), drawDiagram(set, bins));
  return [
    `## ${set}`,
    '',
    `${all.length.toLocaleString('en')} decisions, of which ${percent(all.filter(({ right }) => right).length / all.length)} are right. Calibration error ${calibrationError(bins).toFixed(3)}:`,
    `${fit} in the half that constants were fitted on, ${held} in the half held out.`,
    '',
    `![Reliability diagram of ${set}](calibration/${set}.svg)`,
    '',
    '| confidence | decisions | said | right |',
    '|---|---:|---:|---:|',
    ...bins.map(rowOf),
    '',
  ].join('\n');
}

function rowOf({ from, to, count, said, right }: Bin): string {
  return `| ${from.toFixed(1)}–${to.toFixed(1)} | ${count} | ${percent(said)} | ${percent(right)} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function page(sections: readonly string[]): string {
  return [
    '# Is confidence what it says?',
    '',
    'Of all decisions shown with a confidence of 0.8, eight in ten should be right. This page compares what was said with what was right, on sets of conflicting',
    'claims whose truth is known. It is written by `node tests/bench/calibration.ts FOLDER`, which also fits the constants:',
    '',
    '    logit(confidence) = base + support · ln(F) − against · ln(1 + A)',
    '',
    'F and A are the weights of the origins for and against the value, 1 for an origin that nobody audited.',
    `Fitted on one half of the decisions: base ${fitted.base}, support ${fitted.support}, against ${fitted.against}. Two more terms have no labelled data yet and are set by hand:`,
    "+1.5 for a party's own release among the winners, −0.5 for a value that is a bound's end or the middle of a range. A pinned value has 0.99.",
    '',
    'A folder holds for each set `NAME.claims.csv` (object, source, value), `NAME.gold.csv` (object, value) and `NAME.meta.json` (tolerances). The sets below are public:',
    'flight times from 35 web sites (Li, Dong et al., VLDB 2012) and city populations from edits of Wikipedia (Pasternack and Roth, COLING 2010).',
    'A source that stands alone has 0.90, nobody against it and nobody beside it: of the flight times that one site alone told, 88 % were right. It is called `single_source` besides, so that',
    'a reader who wants two witnesses asks for `independent_sources >= 2`. Confidence is about what the sources say; how often articles are read rightly is measured apart.',
    'News differs from both sets; outcomes audited with `newsledger audit` are the better data once there are some hundreds.',
    '',
    ...sections,
  ].join('\n');
}
