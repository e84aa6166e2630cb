import { plainDecimal } from '@newsledger/read-models';
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/**
 * One line of an audit file: which claim, or which figure, was checked; what is true; and what proves it. A figure is named by its id, the
 * beginning of its id, or words.
 */
export const auditRow = z
  .strictObject({
    figure: text(300).optional(),
    claim: z.uuid().optional(),
    outcome: z.enum(['right', 'wrong']).optional(),
    true_value: z
      .string()
      .transform((written, context) => {
        const value = plainDecimal(written);
        if (value === null) context.addIssue({ code: 'custom', message: `"${written}" is no number such as 38000000000 or 38bn` });
        return value ?? '0';
      })
      .optional(),
    unit: text(60).optional(),
    error: z.enum(['source', 'extractor']).default('source'),
    evidence: text(600),
    date: z.iso.date('it must be a day such as 2026-03-31'),
    by: text(200).optional(),
  })
  .refine(({ figure, claim }) => (figure === undefined) !== (claim === undefined), 'name either a figure or a claim')
  .refine(({ outcome, true_value }) => (outcome === undefined) !== (true_value === undefined), 'give either true_value or outcome')
  .refine(({ outcome, error }) => error === 'source' || outcome === 'wrong', 'error says whose mistake it was, so outcome must be wrong');

export type AuditRow = z.infer<typeof auditRow>;
