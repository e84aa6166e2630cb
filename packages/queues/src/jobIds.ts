import { InvalidJobError } from './errors.ts';

/** Ids say what the work is: asking twice for the same work makes one job. */
export const jobIds = {
  poll: (sourceId: string) => `poll-${sourceId}`,
  capture: (discoveredEventId: string) => `capture-${discoveredEventId}`,
  extract: (articleId: string, revision: number, extractorVersion: number) => `extract-${articleId}-r${revision}-v${extractorVersion}`,
} as const;

/**
 * BullMQ builds its keys with colons, and takes a whole number for an id of its own making.
 * @throws {InvalidJobError} when the id would be refused or misread.
 */
export function checkJobId(jobId: string): void {
  if (!/^[a-z][A-Za-z0-9._-]{0,199}$/.test(jobId))
    throw new InvalidJobError(
      `"${jobId}" is no job id: letters, digits, dots, hyphens and underscores, beginning with a small letter, at most 200`,
    );
}
