import type { Measure } from '@newsledger/events';
import type { FigurePlace } from '../candidates/reading.ts';
import { findCues, indexCues, nearestCue } from '../figures/matchCues.ts';
import { moneyCues } from '../figures/moneyCues.ts';
import { countNouns, durationCues, percentCues } from '../figures/otherCues.ts';
import type { FeatureBag } from '../scores/featureBag.ts';

const tables = {
  money: indexCues(moneyCues),
  percent: indexCues(percentCues),
  duration: indexCues(durationCues),
};

const measureOfNoun = new Map(
  countNouns.flatMap(({ measure, nouns }) => nouns.split(' ').map((noun): [string, Measure] => [noun.replace(/-/g, ' '), measure])),
);

/** What words of the tables around a quantity say that it measures. */
export interface CuesNear {
  /** The row whose words are nearest, and what it says. */
  readonly nearest: { readonly row: string; readonly measure: Measure } | null;
  /** Every measure that a word of the sentence speaks for, on which side, and how near: `before close`. */
  readonly all: readonly { readonly measure: Measure; readonly place: string }[];
  /** What the counted noun says: `9,000 workers`. */
  readonly counted: Measure | null;
}

/** The words of the tables around a quantity. */
export function cuesNear({ sentence: { items }, at, quantity }: FigurePlace): CuesNear {
  const { kind } = quantity;
  const found = findCues(items, kind === 'money' || kind === 'duration' ? tables[kind] : tables.percent);
  const best = nearestCue(items, at, found)?.cue;
  const all = new Map<string, { measure: Measure; place: string }>();
  for (const { cue, from, to } of found) {
    if (from <= at && at < to) continue;
    const distance = from > at ? from - at : at - to + 1;
    const near = distance <= 1 ? 'beside' : distance <= 3 ? 'close' : distance <= 7 ? 'near' : 'far';
    const place = `${from > at ? 'behind' : 'before'} ${near}`;
    all.set(`${cue.measure} ${place}`, { measure: cue.measure, place });
  }
  const noun = quantity.noun?.phrase.toLowerCase() ?? quantity.unit;
  return {
    nearest: best === undefined ? null : { row: best.name, measure: best.measure },
    all: [...all.values()],
    counted: countedMeasure(noun.split(' ')),
  };
}

function countedMeasure(words: readonly string[]): Measure | null {
  for (let i = 0; i < words.length; i++) {
    const noun = words.slice(i).join(' ');
    const measure = measureOfNoun.get(noun) ?? measureOfNoun.get(noun.replace(/s$/, ''));
    if (measure !== undefined) return measure;
  }
  return null;
}

/** `a stake of about 27 percent`: the words of the tables, whatever they speak for. */
export function cueFeatures({ nearest, all, counted }: CuesNear, bag: FeatureBag): void {
  bag.add('nearest cue', nearest?.row ?? 'none');
  bag.add('nearest cue of', nearest?.measure ?? 'none');
  for (const { measure, place } of all) bag.add('cue', measure, place);
  if (counted !== null) bag.add('counts', counted);
}

/**
 * Whether the tables speak for a measure. These features are the same for all measures, so that a measure of which few labelled texts tell,
 * or none yet, is read by its words.
 */
export function agreementFeatures({ nearest, all, counted }: CuesNear, measure: string, bag: FeatureBag): void {
  if (nearest?.measure === measure) bag.add('nearest cue speaks for it');
  for (const cue of all) if (cue.measure === measure) bag.add('cue speaks for it', cue.place);
  if (counted === measure) bag.add('counted noun speaks for it');
}
