import type { Period } from '@newsledger/events';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { periodFeatures } from '../features/periodFeatures.ts';
import { dayPeriod, monthPeriod, yearPeriod } from '../periods/calendar.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import type { MeasureOrNone } from './measure.ts';

/** A period that may be the figure's, and where it stands: in its own sentence or around it, only in the day of publication, or in no sentence near. */
export interface PeriodCandidate {
  readonly period: Period | null;
  readonly from: 'sentence' | 'earlier' | 'later' | 'reported' | 'published' | 'year' | 'nowhere';
  readonly sentence: ReadSentence | null;
  /** The item of the expression of time; −1 where none stands. */
  readonly at: number;
  /** How often the text names the period. */
  readonly named: number;
}

/** Sentences back whose times still hold. */
const BACK = 2;

function periodCandidates({ document }: Reading, { sentence }: FigurePlace): PeriodCandidate[] {
  const found: PeriodCandidate[] = [];
  const { named, mostNamedYear } = timesNamed(document);
  const add = (period: Period | null, from: PeriodCandidate['from'], other: ReadSentence | null = null, at = -1) =>
    found.push({ period, from, sentence: other, at, named: named.get(period?.label ?? '') ?? 0 });
  const addAllOf = (index: number, from: PeriodCandidate['from']) => {
    const other = document.sentences[index];
    if (other === undefined) return;
    for (const [at, item] of other.items.entries()) if (item.kind === 'period') add(item.period.period, from, other, at);
  };
  for (let back = 0; back <= BACK; back++) addAllOf(sentence.index - back, back === 0 ? 'sentence' : 'earlier');
  addAllOf(sentence.index + 1, 'later');
  for (const other of document.sentences.slice(0, OPENING)) {
    if (other.index >= sentence.index - BACK) break;
    const at = other.items.findIndex((item) => item.kind === 'period' && /-Q\d$|^FY/.test(item.period.period.label));
    const item = other.items[at];
    if (item?.kind === 'period') add(item.period.period, 'reported', other, at);
  }
  const { today } = document;
  if (today !== null)
    for (const period of [dayPeriod(today), monthPeriod(today.year, today.month), yearPeriod(today.year)]) add(period, 'published');
  else if (mostNamedYear !== null) add(yearPeriod(mostNamedYear), 'year');
  add(null, 'nowhere');
  return found;
}

interface TimesNamed {
  /** How often each period of the text is named in it, by label. */
  readonly named: ReadonlyMap<string, number>;
  /** What stands for the day of publication where nobody told it: the year that the text names most often, the later of two. */
  readonly mostNamedYear: number | null;
}

const known = new WeakMap<ReadDocument, TimesNamed>();

/** Looked for once in a text, however many figures it has. */
function timesNamed(document: ReadDocument): TimesNamed {
  const before = known.get(document);
  if (before !== undefined) return before;
  const items = document.sentences.flatMap((sentence) => sentence.items);
  const named = countEach(items.flatMap((item) => (item.kind === 'period' ? [item.period.period.label] : [])));
  const years = countEach(Array.from(document.text.matchAll(YEAR), ([digits]) => Number(digits)));
  const [most] = [...years].sort(([a, often], [b, oftenToo]) => oftenToo - often || b - a);
  const times = { named, mostNamedYear: most?.[0] ?? null };
  known.set(document, times);
  return times;
}

function countEach<Thing>(things: readonly Thing[]): Map<Thing, number> {
  const counts = new Map<Thing, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** `2004`, not `2,004`, `$2004` or `2004 %`. */
const YEAR = /(?<![\d.,$£€])(?:19|20)\d\d(?![\d,.]\d|\d|\s?%)/g;

/** What results are of stands in the first sentences. */
const OPENING = 12;

/** When the figure holds. */
export function periodOptions(reading: Reading, place: FigurePlace, measure: MeasureOrNone, explains = false): Option<PeriodCandidate>[] {
  return periodCandidates(reading, place).map((candidate) => {
    const features = new FeatureBag(explains);
    periodFeatures(place, candidate, reading.document.today, features);
    return { value: candidate, key: candidate.period?.label ?? '', features, within: measure };
  });
}
