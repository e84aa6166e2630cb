import type { Period } from '@newsledger/events';
import type { Chosen } from '../explain/ground.ts';
import { isoDay } from '../periods/calendar.ts';
import { findPeriods } from '../periods/findPeriods.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';

/** The time ahead that the sentence before, in the same paragraph, names, or, for the lead, the title: "For 2030 they disagree. Halden forecasts 130 GW." */
export function yearAhead({ sentences, today }: ReadDocument, { index, paragraph }: ReadSentence): Chosen<Period> | null {
  if (today === null) return null;
  const now = isoDay(today);
  const before = sentences[index - 1];
  const title = index <= 3 && sentences[0]?.headline === true ? sentences[0] : undefined;
  for (const near of [before?.paragraph === paragraph ? before : undefined, title]) {
    if (near === undefined || near.index === index) continue;
    const found = findPeriods(near.text, near.start, today, near.hints).findLast(({ period }) => (period.from ?? '') > now);
    if (found !== undefined)
      return { value: found.period, because: { rule: 'year ahead that the text before names', start: found.start, end: found.end } };
  }
  return null;
}
