import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { unitFeatures } from '../features/unitFeatures.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { MeasureOrNone } from './measure.ts';

/** A noun that may be what a number counts, and where it was found. */
export interface UnitCandidate {
  /** In small letters, its head in the singular. */
  readonly unit: string;
  readonly from: 'scanner' | 'phrase' | 'other count' | 'measure';
  readonly sentence: ReadSentence | null;
  /** The item of its head; −1 where none stands. */
  readonly head: number;
}

/** What people and things are called under the measures that count them; the text may only say `1,200 were laid off`. */
const OF_MEASURE: Partial<Record<MeasureOrNone, readonly string[]>> = {
  employees: ['employee', 'job'],
  users: ['user'],
  customers: ['customer'],
  sites: ['store'],
  units_sold: ['vehicle', 'unit'],
  accelerators: ['chip'],
  other_count: ['point', 'person', 'share'],
};

/** How far from the number a noun may stand, in items. */
const REACH = 14;

/** What a number counts: the noun behind it, one of its clause, or what the number before it counted. */
export function unitOptions(reading: Reading, place: FigurePlace, measure: MeasureOrNone, explains = false): Option<UnitCandidate>[] {
  return unitCandidates(reading, place, measure).map((candidate) => {
    const features = new FeatureBag(explains);
    unitFeatures(place, candidate, features);
    return { value: candidate, key: candidate.unit, features, within: measure };
  });
}

function unitCandidates({ document }: Reading, { sentence, at, quantity }: FigurePlace, measure: MeasureOrNone): UnitCandidate[] {
  const found: UnitCandidate[] = [];
  const { noun, unit } = quantity;
  if (noun !== null) {
    const phrase = noun.phrase.toLowerCase();
    found.push({ unit: phrase, from: 'scanner', sentence, head: -1 });
    const last = phrase.slice(phrase.lastIndexOf(' ') + 1);
    if (last !== phrase) found.push({ unit: last, from: 'scanner', sentence, head: -1 });
  } else if (unit !== '') found.push({ unit: unit.toLowerCase(), from: 'scanner', sentence, head: -1 });
  for (const { head, pronoun } of sketchOf(sentence).phrases) {
    const item = sentence.items[head];
    if (pronoun || item?.kind !== 'word' || Math.abs(head - at) > REACH || !/^\p{L}{2}/u.test(item.lower)) continue;
    found.push({ unit: singularOf(item.lower), from: 'phrase', sentence, head });
  }
  for (const other of [sentence, document.sentences[sentence.index - 1]]) {
    if (other === undefined) continue;
    for (const [index, item] of other.items.entries()) {
      if (item.kind !== 'quantity' || item.quantity.kind !== 'count' || (other === sentence && index === at)) continue;
      const counted = item.quantity.noun?.phrase.toLowerCase() ?? item.quantity.unit.toLowerCase();
      if (counted !== '') found.push({ unit: counted, from: 'other count', sentence: other, head: index });
    }
  }
  for (const name of OF_MEASURE[measure] ?? ['unit']) found.push({ unit: name, from: 'measure', sentence: null, head: -1 });
  return found;
}

function singularOf(word: string): string {
  return word.length < 4 || /(?:ss|us|is)$/.test(word)
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(?<=(?:x|ch|sh|ss))es$/, '')
        .replace(/s$/, '');
}
