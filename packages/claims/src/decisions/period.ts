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
  const named = periodsNamed(document);
  const add = (period: Period | null, from: PeriodCandidate['from'], other: ReadSentence | null = null, at = -1) =>
    found.push({ period, from, sentence: other, at, named: named.get(period?.label ?? '') ?? 0 });
  const addAllOf = (index: number, from: PeriodCandidate['from']) => {
    const other = document.sentences[index];
    for (const [at, item] of other?.items.entries() ?? [])
      if (other !== undefined && item.kind === 'period') add(item.period.period, from, other, at);
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
  const year = today === null ? mostNamedYear(document.text) : null;
  if (year !== null) add(yearPeriod(year), 'year');
  add(null, 'nowhere');
  return found;
}

const namedIn = new WeakMap<ReadDocument, ReadonlyMap<string, number>>();

/** How often each period of a text is named in it, by label. */
function periodsNamed(document: ReadDocument): ReadonlyMap<string, number> {
  const known = namedIn.get(document);
  if (known !== undefined) return known;
  const named = new Map<string, number>();
  for (const { items } of document.sentences)
    for (const item of items)
      if (item.kind === 'period') named.set(item.period.period.label, (named.get(item.period.period.label) ?? 0) + 1);
  namedIn.set(document, named);
  return named;
}

/** What stands for the day of publication where nobody told it: the year that the text names most often, the later of two. */
function mostNamedYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [digits] of text.matchAll(YEAR)) counts.set(Number(digits), (counts.get(Number(digits)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, often], [b, oftenToo]) => oftenToo - often || b - a);
  return most?.[0] ?? null;
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
