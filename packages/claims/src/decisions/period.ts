import type { Period } from '@newsledger/events';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { periodFeatures } from '../features/periodFeatures.ts';
import { dayPeriod, monthPeriod, yearPeriod } from '../periods/calendar.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { MeasureOrNone } from './measure.ts';

/** A period that may be the figure's, and where it stands: in its own sentence, before, or only in the day of publication. */
export interface PeriodCandidate {
  readonly period: Period | null;
  readonly from: 'sentence' | 'earlier' | 'reported' | 'published' | 'nowhere';
  readonly sentence: ReadSentence | null;
  /** The item of the expression of time; −1 where none stands. */
  readonly at: number;
}

/** Sentences back whose times still hold. */
const BACK = 2;

function periodCandidates({ document }: Reading, { sentence }: FigurePlace): PeriodCandidate[] {
  const found: PeriodCandidate[] = [];
  for (let back = 0; back <= BACK; back++) {
    const other = document.sentences[sentence.index - back];
    if (other === undefined) break;
    for (const [at, item] of other.items.entries())
      if (item.kind === 'period')
        found.push({ period: item.period.period, from: back === 0 ? 'sentence' : 'earlier', sentence: other, at });
  }
  for (const other of document.sentences.slice(0, OPENING)) {
    if (other.index >= sentence.index - BACK) break;
    const at = other.items.findIndex((item) => item.kind === 'period' && /-Q\d$|^FY/.test(item.period.period.label));
    const item = other.items[at];
    if (item?.kind === 'period') found.push({ period: item.period.period, from: 'reported', sentence: other, at });
  }
  const { today } = document;
  if (today !== null)
    for (const period of [dayPeriod(today), monthPeriod(today.year, today.month), yearPeriod(today.year)])
      found.push({ period, from: 'published', sentence: null, at: -1 });
  found.push({ period: null, from: 'nowhere', sentence: null, at: -1 });
  return found;
}

/** What results are of stands in the first sentences. */
const OPENING = 12;

/** When the figure holds. */
export function periodOptions(reading: Reading, place: FigurePlace, measure: MeasureOrNone, explains = false): Option<PeriodCandidate>[] {
  return periodCandidates(reading, place).map((candidate) => {
    const features = new FeatureBag(explains);
    periodFeatures(place, candidate, features);
    return { value: candidate, key: candidate.period?.label ?? '', features, within: measure };
  });
}
