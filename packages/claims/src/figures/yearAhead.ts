import type { Period } from '@newsledger/events';
import { isoDay } from '../periods/calendar.ts';
import { findPeriods } from '../periods/findPeriods.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';

/** The time ahead that the sentence before, in the same paragraph, names: "For 2030 they disagree. Halden forecasts 130 GW." */
export function yearAhead({ sentences, today }: ReadDocument, { index, paragraph }: ReadSentence): Period | null {
  const before = sentences[index - 1];
  if (before === undefined || before.paragraph !== paragraph || today === null) return null;
  const now = isoDay(today);
  return findPeriods(before.text, before.start, today).findLast(({ period }) => (period.from ?? '') > now)?.period ?? null;
}
