import { figureStatuses, measureNames } from '@newsledger/events';
import { z } from 'zod';
import rows from './figureLessons.json' with { type: 'json' };
import { LESSON_FOLD } from './grammarLessons.ts';
import type { LabelledText } from './labelledText.ts';

const bound = z.number().nullable();

/** A sentence and the figures in it; a field that the sentence says nothing of is left out. */
const lesson = z.strictObject({
  text: z.string(),
  figures: z.array(
    z.strictObject({
      quote: z.string(),
      start: z.int(),
      low: bound,
      high: bound,
      unit: z.string(),
      subject: z.string(),
      measure: z.enum(measureNames),
      status: z.enum(figureStatuses),
      counterparty: z.string().optional(),
      period: z.string().optional(),
      speaker: z.string().optional(),
    }),
  ),
});

/**
 * Made-up sentences that teach forms which news has seldom, each of one thought: `Revenue of Oracle was $15.9 billion.` They are in no fold:
 * every model learns from them, and none is judged by them.
 */
export function figureLessons(): LabelledText[] {
  return z
    .array(lesson)
    .parse(rows)
    .map(({ text, figures }, index) => ({
      id: `lesson ${index}`,
      title: null,
      text,
      publisher: null,
      published: '2025-11-03',
      fold: LESSON_FOLD,
      deals: [],
      figures: figures.map(({ counterparty, period, speaker, ...row }) => ({
        ...row,
        end: row.start + row.quote.length,
        counterparty: counterparty ?? null,
        period: period ?? null,
        attributed_to: speaker ?? null,
        must: false,
      })),
    }));
}
