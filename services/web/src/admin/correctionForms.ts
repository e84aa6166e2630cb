import { type Correction, figureStatuses, judgements, measureNames, misreadFields } from '@newsledger/events';
import { DecisionError, nameDecisions, plainDecimal } from '@newsledger/read-models';
import { z } from 'zod';

const said = (most: number, what: string) => z.string().trim().min(1, `Say ${what}.`).max(most);
/** An empty field says nothing. */
const unsaid = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().max(200).optional(),
);
const chosen = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(names).optional());

const by = said(200, 'who you are');
const reason = said(600, 'why');

/** What a person sends to pin a figure, take a pin back, decide on a name, or judge a claim. */
export const pinForm = z.object({ value: said(60, 'the value'), by, reason });
export const unpinForm = z.object({ by, reason });
export const nameForm = z.object({
  decision: z.enum(nameDecisions),
  name: said(200, 'the name'),
  entity: said(200, 'the other name'),
  by,
  reason,
});
export const judgeForm = z.object({
  judgement: z.enum(judgements),
  field: chosen(misreadFields),
  value: unsaid,
  unit: unsaid,
  subject: unsaid,
  counterparty: unsaid,
  measure: chosen(measureNames),
  period: unsaid,
  status: chosen(figureStatuses),
  speaker: unsaid,
  by,
  reason,
});
export const unjudgeForm = z.object({ by, reason });

/** The exact value that a person wrote: `38bn`. @throws {DecisionError} when it is no number. */
export function valueIn(written: string): string {
  const value = plainDecimal(written);
  if (value === null) throw new DecisionError(`"${written}" is no number such as 38000000000 or 38bn.`);
  return value;
}

/** What the article says instead, out of a form; null when nothing was told. @throws {DecisionError} when a value is no number. */
export function correctionIn(form: z.infer<typeof judgeForm>): Correction | null {
  const { value, unit, subject, counterparty, measure, period, status, speaker } = form;
  const fields = { unit, subject, counterparty, measure, period, status, speaker };
  const told = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  const amount = value === undefined ? {} : { low: valueIn(value), high: valueIn(value) };
  const correction = { ...told, ...amount };
  return Object.keys(correction).length === 0 ? null : correction;
}
