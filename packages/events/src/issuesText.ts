import type { z } from 'zod';

/** What doesn't fit, and where, in one line. */
export function issuesText(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
