import type { Measure } from '@newsledger/events';
import { moneyCues } from './moneyCues.ts';
import { percentCues } from './otherCues.ts';

/**
 * Whether a name is only the word for what a figure measures, and so stands across from nobody: `revenue grew 5 %` is growth of revenue, and
 * `revenue of $5 billion` is revenue.
 */
export function saysWhatIsMeasured(name: string, measure: Measure, definition: string | null): boolean {
  const words = name.toLowerCase();
  return words.replaceAll(' ', '_') === definition || [measure, ...RESULTS].some((told) => wordsOf.get(told)?.has(words) === true);
}

/** What a company reports of itself is nobody, whatever it is measured by. */
const RESULTS: readonly Measure[] = ['revenue', 'profit', 'loss', 'margin'];

/** Words by which a measure is told. */
const wordsOf = new Map(
  Map.groupBy([...moneyCues, ...percentCues], ({ measure }) => measure)
    .entries()
    .map(([measure, cues]) => [measure, new Set(cues.flatMap(({ words }) => words.split('|')))] as const),
);
