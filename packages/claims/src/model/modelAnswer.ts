import { dealRoles, dealStatuses, dealTypes, figureStatuses, measureNames } from '@newsledger/events';
import { z } from 'zod';

const words = z.string().min(1).max(200);

/** A figure as a model writes it. Amounts come from the quoted words, which are read again; `low` and `high` only show that it read the same. */
export const modelFigure = z.object({
  sentence: z.string().min(1).max(2000).describe('The sentence that states it, copied character by character.'),
  quote: z.string().min(1).max(200).describe('The words of that sentence that hold the number and its unit, such as "about $38 billion".'),
  low: z.number().nullable().describe('The number, fully scaled: 38000000000. The lower end of a range; null for "up to".'),
  high: z.number().nullable().describe('The same number, or the upper end of a range; null for "more than".'),
  unit: z.string().min(1).max(60).describe('ISO 4217 code, "%", "W", "Wh", "year", or the singular noun that is counted.'),
  subject: words.describe('Who or what is measured, by the name that the article uses.'),
  counterparty: words.nullable(),
  measure: z.enum(measureNames),
  noun: z.string().max(120).nullable().describe('What is counted or measured, for measures that begin with "other_".'),
  period: z
    .string()
    .max(20)
    .nullable()
    .describe('"2025", "2025-11", "2025-11-03", "2025-Q3" or "FY2026"; null when the article names none.'),
  status: z.enum(figureStatuses),
  speaker: words.nullable().describe('Whom the article quotes for it; null when the article says so itself.'),
});

/** A deal as a model writes it. */
export const modelDeal = z.object({
  sentence: z.string().min(1).max(2000).describe('The sentence that tells of it, copied character by character.'),
  type: z.enum(dealTypes),
  status: z.enum(dealStatuses),
  parties: z
    .array(z.object({ role: z.enum(dealRoles), name: words }))
    .min(1)
    .max(20),
  value: z.string().max(200).nullable().describe('The words of that sentence that say what it is worth; null when it does not say.'),
});

/** One by one, so that a wrong claim costs no right one. */
export const modelAnswer = z.object({ figures: z.array(z.unknown()).max(200), deals: z.array(z.unknown()).max(50) });

/** The JSON Schema that a model is asked to answer in. */
export function modelAnswerJsonSchema(): object {
  return z.toJSONSchema(z.object({ figures: z.array(modelFigure), deals: z.array(modelDeal) }), { target: 'draft-7' });
}
